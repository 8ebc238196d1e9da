import Report

extension Composer {
  /// The table with its plot, and the axis below.
  mutating func forest(_ figure: ForestFigure, _ columns: ForestColumns, _ scale: RatioScale) {
    rule(columns)
    headings(figure, columns)
    rule(columns)
    let top = y
    for (place, line) in figure.table.lines.enumerated() {
      switch line {
      case .heading(let sentence):
        y += 4
        paragraph(
          sentence.text, x: Typography.margin, width: columns.axis.lowerBound - Typography.margin,
          Typography.heading, .muted)
      case .group(let group):
        y += 3
        self.group(figure.table.groups[group], line: place, columns)
      case .row(let group, let row):
        self.row(figure.table.groups[group].rows[row], line: place, columns, scale)
      }
    }
    y += 3
    let one = scale.x(1)
    add(
      .line(
        [Drawing.Point(one, top), Drawing.Point(one, y)],
        Drawing.Stroke(ink: .guide, width: 0.5, dash: [1.5, 1.5])))
    ratioAxis(figure.ratioTitle, scale)
  }

  private mutating func rule(_ columns: ForestColumns) {
    y += 1.5
    let right = columns.columns.last.map { $0.left + $0.width } ?? columns.axis.upperBound
    add(
      .line(
        [Drawing.Point(Typography.margin, y), Drawing.Point(max(right, columns.axis.upperBound), y)],
        Typography.hair))
    y += 1.5
  }

  private mutating func headings(_ figure: ForestFigure, _ columns: ForestColumns) {
    let font = Typography.heading
    for column in [columns.names] + columns.columns {
      cell(column.heading, column, font, .black)
    }
    y += font.leading
  }

  private mutating func cell(_ text: String, _ column: ForestColumns.Column, _ font: Font, _ ink: Ink) {
    self.text(
      text, column.isNumber ? .right : .left, x: column.isNumber ? column.left + column.width : column.left,
      baseline: y + font.ascent, font, ink)
  }

  /// The variable with what limits it, and its test.
  private mutating func group(_ group: ForestTable.Group, line: Int, _ columns: ForestColumns) {
    let (bold, font) = (Typography.heading, Typography.cell)
    for column in columns.columns { cell(column.cells[line], column, font, group.isMuted ? .muted : .black) }
    let first = columns.columns.first { !$0.cells[line].isEmpty }?.left ?? columns.axis.lowerBound
    let room = min(first, columns.axis.lowerBound) - Typography.margin - 6
    let lines = measure.lines(group.label, bold, width: room)
    for (place, text) in lines.enumerated() {
      if place > 0 { y += bold.leading }
      self.text(text, x: Typography.margin, baseline: y + bold.ascent, bold)
    }
    let used = width(lines.last ?? "", bold) + 7
    let small = Typography.caption
    if !group.aside.isEmpty {
      let aside = group.aside.text
      guard width(aside, small) <= room - used else {
        y += bold.leading
        paragraph(
          aside, x: Typography.margin + ForestSheet.indent, width: room - ForestSheet.indent, small, .muted)
        return
      }
      text(aside, x: Typography.margin + used, baseline: y + bold.ascent, small, .muted)
    }
    y += bold.leading
  }

  private mutating func row(
    _ row: ForestTable.Row, line: Int, _ columns: ForestColumns, _ scale: RatioScale
  ) {
    let font = Typography.cell
    for column in columns.columns { cell(column.cells[line], column, font, .black) }
    let middle = y + font.ascent - font.size * 0.3
    if let ratio = row.ratio {
      draw(ratio, at: middle, scale)
    } else if row.isReference {
      add(.mark(.openSquare, Drawing.Point(scale.x(1), middle), .muted))
    }
    let width = columns.names.width - ForestSheet.indent
    let lines = measure.lines(columns.names.cells[line], font, width: width)
    for text in lines {
      self.text(text, x: Typography.margin + ForestSheet.indent, baseline: y + font.ascent, font)
      y += font.leading
    }
    if lines.isEmpty { y += font.leading }
  }

  /// An estimate on its interval, with an arrow where that goes on beyond the axis.
  private mutating func draw(_ ratio: ForestTable.Ratio, at y: Double, _ scale: RatioScale) {
    guard ratio.value > 0, !ratio.value.isNaN, !ratio.lower.isNaN, !ratio.upper.isNaN else { return }
    let ink = SeriesStyle(1).ink
    let stroke = Drawing.Stroke(ink: ink, width: 0.9)
    let (left, right) = (scale.x(ratio.lower), scale.x(ratio.upper))
    add(.line([Drawing.Point(left, y), Drawing.Point(right, y)], stroke))
    for (end, isBeyond, direction) in [
      (left, ratio.lower < scale.limits.lowerBound, 1.0),
      (right, ratio.upper > scale.limits.upperBound, -1.0),
    ] {
      if isBeyond {
        add(
          .line(
            [
              Drawing.Point(end + direction * 3.5, y - 2.2), Drawing.Point(end, y),
              Drawing.Point(end + direction * 3.5, y + 2.2),
            ], stroke))
      } else {
        add(.line([Drawing.Point(end, y - 2), Drawing.Point(end, y + 2)], stroke))
      }
    }
    guard scale.limits.contains(ratio.value) else { return }
    add(.mark(.square, Drawing.Point(scale.x(ratio.value), y), ink))
  }

  private mutating func ratioAxis(_ title: String, _ scale: RatioScale) {
    add(.line([Drawing.Point(scale.left, y), Drawing.Point(scale.right, y)], Typography.thin))
    for (ratio, label) in ForestTable.ticks {
      let x = scale.x(ratio)
      add(.line([Drawing.Point(x, y), Drawing.Point(x, y + 3)], Typography.thin))
      text(label, .middle, x: x, baseline: y + 5 + Typography.tick.ascent, Typography.tick)
    }
    y += 5 + Typography.tick.leading + 1
    for line in measure.lines(title, Typography.axis, width: (scale.right - scale.left) * 1.6) {
      text(
        line, .middle, x: (scale.left + scale.right) / 2, baseline: y + Typography.axis.ascent,
        Typography.axis)
      y += Typography.axis.leading
    }
  }
}
