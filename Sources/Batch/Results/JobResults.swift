package import Study

/// The answers to a job.
package struct JobResults: Sendable, Equatable {
  package let job: String
  package let producer: String
  /// How the table was read.
  package let reading: ReadingMode
  /// What was seen to when it was read, and what counts as missing.
  package let findings: [Finding]
  /// In the order of the questions.
  package let analyses: [AnalysisResult]

  /// The answers as a JSON document; the same answers give the same bytes.
  package var json: String {
    """
    {
      "format": "atrisk-results/1",
      "job": \(QuotedText.escaped(job)),
      "produced_by": \(QuotedText.escaped(producer)),
      "reading": \(QuotedText.escaped(reading.rawValue)),
      "findings": \(findingsJSON),
      "analyses": [
    \(analyses.map(\.json).joined(separator: ",\n"))
      ]
    }

    """
  }

  private var findingsJSON: String {
    findings.isEmpty ? "[]" : "[\n\(findings.map { "    " + $0.json }.joined(separator: ",\n"))\n  ]"
  }
}

extension Finding {
  /// The finding with every line that it is about.
  fileprivate var json: String {
    let column = column.map { QuotedText.escaped($0) } ?? "null"
    let lines = lines.map { "\($0)" }.joined(separator: ", ")
    return """
      {"severity": \(QuotedText.escaped("\(severity)")), "column": \(column), \
      "message": \(QuotedText.escaped(message)), "lines": [\(lines)]}
      """
  }
}
