package import CohortEngine

/// Answers questions off the main actor; how little each answer costs is the source's business.
package actor Recomputer {
  private let source: any CohortSource
  private let cohort: Cohort
  private var last: (key: Question, analysis: CurveAnalysis)?
  /// How many analyses were made, for tests to check that a change makes no more than depend on it.
  package private(set) var analysisCount = 0

  package init(_ source: any CohortSource, cohort: Cohort) { (self.source, self.cohort) = (source, cohort) }

  /// - Parameter facets: the variables whose counts are on the screen.
  package func snapshot(for question: Question, facets: Set<Int>) async throws -> Snapshot {
    let query = CohortQuery(
      endpoint: question.endpoint, filters: question.filters, stratification: question.stratification,
      facets: facets)
    let answer = try await source.answer(query)
    try Task.checkCancellation()
    return Snapshot(question: question, answer: answer, analysis: analysis(of: answer, for: question))
  }

  /// The analysis; another landmark or another open variable leaves it as it was.
  private func analysis(of answer: CohortAnswer, for question: Question) -> CurveAnalysis {
    var key = question
    key.landmark = nil
    if let last, last.key == key { return last.analysis }
    let made = CurveAnalysis(
      answer, endpoint: cohort.endpoints[question.endpoint], transform: question.transform)
    last = (key, made)
    analysisCount += 1
    return made
  }
}
