import CohortModel
import SurvivalStatistics

extension Univariable {
  /// What the estimates of a question are made from.
  struct Counts: Sendable {
    var tables: EventTables
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

  /// Estimates the factors beside each other, on as many cores as there are.
  ///
  /// - Complexity: for each factor that of its tables' times and levels; for each number that of a regression on all.
  init(_ question: Question, _ counts: Counts, schema: CohortSchema) async throws {
    let endpoint = try schema.endpoint(named: question.endpoint)
    let cause = try question.cause(of: endpoint)
    let window = question.window(in: endpoint)
    var factors: [Factor] = []
    var untested: [String: Untested.Reason] = [:]
    let estimated = try await Self.inParallel(counts.factors) { variable, tables in
      var factor = try Self.factor(variable, tables, window, cause, question, schema)
      if factor != nil {
        try Task.checkCancellation()
        factor?.perUnit = try counts.numbers[variable.name].map {
          try Self.perUnit($0, cause, usesFirth: question.usesFirth)
        }
      }
      return factor
    }
    for ((variable, tables), factor) in zip(counts.factors, estimated) {
      guard let factor else {
        let hasValues = tables.tables.contains { window.observed($0).subjectCount > 0 }
        untested[variable.name] =
          variable.isNumeric && hasValues && variable.cuts.isEmpty ? .medianIsHighest : .oneLevel
        continue
      }
      factors.append(factor)
    }
    let usable = counts.tables.overall.subjectCount
    self.init(
      question: question, endpoint: endpoint, cause: cause, factors: factors, late: counts.late,
      untested: schema.variables.compactMap { variable in
        (Self.reasonAgainst(variable) ?? untested[variable.name]).map {
          Untested(variable: variable, reason: $0)
        }
      },
      counts: WindowCounts(
        selected: counts.tables.selectedCount, unusable: counts.tables.selectedCount - usable,
        beforeLandmark: window.landmark == nil
          ? 0 : usable - window.observed(counts.tables.overall).subjectCount))
  }

  /// What becomes of each factor, in the order of the factors; work that nobody waits for stops.
  private static func inParallel(
    _ factors: [(variable: Variable, tables: FactorTables)],
    _ estimate: @escaping @Sendable (Variable, FactorTables) throws -> Factor?
  ) async throws -> [Factor?] {
    try await withThrowingTaskGroup(of: (Int, Factor?).self) { group in
      for (place, factor) in factors.enumerated() {
        group.addTask {
          try Task.checkCancellation()
          return (place, try estimate(factor.variable, factor.tables))
        }
      }
      var found = [Factor?](repeating: nil, count: factors.count)
      for try await (place, factor) in group { found[place] = factor }
      return found
    }
  }

  /// `nil` where fewer than two levels have patients.
  private static func factor(
    _ variable: Variable, _ found: FactorTables, _ window: Question.Window, _ cause: Int?,
    _ question: Question, _ schema: CohortSchema
  ) throws -> Factor? {
    let transform = question.interval
    guard let arms = found.arms else { return nil }
    let present = zip(arms.names(in: schema), found.tables).map { name, table in
      Arm(name: name, table: window.observed(table))
    }.filter { $0.patientCount > 0 }
    guard present.count > 1 else { return nil }
    let wanted = present.firstIndex { $0.name == variable.reference }
    let reference = wanted ?? 0
    var levels = present.indices.map { place in
      let table = present[place].table
      let curve =
        cause.map { Curve(AalenJohansen(table), arm: place, cause: $0, transform: transform) }
        ?? Curve(KaplanMeier(table), arm: place, transform: transform)
      return Level(name: present[place].name ?? "", curve: curve, isReference: place == reference)
    }
    let whyNot = try ratios(&levels, reference: reference, cause, usesFirth: question.usesFirth)
    return Factor(
      variable: variable, arms: arms, levels: levels,
      unknownCount: window.observed(found.unknown).subjectCount,
      test: ArmsTest(present, cause: cause), whyNoRatios: whyNot,
      absentReference: wanted == nil ? variable.reference : nil)
  }

  /// Sets the ratios of the levels, or says why there are none.
  private static func ratios(
    _ levels: inout [Level], reference: Int, _ cause: Int?, usesFirth: Bool
  ) throws -> NoRatio? {
    let empty = levels.filter { $0.eventCount == 0 }
    guard empty.isEmpty || usesFirth && empty.count < levels.count else {
      return .noEvents(levels: empty.map(\.name))
    }
    let tables = levels.map(\.curve.table)
    if cause != nil, tables.contains(where: { $0.entered.contains { $0 > 0 } }) { return .delayedEntry }
    let regression = TableRegression(tables, reference: reference)
    var (estimates, outcome) =
      empty.isEmpty
      ? try cause.map { try regression.fineGray(cause: $0) } ?? regression.cox()
      : ([], .infiniteCoefficients(columns: []))
    if usesFirth, case .infiniteCoefficients = outcome {
      (estimates, outcome) = try regression.firth(cause: cause)
    }
    try Task.checkCancellation()
    guard outcome.isConverged else { return NoRatio(outcome) }
    let others = levels.indices.filter { $0 != reference }
    for (place, estimate) in zip(others, estimates) { levels[place].ratio = estimate }
    return nil
  }

  private static func perUnit(_ numbers: Numbers, _ cause: Int?, usesFirth: Bool) throws -> PerUnit {
    let (values, data) = (numbers.values, numbers.data)
    let events = data.outcomes.count { outcome in cause.map { outcome.cause == $0 } ?? (outcome != .censored)
    }
    var perUnit = PerUnit(patientCount: data.count, eventCount: events)
    if cause != nil, data.hasDelayedEntry {
      perUnit.whyNoRatio = .delayedEntry
      return perUnit
    }
    let design = try DesignMatrix([.continuous(name: "", values: values)], rowCount: values.count)
    var (estimates, outcome): ([RatioEstimate], RegressionOutcome)
    if let cause {
      let model = try FineGrayModel(data, cause: cause, design: design, convergence: .cmprsk)
      (estimates, outcome) = (model.coefficients.map(RatioEstimate.init), model.outcome)
    } else {
      let model = try CoxModel(data, design: design)
      (estimates, outcome) = (model.coefficients.map(RatioEstimate.init), model.outcome)
    }
    if usesFirth, case .infiniteCoefficients = outcome {
      let model =
        try cause.map { try FirthModel(subdistributionOf: $0, data, design: design) }
        ?? FirthModel(data, design: design)
      (estimates, outcome) = (model.coefficients.map(RatioEstimate.init), model.outcome)
    }
    if outcome.isConverged { perUnit.ratio = estimates.first } else { perUnit.whyNoRatio = NoRatio(outcome) }
    return perUnit
  }
}

extension Univariable.NoRatio {
  init(_ outcome: RegressionOutcome) {
    if case .infiniteCoefficients = outcome { self = .infinite } else { self = .notConverged }
  }
}
