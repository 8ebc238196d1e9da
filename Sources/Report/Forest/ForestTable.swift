/// A table in groups with a ratio in every row: what a forest plot is drawn beside.
package struct ForestTable: Hashable, Sendable {
  /// What a variable makes of the patients, and what is said of the variable as a whole.
  package struct Group: Hashable, Sendable {
    /// What the groups from here on have in common; `nil` where that is what it was.
    package var heading: Sentence?
    /// The variable's name.
    package var variable: String
    /// What people call it.
    package var label: String
    /// What must be known of it, beside its label.
    package var aside: Sentence
    /// One for each column.
    package var cells: [Quantity]
    /// Whether a reader should not lean on its P.
    package var isMuted = false
    package var rows: [Row]
  }

  package struct Row: Hashable, Sendable {
    /// A level, an interval, or what one more of a number is.
    package var name: String
    /// One for each column.
    package var cells: [Quantity]
    /// `nil` for the reference, and where there is none.
    package var ratio: Ratio?
    package var isReference = false
  }

  /// A ratio with its limits, above zero.
  package struct Ratio: Hashable, Sendable {
    package var value: Double
    package var lower: Double
    package var upper: Double

    package init(_ value: Double, _ lower: Double, _ upper: Double) {
      (self.value, self.lower, self.upper) = (value, lower, upper)
    }
  }

  /// A line of the table.
  package enum Line: Hashable, Sendable {
    case heading(Sentence)
    /// The place of a group.
    case group(Int)
    case row(group: Int, Int)
  }

  /// The heading of the names.
  package var rowHeading: String
  package var columns: [Table.Column]
  package var groups: [Group]
  /// The column before which the ratios are drawn.
  package var ratioColumn: Int

  package var lines: [Line] {
    groups.enumerated().flatMap { place, group in
      (group.heading.map { [Line.heading($0)] } ?? []) + [.group(place)]
        + group.rows.indices.map { .row(group: place, $0) }
    }
  }

  /// A row for each line; what heads rows has no name there, for it stands where its rows have their numbers.
  package var table: Table {
    let blank = [Quantity](repeating: .nothing, count: columns.count)
    let rows = lines.map { line -> Table.Row in
      switch line {
      case .heading: Table.Row([""], blank)
      case .group(let place): Table.Row([""], groups[place].cells)
      case .row(let group, let place):
        Table.Row([groups[group].rows[place].name], groups[group].rows[place].cells)
      }
    }
    return Table(caption: Sentence(""), rowHeading: rowHeading, columns: columns, rows: rows)
  }

  /// The ratios that the axis ends at.
  package static let limits = 0.1...10.0

  /// What is written along the axis.
  package static let ticks = [0.1, 0.3, 1, 3, 10].map { ($0, NumberText.short($0)) }
}
