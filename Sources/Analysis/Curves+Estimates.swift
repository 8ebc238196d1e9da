import CohortModel
import SurvivalStatistics

/// The counts from which curves are estimated.
struct CurveCounts: Sendable {
  var tables: EventTables
  /// Of overall survival, in the same arms; `nil` where the study has none, or it is the endpoint itself.
  var followUp: EventTables?
  var flow: [Int]
}

extension Curves {
  /// Estimates everything that the question asks but for its reading time, looking between the arms whether anybody
  /// still wants it; curves, follow-up and tests beside each other where there are processors for it.
  ///
  /// - Complexity: O(arms · distinct times), Gray's test times the number of arms.
  init(_ question: Question, _ counts: CurveCounts, schema: CohortSchema) async throws {
    let recorded = try schema.endpoint(named: question.endpoint)
    let shown = question.shownCauses(of: recorded)
    let endpoint = recorded.shown(shown)
    let window = question.window(in: endpoint)
    let tables = question.arms == nil ? [counts.tables.overall] : counts.tables.arms
    let names = question.arms.map { $0.names(in: schema) as [String?] } ?? [nil]
    let followUp = counts.followUp ?? counts.tables
    let followed = (question.arms == nil ? [] : followUp.arms) + [followUp.overall]
    let causes = shown == .one ? [try question.cause(of: endpoint)] : endpoint.causes.indices.map { $0 }
    let arms = zip(names, tables).map { name, table in
      Arm(
        name: name, table: window.observed(table),
        lost: window.landmark.map { LostBeforeLandmark(table, before: $0) })
    }
    async let medians = Self.followUp(followed)
    async let tests = Self.tests(arms, question, endpoint, causes)
    let curves = try Self.curves(
      arms, causes: shown == .stacked ? causes + [nil] : causes, question.interval)
    let followUps = try await medians
    self.init(
      question: question, endpoint: endpoint,
      arms: zip(arms, followUps).map { arm, median in
        var arm = arm
        arm.followUp = median
        return arm
      }, curves: curves, tests: try await tests,
      counts: Self.counting(counts, schema, arms),
      followUp: followUps.last?.map { median in
        FollowUpTime(
          endpoint: counts.followUp == nil
            ? endpoint : schema.overallSurvival.flatMap(schema.endpoint) ?? endpoint,
          isOfOverallSurvival: counts.followUp != nil || schema.overallSurvival == endpoint.name,
          patientCount: followUp.overall.subjectCount,
          everybody: median)
      })
  }

  /// Median times of follow-up, one for each table; `nil` where nobody is.
  private static func followUp(_ tables: [EventTable]) throws -> [QuantileEstimate?] {
    try tables.map { table in
      try Task.checkCancellation()
      return table.subjectCount > 0 ? KaplanMeier(table.reversed).median : nil
    }
  }

  /// - Parameter causes: `nil` stands for survival.
  static func curves(
    _ arms: [Arm], causes: [Int?], _ transform: ConfidenceTransform
  ) throws -> [Curve] {
    var curves: [Curve] = []
    for (index, arm) in arms.enumerated() {
      try Task.checkCancellation()
      let incidence = causes.contains { $0 != nil } ? AalenJohansen(arm.table) : nil
      curves += causes.map { cause in
        if let incidence, let cause {
          return Curve(incidence, arm: index, cause: cause, transform: transform)
        }
        return Curve(KaplanMeier(arm.table), arm: index, transform: transform)
      }
    }
    return curves
  }

  private static func tests(
    _ arms: [Arm], _ question: Question, _ endpoint: Endpoint, _ causes: [Int?]
  ) throws -> [ArmsTest] {
    guard question.arms != nil else { return [] }
    let plotted = causes.compactMap { $0 }
    let rest = endpoint.causes.indices.filter { endpoint.kind == .competingRisks && !plotted.contains($0) }
    var tests: [ArmsTest] = []
    // Of a composite that is taken apart, first that of all its events together.
    for cause in (endpoint.isTakenApart ? [nil] : []) + causes + rest {
      try Task.checkCancellation()
      tests.append(ArmsTest(arms, cause: cause))
    }
    return tests
  }

  private static func counting(_ counts: CurveCounts, _ schema: CohortSchema, _ arms: [Arm]) -> Counts {
    Counts(
      patients: schema.patientCount, flow: counts.flow, selected: counts.tables.selectedCount,
      unusable: counts.tables.unusableCount, unknownArm: counts.tables.unknownArmCount,
      beforeLandmark: arms.reduce(0) { $0 + ($1.lost?.count ?? 0) },
      analysed: arms.reduce(0) { $0 + $1.patientCount })
  }
}
