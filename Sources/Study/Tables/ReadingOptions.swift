/// What a person says about how a file is to be read.
package struct ReadingOptions: Sendable, Equatable {
  /// The sheet of a workbook, by its name or else its number, counted from 1.
  package var sheet: String?

  package init(sheet: String? = nil) { self.sheet = sheet }
}
