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
    func fit(_ terms: [ModelFrame.Coded], in strata: Groups? = nil, isMain: Bool = false) throws -> Fit {
      try Fit(cases, terms.map(\.covariate), strata, kind, usesFirth: usesFirth, isMain: isMain)
    }
    let together = try fit(frame.terms, in: frame.strata, isMain: true)
    self.init(
      kind: kind, terms: [], strata: frame.strataVariables, patientCount: cases.count,
      eventCount: events.count { $0 }, unknownCount: frame.unknownCount,
      withoutLogarithm: frame.withoutLogarithm, obstacle: together.obstacle,
      isPenalized: together.isPenalized, likelihoodRatio: together.likelihoodRatio, wald: together.wald,
      score: together.score, concordance: together.concordance,
      proportionality: together.proportionality?.global)
    let hasEstimates = together.obstacle == nil
    for (place, coded) in frame.terms.enumerated() {
      let isMain = coded.term.isMain
      let isAlone = frame.terms.count == 1
      let alone = isMain ? isAlone && frame.strata == nil ? together : try fit([coded]) : nil
      var dropped: ChiSquaredResult?
      if !isAlone, hasEstimates, !frame.isInInteraction(coded) {
        var others = frame.terms
        others.remove(at: place)
        dropped = together.gain(over: try fit(others, in: frame.strata))
      }
      let columns = together.terms.indices.contains(place) ? together.terms[place].columns : 0..<0
      let adjusted = hasEstimates ? together.coefficients[columns] : []
      let unadjusted = alone.map { $0.obstacle == nil ? $0.coefficients[...] : [] } ?? []
      terms.append(
        Term(
          term: coded.term, variable: coded.variable,
          partner: coded.term.partner.flatMap { name in
            frame.terms.first { $0.variable.name == name }?.variable
          },
          rows: isMain
            ? Self.rows(coded.groups, events, adjusted: adjusted, unadjusted: unadjusted)
            : Self.rows(coded.products, events, adjusted: adjusted),
          test: together.termTests.first { $0.name == coded.covariate.name }?.result
            ?? .undefined(.noVariance),
          dropped: dropped,
          proportionality: together.proportionality?.terms.first { $0.name == coded.covariate.name }?.result,
          absentReference: coded.absentReference))
    }
  }

  /// A row for each column of an interaction.
  private static func rows(
    _ products: [ModelFrame.Product], _ events: [Bool], adjusted: ArraySlice<RatioEstimate>
  ) -> [Row] {
    products.enumerated().map { place, product in
      Row(
        level: product.levels.0, partnerLevel: product.levels.1, isReference: false,
        patientCount: product.members.count, eventCount: product.members.count { events[$0] },
        adjusted: adjusted.dropFirst(place).first, unadjusted: nil)
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
          level: nil, partnerLevel: nil, isReference: false, patientCount: events.count,
          eventCount: events.count { $0 },
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
        level: groups.names[group], partnerLevel: nil, isReference: group == 0, patientCount: patients[group],
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
  var logLikelihood: Double?
  var coefficients: [RatioEstimate] = []
  var termTests: [TermTest] = []
  var likelihoodRatio = ChiSquaredResult.undefined(.noVariance)
  var wald = ChiSquaredResult.undefined(.noVariance)
  var score: ChiSquaredResult?
  var concordance: Concordance?
  var proportionality: ProportionalHazardsTest?

  /// - Parameters:
  ///   - strata: each has a baseline hazard of its own; `nil` for no strata.
  ///   - usesFirth: whether a likelihood that has no maximum is penalised.
  ///   - isMain: whether it is looked at how well the model fits, beyond its coefficients.
  init(
    _ cases: CompleteCases, _ covariates: [Covariate], _ strata: Groups?, _ kind: RegressionKind,
    usesFirth: Bool, isMain: Bool
  ) throws {
    switch kind {
    case .fineGray:
      guard !cases.data.hasDelayedEntry else {
        obstacle = .delayedEntry
        return
      }
      guard strata == nil else {
        obstacle = .strata
        return
      }
      let fit = try SubdistributionHazards(cases, covariates: covariates, convergence: .cmprsk)
      let model = fit.model
      (obstacle, terms, logLikelihood) = (fit.obstacle, model.terms, model.logLikelihood)
      coefficients = model.coefficients.map(RatioEstimate.init)
      (termTests, likelihoodRatio, wald) = (model.termTests, model.likelihoodRatioTest, model.waldTest)
    case .cox, .causeSpecific:
      let fit = try ProportionalHazards(
        cases, covariates: covariates, strata: strata, testing: isMain ? .kaplanMeier : nil)
      let model = fit.model
      (obstacle, terms, logLikelihood) = (fit.obstacle, model.terms, model.logLikelihood)
      coefficients = model.coefficients.map(RatioEstimate.init)
      (termTests, likelihoodRatio, wald) = (model.termTests, model.likelihoodRatioTest, model.waldTest)
      if isMain {
        (score, concordance, proportionality) = (model.scoreTest, fit.concordance, fit.proportionality)
      }
    }
    try Task.checkCancellation()
    guard usesFirth, case .infiniteCoefficients? = obstacle else { return }
    penalize(try PenalizedHazards(cases, covariates: covariates, strata: strata, kind))
    try Task.checkCancellation()
  }

  /// Takes the numbers of the penalised model in the place of those that there are none of.
  private mutating func penalize(_ fit: PenalizedHazards) {
    let model = fit.model
    (isPenalized, obstacle, terms, logLikelihood) = (true, fit.obstacle, model.terms, nil)
    coefficients = model.coefficients.map(RatioEstimate.init)
    (termTests, likelihoodRatio) = (model.termTests, model.likelihoodRatioTest)
    (wald, score, concordance, proportionality) = (.undefined(.noVariance), nil, nil, nil)
  }

  /// Twice the loss of likelihood where some terms are left out; `nil` where one of the models has no estimates, or only
  /// by a penalty, which is not that of the other.
  func gain(over less: Fit) -> ChiSquaredResult? {
    guard obstacle == nil, less.obstacle == nil, let logLikelihood, let without = less.logLikelihood,
      coefficients.count > less.coefficients.count
    else { return nil }
    return .value(
      statistic: max(0, 2 * (logLikelihood - without)),
      degreesOfFreedom: coefficients.count - less.coefficients.count)
  }
}
