package import CohortModel

/// Why a file cannot be used: the first thing that is wrong with it, and where.
///
/// It prints as one line, `FILE:LINE:COLUMN: …`, or `FILE: …` where the file could not be read at all.
package enum StudyError: Error, Equatable, Sendable {
  case noSuchFile(path: String)
  case isDirectory(path: String)
  case isDevice(path: String)
  /// `most` is how many bytes are read.
  case tooLarge(path: String, most: Int)
  /// What should be unpacked or decoded cannot be; `reason` says why.
  case damaged(path: String, reason: String)
  /// Somebody stopped the reading.
  case cancelled(path: String)
  case notPermitted(path: String)
  /// `reason` is what the system said.
  case unreadable(path: String, reason: String)
  case notWritable(path: String, reason: String)

  case empty(Place)
  /// Text of two-byte units without the mark that tells which byte comes first.
  case utf16(Place)
  case binary(Place)
  case unsupported(Place, FileFormat)
  case headerOnly(Place)
  case tooManyColumns(Place, count: Int, most: Int)
  /// `number` counts the table's columns from 1.
  case unnamedColumn(Place, number: Int)
  case repeatedName(Place, name: String, first: Int, second: Int)
  case raggedRow(Place, fields: Int, expected: Int)
  case unclosedQuote(Place)
  /// A quote in the middle of a field, or text after a closing quote.
  case strayQuote(Place, field: String)
  /// Something in a file that is no plain text.
  case format(path: String, FormatError)

  /// The study file is no TOML.
  case syntax(Place, message: String)
  case missingKey(Place, key: String, expected: String)
  case wrongValue(Place, key: String, value: String, expected: String)
  /// A name that should be one of those known: `kind` says of what, such as `column` or `event`.
  case unknownName(Place, kind: String, name: String, nearest: String?)
  case expression(Place, FilterSyntaxError)
  /// A landmark without a time at which curves are read: what the word meant before, or half of what it means now.
  case landmarkAlone(Place)
  /// What somebody said of a table on the command line, such as `--event 3`, does not fit it.
  case statement(path: String, option: String, value: String, expected: String)
  /// The table has several rows a patient, no dates that can be read, or no sure endpoint: somebody must be asked.
  case unanswered(path: String, question: String)
}
