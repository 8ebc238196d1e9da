extension Table {
  /// A table as texts for a width.
  package struct Layout: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
      package var heading: String
      /// One for each row.
      package var cells: [String]
      /// Of the heading and the widest cell.
      package var width: Int
      package var isNumber: Bool
      /// Its place among the table's columns; `nil` for the names of the rows.
      package var index: Int?
    }

    /// The names of the rows first.
    package var columns: [Column]
    package var width: Int
    /// What is left out for want of room: ``Table/Column/spoken`` of each column.
    package var omitted: [String]
  }

  /// The fullest table that fits: headings give way first; then the least columns are shortened, then dropped, the last of equals first; then the
  /// names of the rows are shortened, and at last cut.
  ///
  /// - Parameters:
  ///   - gap: columns between two cells.
  ///   - nameMargin: columns before each row's name, for what is drawn there.
  ///   - width: how many columns a text takes.
  package func layout(
    fitting columns: Int, gap: Int = 2, nameMargin: Int = 0, width: (String) -> Int
  ) -> Layout {
    var kept = self.columns.indices.map { (index: $0, variant: 0) }
    var nameVariant = 0
    // Each column is worded and measured once in each of its variants, however often the others change.
    var known: [[Layout.Column?]] = self.columns.map {
      .init(repeating: nil, count: max(1, $0.variants.count))
    }
    func column(_ place: (index: Int, variant: Int)) -> Layout.Column {
      if let made = known[place.index][place.variant] { return made }
      let made = self.column(at: place.index, variant: place.variant, width: width)
      known[place.index][place.variant] = made
      return made
    }
    var names = nameColumn(nameVariant, margin: nameMargin, width: width)
    func made() -> Layout {
      let all = [names] + kept.map(column)
      let omitted = self.columns.indices.filter { index in !kept.contains { $0.index == index } }
      return Layout(
        columns: all, width: all.reduce(-gap) { $0 + $1.width + gap },
        omitted: omitted.map { self.columns[$0].spoken })
    }
    var layout = made()
    while layout.width > columns {
      // A heading gives way before a number does.
      let headed = kept.indices.compactMap { place in
        narrower(kept[place].index, kept[place].variant, column).map { (place: place, variant: $0) }
      }
      if let widest = headed.max(by: {
        layout.columns[$0.place + 1].width < layout.columns[$1.place + 1].width
      }) {
        kept[widest.place].variant = widest.variant
        layout = made()
        continue
      }
      let reducible = kept.indices.filter { place in
        let column = self.columns[kept[place].index]
        return column.rank.isDroppable || kept[place].variant + 1 < column.variants.count
      }
      let least = reducible.reversed().min {
        self.columns[kept[$0].index].rank < self.columns[kept[$1].index].rank
      }
      let longestNames = rows.map(\.names.count).max() ?? 1
      let keepsColumns = least.map { self.columns[kept[$0].index].rank >= .important } ?? true
      if keepsColumns, nameVariant + 1 < longestNames {
        nameVariant += 1
        names = nameColumn(nameVariant, margin: nameMargin, width: width)
      } else if let least {
        let column = self.columns[kept[least].index]
        if kept[least].variant + 1 < column.variants.count {
          kept[least].variant += 1
        } else {
          kept.remove(at: least)
        }
      } else {
        break
      }
      layout = made()
    }
    let over = layout.width - columns
    guard over > 0, var names = layout.columns.first else { return layout }
    let room = max(4, names.width - nameMargin - over)
    layout.width -= names.width - min(names.width, room + nameMargin)
    names.width = min(names.width, room + nameMargin)
    names.cells = names.cells.map { $0.cut(to: room, width: width) }
    names.heading = names.heading.cut(to: room, width: width)
    layout.columns[0] = names
    return layout
  }

  /// The next variant of a column that has a narrower heading over the same cells; `nil` where the cells are what is
  /// wide.
  private func narrower(
    _ index: Int, _ variant: Int, _ column: ((index: Int, variant: Int)) -> Layout.Column
  ) -> Int? {
    let variants = columns[index].variants
    guard variants.indices.contains(variant) else { return nil }
    let width = column((index, variant)).width
    return variants.indices[(variant + 1)...].prefix {
      variants[$0].form == variants[variant].form && !variants[$0].isLastResort
    }
    .first { column((index, $0)).width < width }
  }

  private func nameColumn(_ variant: Int, margin: Int, width: (String) -> Int) -> Layout.Column {
    let cells = rows.map { row in row.names.isEmpty ? "" : row.names[min(variant, row.names.count - 1)] }
    let widest = (cells + [rowHeading]).map(width).max() ?? 0
    return Layout.Column(
      heading: rowHeading, cells: cells, width: widest + margin, isNumber: false, index: nil)
  }

  private func column(at index: Int, variant: Int, width: (String) -> Int) -> Layout.Column {
    let column = columns[index]
    let chosen = column.variants.isEmpty ? Column.Variant("") : column.variants[variant]
    let cells = rows.map { row in
      guard row.cells.indices.contains(index) else { return "" }
      let cell = row.cells[index]
      return cell.text(chosen.isLastResort && !cell.isEstimated ? .bare : chosen.form)
    }
    return Layout.Column(
      heading: chosen.heading, cells: cells, width: (cells + [chosen.heading]).map(width).max() ?? 0,
      isNumber: column.isNumber, index: index)
  }
}
