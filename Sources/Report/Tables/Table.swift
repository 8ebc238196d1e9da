/// A table for people: worded and rounded, with its caption, and with what to leave out where there is little room.
package struct Table: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    /// The widest first: what stands above, and how much of a cell is said.
    package var variants: [Variant]
    package var isNumber: Bool
    package var rank: Sentence.Rank
    /// The heading in words that can be heard without seeing the table: `alive without relapse at 24 months`.
    package var spoken: String

    package struct Variant: Hashable, Sendable {
      package var heading: String
      package var form: Quantity.Form
      /// Whether other columns give way before this is taken, and the reason for which there is no estimate with them.
      package var isLastResort: Bool

      package init(_ heading: String, _ form: Quantity.Form = .cell, isLastResort: Bool = false) {
        (self.heading, self.form, self.isLastResort) = (heading, form, isLastResort)
      }
    }

    package init(
      _ variants: [Variant], isNumber: Bool = false, _ rank: Sentence.Rank, spoken: String? = nil
    ) {
      (self.variants, self.isNumber, self.rank) = (variants, isNumber, rank)
      self.spoken = spoken ?? variants.first?.heading ?? ""
    }

    package init(
      _ headings: [String], isNumber: Bool = false, _ rank: Sentence.Rank, spoken: String? = nil
    ) {
      self.init(headings.map { Variant($0) }, isNumber: isNumber, rank, spoken: spoken)
    }

    package var heading: String { variants.first?.heading ?? "" }
  }

  package struct Row: Hashable, Sendable {
    /// What the row is of, the widest first; never ambiguous.
    package var names: [String]
    /// The number of the series whose colour, dash and mark stand before the name.
    package var series: Int?
    /// One for each column.
    package var cells: [Quantity]

    package init(_ names: [String], series: Int? = nil, _ cells: [Quantity]) {
      var distinct: [String] = []
      for name in names where !distinct.contains(name) { distinct.append(name) }
      (self.names, self.series, self.cells) = (distinct, series, cells)
    }

    package init(_ name: ArmName, series: Int?, _ cells: [Quantity]) {
      self.init([name.full, name.short], series: series, cells)
    }

    package var name: String { names.first ?? "" }
  }

  package var caption: Sentence
  /// The heading of the rows' names.
  package var rowHeading: String
  package var columns: [Column]
  package var rows: [Row]
  package var footnotes: [Sentence]

  package init(
    caption: Sentence, rowHeading: String, columns: [Column], rows: [Row], footnotes: [Sentence] = []
  ) {
    (self.caption, self.rowHeading, self.columns) = (caption, rowHeading, columns)
    (self.rows, self.footnotes) = (rows, footnotes)
  }

  /// The table without what its rows are called, for where that stands beside it already.
  package var withoutNames: Table {
    var table = self
    for row in table.rows.indices { table.rows[row].names = [] }
    table.rowHeading = ""
    return table
  }

  /// What explains the signs in the cells; who hears the table hears them as words.
  package var signNotes: [Sentence] {
    let texts = rows.flatMap { $0.cells.map(\.short) }
    var notes: [Sentence] = []
    if texts.contains(where: { $0.contains(Quantity.uncertaintyMark) }) {
      notes.append(Sentence(Quantity.uncertaintyNote))
    }
    let words = Set(texts.flatMap { $0.split { !$0.isLetter } })
    if words.contains("NE") { notes.append(Sentence("NE not estimable")) }
    if words.contains("NR") { notes.append(Sentence("NR not reached")) }
    return notes
  }
}
