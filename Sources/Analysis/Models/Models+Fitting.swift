import CohortModel
import SurvivalStatistics

extension Models {
  /// Fits each kind of regression, and each term alone; between the fits it looks whether anybody still wants them.
  ///
  /// - Complexity: O(patients · columns²) an iteration of each fit.
  init(
    _ question: Question, kinds: [RegressionKind]?, _ rows: Rows, schema: CohortSchema
  ) throws {
    let endpoint = try schema.endpoint(named: question.endpoint)
    for term in question.covariates where endpoint.columns.contains(term.variable) {
      throw NamingError.notATerm(
        term.variable, why: "\(endpoint.name) is made of it, and no outcome explains itself")
    }
    let cause = try question.cause(of: endpoint)
    let frame = try ModelFrame(
      rows, question.covariates, endpoint, cause: cause, question.window(in: endpoint), schema: schema)
    let fits = try (kinds ?? endpoint.fittingModels).map {
      try RegressionFit(frame, $0, usesFirth: question.usesFirth)
    }
    self.init(
      question: question, endpoint: endpoint, cause: cause, fits: fits, counts: frame.counts)
  }
}

extension Question {
  /// The cause that numbers are of: the one asked for, else the first; `nil` for survival.
  func cause(of endpoint: Endpoint) throws(NamingError) -> Int? {
    guard let name = cause else { return endpoint.kind == .competingRisks ? 0 : nil }
    guard endpoint.kind == .competingRisks, let cause = endpoint.causes.firstIndex(of: name) else {
      throw .unknownCause(name, known: endpoint.kind == .competingRisks ? endpoint.causes : [])
    }
    return cause
  }
}

extension RegressionFit {
  init(_ frame: ModelFrame, _ kind: RegressionKind, usesFirth: Bool) throws {
    let cases = frame.cases
    let events = cases.data.outcomes.map { $0.cause.map(cases.event.contains) ?? false }
    try Task.checkCancellation()
    let covariates = frame.terms.map(\.covariate)
    let together = try Fit(cases, covariates, kind, usesFirth: usesFirth, isMain: true)
    self.init(
      kind: kind, terms: [], patientCount: cases.count, eventCount: events.count { $0 },
      unknownCount: frame.unknownCount, withoutLogarithm: frame.withoutLogarithm,
      obstacle: together.obstacle, isPenalized: together.isPenalized,
      likelihoodRatio: together.likelihoodRatio, wald: together.wald, score: together.score,
      concordance: together.concordance, proportionality: together.proportionality?.global)
    for (place, coded) in frame.terms.enumerated() {
      try Task.checkCancellation()
      let alone =
        frame.terms.count == 1
        ? together : try Fit(cases, [coded.covariate], kind, usesFirth: usesFirth, isMain: false)
      let columns = together.terms.indices.contains(place) ? together.terms[place].columns : 0..<0
      terms.append(
        Term(
          term: coded.term, variable: coded.variable,
          rows: Self.rows(
            coded.groups, events,
            adjusted: together.obstacle == nil ? together.coefficients[columns] : [],
            unadjusted: alone.obstacle == nil ? alone.coefficients[...] : []),
          test: together.termTests.first { $0.name == coded.variable.name }?.result
            ?? .undefined(.noVariance),
          proportionality: together.proportionality?.terms.first { $0.name == coded.variable.name }?.result,
          absentReference: coded.absentReference))
    }
  }

  /// A row for each group, or one for a number as it is.
  private static func rows(
    _ groups: Groups?, _ events: [Bool], adjusted: ArraySlice<RatioEstimate>,
    unadjusted: ArraySlice<RatioEstimate>
  ) -> [Row] {
    guard let groups else {
      return [
        Row(
          level: nil, isReference: false, patientCount: events.count, eventCount: events.count { $0 },
          adjusted: adjusted.first, unadjusted: unadjusted.first)
      ]
    }
    var (patients, failed) = (
      [Int](repeating: 0, count: groups.count), [Int](repeating: 0, count: groups.count)
    )
    for (row, group) in groups.members.enumerated() {
      patients[group] += 1
      if events[row] { failed[group] += 1 }
    }
    let estimate: (ArraySlice<RatioEstimate>, Int) -> RatioEstimate? = { estimates, group in
      group == 0 ? nil : estimates.dropFirst(group - 1).first
    }
    return groups.names.indices.map { group in
      Row(
        level: groups.names[group], isReference: group == 0, patientCount: patients[group],
        eventCount: failed[group], adjusted: estimate(adjusted, group),
        unadjusted: estimate(unadjusted, group))
    }
  }
}

/// What both families of models have to say.
private struct Fit {
  var obstacle: ModelObstacle?
  var isPenalized = false
  var terms: [ModelTerm] = []
  var coefficients: [RatioEstimate] = []
  var termTests: [TermTest] = []
  var likelihoodRatio = ChiSquaredResult.undefined(.noVariance)
  var wald = ChiSquaredResult.undefined(.noVariance)
  var score: ChiSquaredResult?
  var concordance: Concordance?
  var proportionality: ProportionalHazardsTest?

  /// - Parameters:
  ///   - usesFirth: whether a likelihood that has no maximum is penalised.
  ///   - isMain: whether it is looked at how well the model fits, beyond its coefficients.
  init(
    _ cases: CompleteCases, _ covariates: [Covariate], _ kind: RegressionKind, usesFirth: Bool, isMain: Bool
  ) throws {
    switch kind {
    case .fineGray:
      guard !cases.data.hasDelayedEntry else {
        obstacle = .delayedEntry
        return
      }
      let fit = try SubdistributionHazards(cases, covariates: covariates, convergence: .cmprsk)
      let model = fit.model
      (obstacle, terms) = (fit.obstacle, model.terms)
      coefficients = model.coefficients.map(RatioEstimate.init)
      (termTests, likelihoodRatio, wald) = (model.termTests, model.likelihoodRatioTest, model.waldTest)
    case .cox, .causeSpecific:
      let fit = try ProportionalHazards(
        cases, covariates: covariates, testing: isMain ? .kaplanMeier : nil)
      let model = fit.model
      (obstacle, terms) = (fit.obstacle, model.terms)
      coefficients = model.coefficients.map(RatioEstimate.init)
      (termTests, likelihoodRatio, wald) = (model.termTests, model.likelihoodRatioTest, model.waldTest)
      if isMain {
        (score, concordance, proportionality) = (model.scoreTest, fit.concordance, fit.proportionality)
      }
    }
    try Task.checkCancellation()
    guard usesFirth, case .infiniteCoefficients? = obstacle else { return }
    penalize(try PenalizedHazards(cases, covariates: covariates, kind))
    try Task.checkCancellation()
  }

  /// Takes the numbers of the penalised model in the place of those that there are none of.
  private mutating func penalize(_ fit: PenalizedHazards) {
    let model = fit.model
    (isPenalized, self.obstacle, terms) = (true, fit.obstacle, model.terms)
    coefficients = model.coefficients.map(RatioEstimate.init)
    (termTests, likelihoodRatio) = (model.termTests, model.likelihoodRatioTest)
    (wald, score, concordance, proportionality) = (.undefined(.noVariance), nil, nil, nil)
  }
}
