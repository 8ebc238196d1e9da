/// Why an analysis stops before it has computed anything.
struct Refusal: Error, Equatable, Sendable {
  var status: AnalysisStatus
  /// One line for whoever reads the record.
  var reason: String
  /// Rows used and rows left out, where they are known.
  var n: Int?
  var missingCount: Int?
}
