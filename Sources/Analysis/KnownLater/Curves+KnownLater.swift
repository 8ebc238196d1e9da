import CohortModel
import SurvivalStatistics

extension Curves {
  /// The answer that there is none: who was asked about, and why nothing is shown of them.
  init(
    refusing question: Question, _ lateness: Lateness, flow: [Int], schema: CohortSchema
  ) throws(NamingError) {
    self.init(
      question: question, endpoint: try schema.endpoint(named: question.endpoint), arms: [], curves: [],
      tests: [],
      counts: Counts(
        patients: schema.patientCount, flow: flow, selected: flow.last ?? 0, unusable: 0, unknownArm: 0,
        beforeLandmark: 0, analysed: 0),
      followUp: nil, lateness: lateness)
  }

  /// Simon–Makuch curves: the arms are time before and after a state begins, so that patients may be in both.
  init(changing question: Question, _ counts: CurveCounts, _ lateness: Lateness, schema: CohortSchema) throws
  {
    let endpoint = try schema.endpoint(named: question.endpoint)
    let window = question.window(in: endpoint)
    let before = lateness.arms.flatMap(schema.variable)?.notYetLevel
    let names = (question.arms?.names(in: schema) ?? []).map { $0 == before ? Self.notYet : $0 }
    let arms = zip(names, counts.tables.arms).map { Arm(name: $0, table: window.observed($1)) }
    let patients = counts.tables.overall.subjectCount - counts.tables.unknownArmCount
    let follow = (counts.followUp ?? counts.tables).overall
    self.init(
      question: question, endpoint: endpoint, arms: arms,
      curves: try Self.curves(arms, causes: [nil], question.interval),
      tests: [ArmsTest(states: arms, patients: patients)],
      counts: Counts(
        patients: schema.patientCount, flow: counts.flow, selected: counts.tables.selectedCount,
        unusable: counts.tables.unusableCount, unknownArm: counts.tables.unknownArmCount, beforeLandmark: 0,
        analysed: patients),
      followUp: try Self.followUp(of: follow, counts, endpoint, schema), lateness: lateness)
  }

  /// The arm of those in whom something has not begun, but may.
  package static let notYet = "not yet"

  /// Whether patients change arms as time goes by, so that these are no groups of patients.
  package var isTimeDependent: Bool { lateness?.way == .timeDependent }

  private static func followUp(
    of table: EventTable, _ counts: CurveCounts, _ endpoint: Endpoint, _ schema: CohortSchema
  ) throws -> FollowUpTime? {
    guard table.subjectCount > 0 else { return nil }
    return FollowUpTime(
      endpoint: counts.followUp == nil
        ? endpoint : schema.overallSurvival.flatMap(schema.endpoint) ?? endpoint,
      isOfOverallSurvival: counts.followUp != nil || schema.overallSurvival == endpoint.name,
      patientCount: table.subjectCount, everybody: KaplanMeier(table.reversed).median)
  }
}

extension ArmsTest {
  /// Mantel and Byar's test of time before and after a state begins.
  ///
  /// - Parameter patients: how many there are, each counted once.
  init(states arms: [Arm], patients: Int) {
    self.init(arms, cause: nil)
    (method, patientCount) = (.mantelByar, patients)
  }
}
