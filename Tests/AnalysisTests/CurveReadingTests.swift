import CohortModel
import SurvivalStatistics
import Testing

@testable import Analysis

@Suite("Reading a curve")
struct CurveReadingTests {
  private func survival(_ table: EventTable) -> Curve {
    Curve(KaplanMeier(table), arm: 0, transform: .logLog)
  }

  // Ten patients: an event at 1 and 3, censored at 3 and 5, the rest at 8. S(1) = 9/10, S(3) = 9/10 · 8/9 = 8/10.
  private func ten() throws -> EventTable {
    try EventTable(times: [1, 3, 5, 8], events: [[1, 1, 0, 0]], censored: [0, 1, 1, 6])
  }

  @Test(
    "The curve is flat between its steps and changes at them; at risk are those just before",
    arguments: [(0.0, 1.0, 10), (0.99, 1, 10), (1, 0.9, 10), (2.9, 0.9, 9), (3, 0.8, 9), (8, 0.8, 6)])
  func steps(time: Double, value: Double, atRisk: Int) throws {
    guard case .estimate(let read, let left, let isUncertain) = try survival(ten()).reading(at: time) else {
      Issue.record("no estimate at \(time)")
      return
    }
    #expect(abs(read.value - value) < 1e-15)
    #expect(left == atRisk)
    #expect(isUncertain)
  }

  @Test("Past the last observed time nothing is known; where everybody failed, survival stays at zero")
  func pastFollowUp() throws {
    #expect(try survival(ten()).reading(at: 8.01) == .pastFollowUp(end: 8))
    let all = try EventTable(times: [1, 2], events: [[1, 1]], censored: [0, 0])
    guard case .estimate(let read, let atRisk, _) = survival(all).reading(at: 50) else {
      Issue.record("no estimate after everybody failed")
      return
    }
    #expect(read.value == 0 && atRisk == 0)
    #expect(read.interval == nil, "at 0 % the data say nothing of the width")
  }

  @Test("A share of 100 % has no interval")
  func certain() throws {
    guard case .estimate(let read, _, _) = try survival(ten()).reading(at: 0.5) else {
      Issue.record("no estimate before the first event")
      return
    }
    #expect(read.value == 1 && read.interval == nil)
  }

  @Test("Of nobody there is no estimate")
  func empty() throws {
    let nobody = try EventTable(times: [], events: [[]], censored: [])
    #expect(survival(nobody).reading(at: 1) == .nobody)
  }

  @Test(
    "A curve is uncertain where fewer than ten are left or one more event would move it by over five points")
  func uncertain() throws {
    let many = try EventTable(times: [1, 2, 3], events: [[0, 0, 1]], censored: [70, 11, 0])
    // After 1: 12 of 82 left, and one event would move S by 8 points; after 2: 1 left.
    #expect(survival(many).isUncertain == [true, true, true])
    let more = try EventTable(times: [1, 2, 3], events: [[0, 0, 1]], censored: [70, 11, 20])
    #expect(survival(more).isUncertain == [false, false, true])
  }

  @Test("An incidence is read by its own cause, and its events are that cause's")
  func incidence() throws {
    let table = try EventTable(times: [1, 2, 3], events: [[1, 0, 0], [0, 1, 0]], censored: [0, 0, 2])
    for cause in [0, 1] {
      let curve = Curve(AalenJohansen(table), arm: 0, cause: cause, transform: .logLog)
      guard case .estimate(let read, let atRisk, _) = curve.reading(at: 3) else {
        Issue.record("no estimate of cause \(cause)")
        continue
      }
      #expect(read.value == 0.25 && atRisk == 2)
      #expect(curve.eventCount == 1 && curve.start == 0)
    }
  }
}
