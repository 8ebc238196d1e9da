package import CohortEngine

/// Answers questions off the main actor; how little each answer costs is the source's business.
package actor Recomputer {
  private let source: any CohortSource
  private let cohort: Cohort

  package init(_ source: any CohortSource, cohort: Cohort) { (self.source, self.cohort) = (source, cohort) }

  /// - Parameter facets: the variables whose counts are on the screen.
  package func snapshot(for question: Question, facets: Set<Int>) async throws -> Snapshot {
    let query = CohortQuery(
      endpoint: question.endpoint, filters: question.filters, stratification: question.stratification,
      facets: facets)
    let answer = try await source.answer(query)
    try Task.checkCancellation()
    let analysis = CurveAnalysis(
      answer, endpoint: cohort.endpoints[question.endpoint], transform: question.transform)
    return Snapshot(question: question, answer: answer, analysis: analysis)
  }
}
