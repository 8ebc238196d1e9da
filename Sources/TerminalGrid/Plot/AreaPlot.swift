/// One of the areas that lie upon each other: everything between its upper edge and that of the area below.
package struct PlotArea: Hashable, Sendable {
  package var label: String
  /// The upper edge, in the style of the area.
  package var edge: PlotCurve
  /// What the area is filled with; `nil` leaves it blank.
  package var texture: Character?

  package init(label: String, edge: PlotCurve, texture: Character?) {
    (self.label, self.edge, self.texture) = (label, edge, texture)
  }
}

extension Charset {
  /// What tells areas from each other without colour: the texture of series 1, 2, …, which begin again after the last.
  package func texture(series: Int) -> Character {
    let all: [Character] = self == .unicode ? Array("░▒╱▓╲╳┼≡") : Array(".:/%\\x+=")
    return all[((series - 1) % all.count + all.count) % all.count]
  }
}

/// Draws areas upon each other, the first at the foot, each with its name on it.
package struct AreaPlot {
  package let frame: PlotFrame

  package init(frame: PlotFrame) { self.frame = frame }

  /// - Complexity: O(cells · areas + steps).
  package func draw(_ areas: [PlotArea], on grid: inout Grid) {
    fill(areas, on: &grid)
    // The topmost edge is everybody, as long as they are observed.
    StepPlot(frame: frame, showsCensorings: false).draw(areas.dropLast().map(\.edge), on: &grid)
  }

  /// Writes each name on its own area, else beside its end; returns the places of those that found no room.
  ///
  /// - Parameter area: the plot with the free columns to its right.
  package func drawNames(_ areas: [PlotArea], in area: Rect, on grid: inout Grid) -> [Int] {
    let owners = owners(of: areas)
    var beside: [Int] = []
    for (place, layer) in areas.enumerated() where !layer.label.isEmpty {
      guard let spot = spot(for: layer, place, owners, grid) else {
        if hasExtent(place, areas) { beside.append(place) }
        continue
      }
      grid.write(
        " \(layer.label) ", x: spot.x, y: spot.y, style: Style(layer.edge.style.foreground, bold: true))
    }
    return drawBeside(beside, areas, in: area, on: &grid)
  }

  // MARK: Areas

  private func fill(_ areas: [PlotArea], on grid: inout Grid) {
    let owners = owners(of: areas)
    for (offset, column) in owners.enumerated() {
      for (row, owner) in column.enumerated() {
        guard let texture = areas[owner].texture else { continue }
        grid[frame.area.x + offset, frame.area.y + row] = Cell(texture, areas[owner].edge.style)
      }
    }
  }

  /// Whose area the middle of each cell is in, column by column up to the last that is observed.
  private func owners(of areas: [PlotArea]) -> [[Int]] {
    guard let end = areas.first?.edge.end, !frame.area.isEmpty else { return [] }
    let last = frame.lastColumn(until: end)
    guard last >= frame.area.x else { return [] }
    var next = [Int](repeating: 0, count: areas.count)
    var values = areas.map(\.edge.start)
    let middles = (0..<frame.area.height).map {
      frame.share(at: PlotHeight(row: frame.area.y + $0, .middle))
    }
    return (frame.area.x...last).map { column in
      let time = frame.latestTime(in: column, until: end)
      for place in areas.indices {
        let steps = areas[place].edge.steps
        while next[place] < steps.count, steps[next[place]].time <= time {
          values[place] = steps[next[place]].value
          next[place] += 1
        }
      }
      return middles.map { middle in values.firstIndex { middle < $0 } ?? areas.count - 1 }
    }
  }

  private func hasExtent(_ place: Int, _ areas: [PlotArea]) -> Bool {
    let own = areas[place].edge
    guard place > 0 else { return own.start > 0 || own.steps.contains { $0.value > 0 } }
    let below = areas[place - 1].edge
    return (own.steps.last?.value ?? own.start) - (below.steps.last?.value ?? below.start) > 1e-9
  }

  // MARK: Names

  /// The middle of the widest stretch of an area's cells that holds its name with a blank on either side; the stretch
  /// nearest to the middle of the area of equals.
  private func spot(
    for layer: PlotArea, _ place: Int, _ owners: [[Int]], _ grid: Grid
  ) -> (x: Int, y: Int)? {
    let need = layer.label.columns + 2
    let texture = layer.texture
    func isOwn(_ x: Int, _ y: Int) -> Bool {
      guard owners.indices.contains(x), owners[x][y] == place else { return false }
      let glyph = grid[frame.area.x + x, frame.area.y + y].glyph
      return texture.map { glyph == $0 } ?? isBackground(glyph)
    }
    var best: (x: Int, y: Int, width: Int)?
    let rows = (0..<frame.area.height).filter { y in owners.contains { $0[y] == place } }
    let middle = rows.isEmpty ? 0 : rows.reduce(0, +) / rows.count
    for y in rows.sorted(by: { abs($0 - middle) < abs($1 - middle) }) {
      var start = 0
      for x in 0...owners.count {
        if x < owners.count, isOwn(x, y) { continue }
        if x - start >= need, x - start > (best?.width ?? 0) { best = (start, y, x - start) }
        start = x + 1
      }
    }
    return best.map { (frame.area.x + $0.x + ($0.width - need) / 2, frame.area.y + $0.y) }
  }

  private func isBackground(_ glyph: Character) -> Bool {
    glyph == " " || glyph == frame.charset.guide
      || PlotHeight.Level.allCases.contains { glyph == frame.charset.dot(at: $0) }
  }

  /// Names of areas that are too thin for them, each behind its end, moved up or down where two would touch.
  private func drawBeside(
    _ thin: [Int], _ areas: [PlotArea], in area: Rect, on grid: inout Grid
  ) -> [Int] {
    var (unplaced, taken) = ([Int](), Set<Int>())
    for place in thin {
      let edge = areas[place].edge
      let lower = place > 0 ? areas[place - 1].edge : nil
      let top = edge.steps.last?.value ?? edge.start
      let foot = lower.map { $0.steps.last?.value ?? $0.start } ?? 0
      let row = frame.row(of: (top + foot) / 2)
      let free = [0, -1, 1, -2, 2].map { row + $0 }.first {
        !taken.contains($0) && (area.y..<area.maxY).contains($0)
      }
      let x = frame.lastColumn(until: edge.end) + 1
      let room = area.maxX - x - 3
      guard let free, room >= min(areas[place].label.columns, 8), top > foot else {
        unplaced.append(place)
        continue
      }
      taken.insert(free)
      let style = Style(edge.style.foreground, bold: true)
      let dash: Character = frame.charset == .unicode ? "╴" : "-"
      if free == row {
        grid[x, row] = Cell(dash, style)
      } else {
        let isBelow = free > row
        grid[x, row] = Cell(turn(isBelow ? "╮" : "╯", isBelow ? "\\" : "/"), style)
        for y in (min(free, row) + 1)..<max(free, row) { grid[x, y] = Cell(frame.charset.vertical, style) }
        grid[x, free] = Cell(turn(isBelow ? "╰" : "╭", isBelow ? "\\" : "/"), style)
      }
      grid[x + 1, free] = Cell(dash, style)
      grid.write(
        areas[place].label, in: Rect(x: x + 3, y: free, width: room, height: 1), style: style,
        ellipsis: frame.charset.ellipsis)
    }
    return unplaced
  }

  private func turn(_ unicode: Character, _ ascii: Character) -> Character {
    frame.charset == .unicode ? unicode : ascii
  }
}
