package import CohortModel
import SurvivalStatistics

extension Question {
  /// What a test on the screen looks at, for counting how many hypotheses somebody has looked at: two questions have the
  /// same one where nobody could get another P value.
  package struct Hypothesis: Hashable, Sendable {
    let endpoint: String
    /// The one tested, also where nobody named it; `nil` for survival.
    package var cause: String?
    /// All must hold, whatever their order.
    let conditions: Set<FilterExpression>
    /// `nil` for no test, but for all that can be asked of these patients.
    package var arms: Arms?
    /// In ticks of the endpoint, so that 12 months are a year.
    let landmark: Int64?
    let censorAt: Int64?
    /// What else is in the model that tests the arms' variable; none for a test of the arms alone.
    package var covariates: Set<CovariateTerm> = []
    /// The characteristic that is tested; `nil` for a test of what became of the patients.
    package var characteristic: TestedCharacteristic?
  }

  /// A characteristic of patients and what a test looks at it by.
  package enum TestedCharacteristic: Hashable, Sendable {
    /// Whether it is the same in the hypothesis' arms.
    case inArms(String)
    /// Whether it is the same in those selected and the rest.
    case againstRest(String)
  }

  /// What all hypotheses on characteristics of the selected patients share: no endpoint, and no time.
  package var selected: Hypothesis {
    Hypothesis(
      endpoint: "", cause: nil, conditions: Set(filters.steps.flatMap(\.condition.conjuncts)), arms: nil,
      landmark: nil, censorAt: nil)
  }

  /// `nil` without arms, where nothing is tested, and for an endpoint that the schema does not have.
  package func hypothesis(in schema: CohortSchema) -> Hypothesis? {
    guard arms != nil, var hypothesis = patients(in: schema) else { return nil }
    hypothesis.arms = arms
    return hypothesis
  }

  /// What all hypotheses on the same patients, event and window share; `nil` for an endpoint that the schema does not
  /// have.
  package func patients(in schema: CohortSchema) -> Hypothesis? {
    guard let endpoint = schema.endpoint(endpoint) else { return nil }
    func ticks(_ time: TimePoint?) -> Int64? {
      time.map { endpoint.scale.ticks($0.value(in: endpoint.scale.unit)) }
    }
    return Hypothesis(
      endpoint: endpoint.name,
      cause: endpoint.kind == .competingRisks ? cause ?? endpoint.causes.first : nil,
      conditions: Set(filters.steps.flatMap(\.condition.conjuncts)), arms: nil,
      landmark: ticks(landmark), censorAt: ticks(censorAt))
  }
}

extension Curves {
  /// The hypotheses of the tests of each cause, where there are several.
  package func hypotheses(in schema: CohortSchema) -> [Question.Hypothesis] {
    tests.filter { $0.result.pValue != nil }.compactMap { test in
      guard var hypothesis = question.hypothesis(in: schema) else { return nil }
      hypothesis.cause = test.cause.map { endpoint.causes[$0] }
      return hypothesis
    }
  }
}

extension Univariable {
  /// The hypotheses whose P values it shows.
  package func hypotheses(in schema: CohortSchema) -> [Question.Hypothesis] {
    guard let patients = question.patients(in: schema) else { return [] }
    return factors.filter { $0.test.result.pValue != nil }.map { factor in
      var hypothesis = patients
      hypothesis.arms = factor.arms
      return hypothesis
    }
  }
}

extension Models {
  /// The hypotheses whose P values it shows: one for each term among the others, whatever models it is in.
  package func hypotheses(in schema: CohortSchema) -> [Question.Hypothesis] {
    guard let patients = question.patients(in: schema) else { return [] }
    return question.covariates.filter { term in
      fits.contains { fit in fit.terms.contains { $0.term == term && $0.test.pValue != nil } }
    }.map { term in
      var hypothesis = patients
      // An interaction is a hypothesis of its own, of no variable's arms.
      hypothesis.arms = .levels(of: term.partner.map { "\(term.variable) * \($0)" } ?? term.variable)
      hypothesis.covariates = Set(question.covariates)
      return hypothesis
    }
  }
}

extension Characteristics {
  /// The hypotheses whose P values it shows.
  package var hypotheses: [Question.Hypothesis] {
    variables.filter { $0.test != nil }.map { described in
      var hypothesis = question.selected
      hypothesis.arms = question.dividingArms
      hypothesis.characteristic =
        question.comparison == .rest
        ? .againstRest(described.variable.name) : .inArms(described.variable.name)
      return hypothesis
    }
  }
}
