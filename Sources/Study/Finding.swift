/// Something about the data or the study file that a reader of the results should know.
package struct Finding: Sendable, Equatable {
  package enum Severity: Int, Sendable, Comparable, CaseIterable {
    /// How something was understood.
    case note
    /// Values were left out, or may be wrong.
    case warning
    /// An endpoint or a column could not be used.
    case error

    package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  package var severity: Severity
  /// The lines of the file in which the rows begin; empty where the finding is about a whole column or file.
  package var lines: [Int]
  package var column: String?
  /// One sentence without a full stop.
  package var message: String
  /// For findings about the study file: where in it.
  package var place: Place?

  package init(
    _ severity: Severity, lines: [Int] = [], column: String? = nil, message: String, place: Place? = nil
  ) {
    (self.severity, self.lines, self.column, self.message, self.place) = (
      severity, lines, column, message, place
    )
  }
}
