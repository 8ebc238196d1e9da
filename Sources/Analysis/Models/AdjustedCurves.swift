package import CohortModel
package import SurvivalStatistics

/// Curves of arms made comparable: what a regression predicts if all patients were in one arm, then in the next.
///
/// Direct standardisation over the patients of the model: the mean of their predicted curves with the arm set. Limits are
/// quantiles of the same over patients drawn anew with replacement, the model fitted to each draw.
package struct AdjustedCurves: Equatable, Sendable {
  package private(set) var question: Question
  package let endpoint: Endpoint
  /// The cause whose incidence it is; `nil` for survival.
  package let cause: Int?
  /// Cox's model, or Fine and Gray's.
  package let kind: RegressionKind
  /// What is in the model, the arms' variable among it.
  package let terms: [CovariateTerm]
  package let arms: [Arm]
  /// Patients averaged over: those with everything known.
  package let patientCount: Int
  package let unknownCount: Int
  /// How many draws there were, and in how many an arm could not be predicted.
  package let draws: Int
  package let failedDraws: Int
  package let seed: UInt64
  /// Why there are no curves; `nil` where there are.
  package let obstacle: ModelObstacle?

  package struct Arm: Equatable, Sendable {
    package var name: String
    package var patientCount: Int
    package var eventCount: Int
    /// In the recorded unit, increasing.
    package var times: [Double]
    package var values: [Double]
    package var standardErrors: [Double?]
    package var limits: [ConfidenceInterval?]

    /// Of how many patients observed to the end a simple share would be as uncertain at a time: p(1 − p)/se².
    package func effectiveCount(at place: Int) -> Double? {
      guard values.indices.contains(place), let error = standardErrors[place], error > 0 else { return nil }
      return values[place] * (1 - values[place]) / (error * error)
    }

    /// The place of the last time up to one; `nil` before the first.
    package func place(at time: Double) -> Int? { times.lastIndex { $0 <= time } }
  }

  /// The same read at another time.
  func read(at time: TimePoint?) -> AdjustedCurves {
    var read = self
    read.question.at = time
    return read
  }

  /// How many draws the limits are made of: fewer of very many patients, whose limits are narrow anyway.
  static func draws(_ patientCount: Int) -> Int { max(100, min(500, 2_000_000 / max(1, patientCount))) }

  /// - Parameter progress: told how many of how many draws are done.
  init(
    _ question: Question, _ rows: Rows, schema: CohortSchema, seed: UInt64 = 1,
    progress: (Int, Int) -> Void
  ) throws {
    let endpoint = try schema.endpoint(named: question.endpoint)
    let cause = try question.cause(of: endpoint)
    let terms = question.adjustedTerms
    for term in terms where endpoint.columns.contains(term.variable) {
      throw NamingError.notATerm(
        term.variable, why: "\(endpoint.name) is made of it, and no outcome explains itself")
    }
    let frame = try ModelFrame(
      rows, terms, endpoint, cause: cause, question.window(in: endpoint), schema: schema)
    let kind: RegressionKind = cause == nil ? .cox : .fineGray
    (self.question, self.endpoint, self.cause, self.kind) = (question, endpoint, cause, kind)
    (self.terms, patientCount, unknownCount, self.seed) = (
      terms, frame.cases.count, frame.unknownCount, seed
    )
    let model = try StandardizedModel(frame, kind, variable: question.arms?.variable ?? "")
    let (found, obstacle) = try model.curves(counts: nil)
    guard let found, obstacle == nil else {
      (arms, draws, failedDraws, self.obstacle) = ([], 0, 0, obstacle ?? .notConverged)
      return
    }
    let wanted = Self.draws(frame.cases.count)
    var generator = SeededGenerator(seed: seed)
    var samples: [[[Double]]] = []
    for draw in 0..<wanted {
      try Task.checkCancellation()
      progress(draw, wanted)
      var counts = [Int](repeating: 0, count: frame.cases.count)
      for _ in counts.indices { counts[Int.random(in: counts.indices, using: &generator)] += 1 }
      if let sample = try model.curves(counts: counts).curves { samples.append(sample) }
    }
    (draws, failedDraws, self.obstacle) = (wanted, wanted - samples.count, nil)
    arms = model.groups.names.indices.map { group in
      let members = model.groups.members.indices.filter { model.groups.members[$0] == group }
      let spread = model.times.indices.map { time in SampleSummary(samples.map { $0[group][time] }) }
      return Arm(
        name: model.groups.names[group], patientCount: members.count,
        eventCount: members.count { model.events[$0] }, times: model.times, values: found[group],
        standardErrors: spread.map(\.standardDeviation),
        limits: spread.map { summary in
          guard let low = summary.quantile(0.025), let high = summary.quantile(0.975) else { return nil }
          return ConfidenceInterval(lower: low, upper: high)
        })
    }
  }
}

extension Question {
  /// What a model of the arms holds equal: the covariates, the arms' variable coded as the arms are.
  var adjustedTerms: [CovariateTerm] {
    guard let arms else { return covariates }
    let coding: CovariateTerm.Coding =
      switch arms {
      case .levels: .levels(reference: nil)
      case .cuts(_, let cuts): .cuts(cuts)
      }
    let own = CovariateTerm(variable: arms.variable, coding: coding)
    var terms = covariates
    guard let place = terms.firstIndex(where: { $0.partner == nil && $0.variable == arms.variable }) else {
      return [own] + terms
    }
    // Another reference changes no prediction.
    if case .levels = terms[place].coding, case .levels = arms { return terms }
    terms[place] = own
    return terms
  }
}

extension Analyst {
  /// The question's arms standardised to all its patients by what its covariates hold equal; `nil` without arms, and for a
  /// source that releases no single patients.
  ///
  /// - Parameter progress: told how many of how many draws are done.
  package func adjusted(
    _ question: Question, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> AdjustedCurves? {
    guard let rowSource = source as? any RowSource, question.arms != nil else { return nil }
    var key = question
    (key.at, key.usesFirth) = (nil, false)
    if let known = adjusted.value(for: key) { return known.read(at: question.at) }
    try Task.checkCancellation()
    let rows = try await rowSource.rows(
      RowsRequest(
        filters: question.filters,
        variables: question.adjustedTerms.filter { $0.partner == nil }.map(\.variable),
        endpoints: [question.endpoint]))
    let made = try await Self.adjust(key, rows, schema, progress)
    adjusted.insert(made, for: key, weight: 1)
    return made.read(at: question.at)
  }

  /// Not on this actor: what is known already is answered meanwhile.
  private nonisolated static func adjust(
    _ question: Question, _ rows: Rows, _ schema: CohortSchema, _ progress: @Sendable (Int, Int) -> Void
  ) async throws -> AdjustedCurves {
    try AdjustedCurves(question, rows, schema: schema, progress: progress)
  }
}
