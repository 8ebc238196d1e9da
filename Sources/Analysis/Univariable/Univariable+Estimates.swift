import CohortModel
import SurvivalStatistics

extension Univariable {
  /// What the estimates of a question are made from.
  struct Counts: Sendable {
    var selected: Int
    var usable: Int
    /// Those known from time zero on, with their counts.
    var factors: [(variable: Variable, tables: FactorTables)]
    var late: [Variable]
    /// By the name of the variable, single patients for the ratio per unit; none where the source has no rows.
    var numbers: [String: Numbers]
  }

  /// The numbers of those who have one, with what became of them.
  struct Numbers: Sendable {
    var values: [Double]
    var data: SurvivalData
  }

  /// - Complexity: for each factor that of its tables' times and levels; for each number that of a regression on all.
  init(_ question: Question, _ counts: Counts, schema: CohortSchema) throws {
    guard let endpoint = schema.endpoint(question.endpoint) else {
      throw NamingError.unknownEndpoint(question.endpoint, known: schema.endpoints.map(\.name))
    }
    let cause = try question.cause(of: endpoint)
    var factors: [Factor] = []
    for (variable, tables) in counts.factors {
      try Task.checkCancellation()
      guard
        var factor = try Self.factor(
          variable, tables, question.window(in: endpoint), cause, question.interval, schema)
      else { continue }
      factor.perUnit = try counts.numbers[variable.name].map { try Self.perUnit($0, cause) }
      factors.append(factor)
    }
    self.init(
      question: question, endpoint: endpoint, cause: cause, factors: factors, late: counts.late,
      selectedCount: counts.selected, usableCount: counts.usable)
  }

  /// `nil` where fewer than two levels have patients.
  private static func factor(
    _ variable: Variable, _ found: FactorTables, _ window: Question.Window, _ cause: Int?,
    _ transform: ConfidenceTransform, _ schema: CohortSchema
  ) throws -> Factor? {
    guard let arms = found.arms else { return nil }
    let present = zip(arms.names(in: schema), found.tables).map { name, table in
      Arm(name: name, table: window.observed(table))
    }.filter { $0.patientCount > 0 }
    guard present.count > 1 else { return nil }
    let reference = present.firstIndex { $0.name == variable.reference } ?? 0
    var levels = present.indices.map { place in
      let table = present[place].table
      let curve =
        cause.map { Curve(AalenJohansen(table), arm: place, cause: $0, transform: transform) }
        ?? Curve(KaplanMeier(table), arm: place, transform: transform)
      return Level(name: present[place].name ?? "", curve: curve, isReference: place == reference)
    }
    let whyNot = try ratios(&levels, reference: reference, cause)
    return Factor(
      variable: variable, arms: arms, levels: levels,
      unknownCount: window.observed(found.unknown).subjectCount,
      test: ArmsTest(present, cause: cause), whyNoRatios: whyNot)
  }

  /// Sets the ratios of the levels, or says why there are none.
  private static func ratios(_ levels: inout [Level], reference: Int, _ cause: Int?) throws -> NoRatio? {
    if let empty = levels.first(where: { $0.eventCount == 0 }) { return .noEvents(level: empty.name) }
    let tables = levels.map(\.curve.table)
    if cause != nil, tables.contains(where: { $0.entered.contains { $0 > 0 } }) { return .delayedEntry }
    let regression = try TableRegression(tables, reference: reference)
    let (estimates, outcome) =
      try cause.map { try regression.fineGray(cause: $0) } ?? regression.cox(cause: nil)
    guard outcome.isConverged else { return NoRatio(outcome) }
    let others = levels.indices.filter { $0 != reference }
    for (place, estimate) in zip(others, estimates) { levels[place].ratio = estimate }
    return nil
  }

  private static func perUnit(_ numbers: Numbers, _ cause: Int?) throws -> PerUnit {
    let (values, data) = (numbers.values, numbers.data)
    let events = data.outcomes.count { outcome in cause.map { outcome.cause == $0 } ?? (outcome != .censored)
    }
    var perUnit = PerUnit(patientCount: data.count, eventCount: events)
    if cause != nil, data.hasDelayedEntry {
      perUnit.whyNoRatio = .delayedEntry
      return perUnit
    }
    let design = try DesignMatrix([.continuous(name: "", values: values)], rowCount: values.count)
    let (estimates, outcome): ([CoefficientEstimate], RegressionOutcome)
    if let cause {
      let model = try FineGrayModel(data, cause: cause, design: design, convergence: .cmprsk)
      (estimates, outcome) = (model.coefficients, model.outcome)
    } else {
      let model = try CoxModel(data, design: design)
      (estimates, outcome) = (model.coefficients, model.outcome)
    }
    if outcome.isConverged { perUnit.ratio = estimates.first } else { perUnit.whyNoRatio = NoRatio(outcome) }
    return perUnit
  }
}

extension Univariable.NoRatio {
  fileprivate init(_ outcome: RegressionOutcome) {
    if case .infiniteCoefficients = outcome { self = .infinite } else { self = .notConverged }
  }
}
