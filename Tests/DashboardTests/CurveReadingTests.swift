@testable import CohortEngine
import Dashboard
import SurvivalStatistics
import Testing

@Suite("Reading a curve")
struct CurveReadingTests {
  private func analysis(_ table: EventTable, _ kind: Endpoint.Kind = .survival) -> CurveAnalysis {
    let endpoint = Endpoint(
      name: "E", kind: kind, causes: table.causeCount == 1 ? ["event"] : ["relapse", "death"],
      scale: TimeScale(unit: .months), times: [], status: [])
    let answer = CohortAnswer(
      query: CohortQuery(endpoint: 0), patientCount: table.subjectCount, flow: [],
      selectedCount: table.subjectCount,
      unusableCount: 0, unstratifiedCount: 0, overall: table, strata: [], facets: [:])
    return CurveAnalysis(answer, endpoint: endpoint)
  }

  // Ten patients: an event at 1 and 3, censored at 3 and 5, the rest at 8. S(1) = .9, S(3) = .9 * 8/9 = .8.
  private let table = EventTable(unchecked: [1, 3, 5, 8], events: [[1, 1, 0, 0]], censored: [0, 1, 1, 6])

  @Test(
    "The curve is flat between its steps and changes at them",
    arguments: [(0.0, 1.0), (0.99, 1), (1, 0.9), (2.9, 0.9), (3, 0.8), (8, 0.8)])
  func steps(time: Double, value: Double) {
    guard case .estimate(let read, _) = analysis(table).curves[0].reading(at: time) else {
      Issue.record("no estimate at \(time)")
      return
    }
    #expect(abs(read - value) < 1e-15)
  }

  @Test("Past the last observed time nothing is known")
  func pastFollowUp() {
    #expect(analysis(table).curves[0].reading(at: 8.01) == .pastFollowUp(end: 8))
  }

  @Test("Where everybody failed, survival stays at zero")
  func everybodyFailed() {
    let table = EventTable(unchecked: [1, 2], events: [[1, 1]], censored: [0, 0])
    #expect(analysis(table).curves[0].reading(at: 50) == .estimate(value: 0, interval: nil))
  }

  @Test("An empty stratum has no estimate, and no follow-up")
  func empty() {
    let empty = analysis(EventTable(unchecked: [], events: [[]], censored: []))
    #expect(empty.curves[0].reading(at: 1) == .empty)
    #expect(empty.followUp.time == nil)
  }

  @Test(
    "The curve is faint from where fewer than ten are left or one event would move it by more than five points"
  )
  func faint() {
    let many = EventTable(unchecked: [1, 2, 3], events: [[0, 0, 1]], censored: [70, 11, 0])
    // After 1: 12 of 82 left, and one event would move S by 8 points; after 2: 1 left.
    #expect(analysis(many).curves[0].isFaint == [true, true, true])
    let more = EventTable(unchecked: [1, 2, 3], events: [[0, 0, 1]], censored: [70, 11, 20])
    #expect(analysis(more).curves[0].isFaint == [false, false, true])
  }

  @Test("Without strata competing risks are shown together, one curve a cause")
  func causes() {
    let table = EventTable(unchecked: [1, 2, 3], events: [[1, 0, 0], [0, 1, 0]], censored: [0, 0, 2])
    let curves = analysis(table, .competingRisks).curves
    #expect(curves.map(\.label) == ["relapse", "death"])
    #expect(curves.map { $0.values.last } == [0.25, 0.25])
  }
}
