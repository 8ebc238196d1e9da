import CohortModel
import SurvivalStatistics

extension Models {
  /// Fits each kind of regression, and each term alone; between the fits it looks whether anybody still wants them.
  ///
  /// - Complexity: O(patients · columns²) an iteration of each fit.
  init(
    _ question: Question, kinds: [RegressionKind]?, _ rows: Rows, selectedCount: Int, schema: CohortSchema
  ) throws {
    guard let endpoint = schema.endpoint(question.endpoint) else {
      throw NamingError.unknownEndpoint(question.endpoint, known: schema.endpoints.map(\.name))
    }
    let cause = try question.cause(of: endpoint)
    let frame = try ModelFrame(
      rows, question.covariates, endpoint, question.window(in: endpoint), schema: schema)
    let fits = try (kinds ?? Self.kinds(endpoint)).map { kind in
      try RegressionFit(frame, kind, cause: kind == .cox ? nil : cause)
    }
    self.init(
      question: question, endpoint: endpoint, cause: cause, fits: fits, selectedCount: selectedCount,
      usableCount: frame.usableCount)
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
  /// - Parameter cause: `nil` for any event.
  init(_ frame: ModelFrame, _ kind: RegressionKind, cause: Int?) throws {
    let isEvent: (Observation.Outcome) -> Bool = { outcome in
      cause.map { outcome.cause == $0 } ?? (outcome != .censored)
    }
    let events = frame.data.outcomes.map(isEvent)
    self.init(
      kind: kind, terms: [], patientCount: frame.data.count, eventCount: events.count { $0 },
      unknownCount: frame.unknownCount, outcome: .noEvents, likelihoodRatio: .undefined(.noEvents),
      wald: .undefined(.noEvents))
    try Task.checkCancellation()
    let design = try frame.design(frame.terms)
    let together = try Fit(frame.data, design, kind, cause: cause)
    (outcome, likelihoodRatio, wald) = (together.outcome, together.likelihoodRatio, together.wald)
    (score, concordance) = (together.score, together.concordance)
    proportionality = together.proportionality?.global
    for (index, coded) in frame.terms.enumerated() {
      try Task.checkCancellation()
      let alone =
        frame.terms.count == 1 ? together : try Fit(frame.data, frame.design([coded]), kind, cause: cause)
      let columns = design.terms[index].columns
      let place = together.proportionality?.terms.firstIndex { $0.name == coded.variable.name }
      terms.append(
        Term(
          term: coded.term, variable: coded.variable,
          rows: Self.rows(
            coded, events, adjusted: together.outcome.isConverged ? together.coefficients[columns] : [],
            unadjusted: alone.coefficients[...]),
          wald: together.termTests.indices.contains(index)
            ? together.termTests[index].result : .undefined(.noVariance),
          proportionality: place.flatMap { together.proportionality?.terms[$0].result }))
    }
  }

  private static func rows(
    _ coded: ModelFrame.Coded, _ events: [Bool], adjusted: ArraySlice<CoefficientEstimate>,
    unadjusted: ArraySlice<CoefficientEstimate>
  ) -> [Row] {
    guard !coded.levels.isEmpty else {
      return [
        Row(
          level: nil, isReference: false, patientCount: events.count, eventCount: events.count { $0 },
          adjusted: adjusted.first, unadjusted: unadjusted.first)
      ]
    }
    var (patients, failed) = (
      [Int](repeating: 0, count: coded.levels.count), [Int](repeating: 0, count: coded.levels.count)
    )
    for (row, level) in coded.members.enumerated() {
      patients[level] += 1
      if events[row] { failed[level] += 1 }
    }
    let estimate: (ArraySlice<CoefficientEstimate>, Int) -> CoefficientEstimate? = { estimates, level in
      level == 0 ? nil : estimates.dropFirst(level - 1).first
    }
    return coded.levels.indices.map { level in
      Row(
        level: coded.levels[level], isReference: level == 0, patientCount: patients[level],
        eventCount: failed[level], adjusted: estimate(adjusted, level),
        unadjusted: estimate(unadjusted, level))
    }
  }
}

/// What both families of models have to say.
private struct Fit {
  var outcome: RegressionOutcome
  var coefficients: [CoefficientEstimate]
  var termTests: [TermTest]
  var likelihoodRatio: ChiSquaredResult
  var wald: ChiSquaredResult
  var score: ChiSquaredResult?
  var concordance: Concordance?
  var proportionality: ProportionalHazardsTest?

  init(_ data: SurvivalData, _ design: DesignMatrix, _ kind: RegressionKind, cause: Int?) throws {
    if kind == .fineGray {
      let model = try FineGrayModel(data, cause: cause ?? 0, design: design, convergence: .cmprsk)
      (outcome, coefficients, termTests) = (model.outcome, model.coefficients, model.termTests)
      (likelihoodRatio, wald) = (model.likelihoodRatioTest, model.waldTest)
      return
    }
    let events = try data.mapOutcomes { outcome in
      (cause.map { outcome.cause == $0 } ?? (outcome != .censored)) ? .event(cause: 0) : .censored
    }
    let model = try CoxModel(events, design: design)
    (outcome, coefficients, termTests) = (model.outcome, model.coefficients, model.termTests)
    (likelihoodRatio, wald, score) = (model.likelihoodRatioTest, model.waldTest, model.scoreTest)
    try Task.checkCancellation()
    concordance = model.concordance
    proportionality = model.proportionalHazardsTest()
  }
}
