internal import Study

/// The answers to a job.
package struct JobResults: Sendable, Equatable {
  package let job: String
  package let producer: String
  /// In the order of the questions.
  package let analyses: [AnalysisResult]

  /// The answers as a JSON document; the same answers give the same bytes.
  package var json: String {
    """
    {
      "format": "atrisk-results/1",
      "job": \(QuotedText.escaped(job)),
      "produced_by": \(QuotedText.escaped(producer)),
      "analyses": [
    \(analyses.map(\.json).joined(separator: ",\n"))
      ]
    }

    """
  }
}
