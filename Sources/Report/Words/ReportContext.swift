import Analysis

/// What is said beside every table of a report: what was asked, how it was answered, what to beware of.
package struct ReportContext: Sendable {
  /// Each part as it can be typed after the option of that name.
  package var question: [(option: String, text: String)]
  package var conventions: Sentence
  package var remarks: [Remark]

  package init(question: [(option: String, text: String)], conventions: Sentence, remarks: [Remark]) {
    (self.question, self.conventions, self.remarks) = (question, conventions, remarks)
  }
}

extension CurvesReport {
  package var context: ReportContext {
    ReportContext(question: questionParts, conventions: conventions, remarks: remarks)
  }
}

extension UnivariableReport {
  package var context: ReportContext {
    ReportContext(
      question: text.parts(cause: result.cause), conventions: conventions, remarks: remarks)
  }
}
