/// What a person says about how a file is to be read.
package struct ReadingOptions: Sendable, Equatable {
  /// The sheet of a workbook, by its name or else its number, counted from 1.
  package var sheet: String?

  package init(sheet: String? = nil) { self.sheet = sheet }
}

/// How much is made of the texts of a table.
package enum ReadingMode: String, Sendable, CaseIterable {
  /// As the dashboard reads: `NA` and its like are missing, decimal commas are found, columns are numbers, dates or
  /// levels by what they hold, levels are in the order that a reader expects, and what is no row is none.
  case inferred
  /// As it is written: only an empty field is a missing value, numbers are in the C notation, levels are texts in the
  /// order of numbers if all are numbers and else of text, and every record under the header is a row.
  case verbatim
}
