internal import Study

/// The record of one analysis.
package struct AnalysisResult: Sendable, Equatable {
  package let id: String
  package let type: String
  let answers: Answers

  package var status: AnalysisStatus { answers.status }
  /// Why the status is not `ok`, on one line.
  package var reason: String? { answers.reason }
  /// Rows, or subjects, that the analysis used.
  package var n: Int? { answers.n }
  /// Rows left out because something was missing.
  package var missingCount: Int? { answers.missingCount }
  package var values: [String: ResultValue] { answers.values }

  /// The record as JSON, a value a line.
  var json: String {
    var head = [
      "\"id\": \(QuotedText.escaped(id))", "\"type\": \(QuotedText.escaped(type))",
      "\"status\": \(QuotedText.escaped(status.rawValue))",
    ]
    if let reason { head.append("\"reason\": \(QuotedText.escaped(reason))") }
    if let n { head.append("\"n\": \(n)") }
    if let missingCount { head.append("\"n_missing\": \(missingCount)") }
    let lines = answers.keys.map { "      \(QuotedText.escaped($0)): \((values[$0] ?? .null).json)" }
    let body = lines.isEmpty ? "{}" : "{\n\(lines.joined(separator: ",\n"))\n    }"
    return "    {\(head.joined(separator: ", ")), \"values\": \(body)}"
  }
}
