import SurvivalStatistics
import Testing

@Suite("Risk tables")
struct RiskTableTests {
  private let table: EventTable

  init() throws {
    table = try EventTable(times: [1, 2, 4], events: [[1, 0, 1], [0, 1, 0]], censored: [0, 2, 1])
  }

  @Test("count those at risk just before a time and events up to and including it")
  func conventions() {
    let risk = RiskTable(table, at: [0, 1, 2, 3, 4, 5])
    #expect(risk.atRisk == [6, 6, 5, 2, 2, 0])
    #expect(risk.cumulativeEvents == [[0, 1, 1, 1, 2, 2], [0, 0, 1, 1, 1, 1]])
    #expect(risk.cumulativeEventsOfAnyCause == [0, 1, 2, 2, 3, 3])
    #expect(risk.cumulativeCensored == [0, 0, 2, 2, 3, 3])
  }

  @Test("have remaining subjects that add up with events and censorings")
  func remaining() {
    let risk = RiskTable(table, at: [0, 1, 2, 3, 4, 5])
    let sums = risk.times.indices.map {
      risk.remaining[$0] + risk.cumulativeEventsOfAnyCause[$0] + risk.cumulativeCensored[$0]
    }
    #expect(sums == Array(repeating: 6, count: 6))
  }

  @Test("may ask for times in any order")
  func anyOrder() {
    #expect(RiskTable(table, at: [4, 0]).atRisk == [2, 6])
  }
}
