import SurvivalStatistics
import TestSupport
import Testing

@Suite("Landmarks and ends of follow-up")
struct LandmarkTests {
  private let r: RAnswers
  private let table: EventTable

  init() throws {
    r = try RAnswers()
    let data = try ReferenceTable(named: "awkward").data(entry: "entry", status: ["0", "1", "2"])
    table = try EventTable(data).combiningCauses
  }

  @Test("a landmark, also between times, is R's survfit on those beyond it", arguments: ["5", "7.5"])
  func landmark(mark: String) throws {
    let later = table.landmark(at: try #require(Double(mark)))
    let ends = later.times.indices.filter { later.eventCount(atStep: $0) + later.censored[$0] > 0 }
    #expect(r.agree("landmark/\(mark)/n", Double(later.subjectCount)))
    #expect(r.agree("landmark/\(mark)/time", ends.map { later.times[$0] }))
    #expect(r.agree("landmark/\(mark)/n.risk", ends.map { Double(later.atRisk[$0]) }))
    #expect(r.agree("landmark/\(mark)/surv", ends.map { KaplanMeier(later).survival[$0] }, within: 1e-14))
  }

  @Test("an end of follow-up is R's survfit with times cut there", arguments: ["6", "7.5"])
  func end(mark: String) throws {
    let early = table.censored(at: try #require(Double(mark)))
    let ends = early.times.indices.filter { early.eventCount(atStep: $0) + early.censored[$0] > 0 }
    #expect(r.agree("censored/\(mark)/n", Double(early.subjectCount)))
    #expect(r.agree("censored/\(mark)/time", ends.map { early.times[$0] }))
    #expect(r.agree("censored/\(mark)/n.risk", ends.map { Double(early.atRisk[$0]) }))
    #expect(r.agree("censored/\(mark)/n.censor", ends.map { Double(early.censored[$0]) }))
    #expect(r.agree("censored/\(mark)/surv", ends.map { KaplanMeier(early).survival[$0] }, within: 1e-14))
  }

  @Test("start again with those still under observation, whenever they entered")
  func restart() throws {
    let table = try EventTable(times: [1, 3, 4, 6, 9], status: [1, 0, 1, 2, 0], entries: [0, 0, 3, 2, 5])
    let later = table.landmark(at: 3)
    #expect(later.times == [1, 2, 3, 6] && later.atRisk == [2, 1, 2, 1] && later.entered == [0, 1, 0, 0])
    #expect(later.startCount == 2 && later.subjectCount == 3)
  }

  @Test("leave nobody beyond the end, and everybody where the landmark is before all")
  func edges() throws {
    let table = try EventTable(times: [1, 3, 4], status: [1, 0, 1])
    #expect(table.landmark(at: 0) == table)
    for time in [4.0, 5, .infinity, -.infinity, .nan] {
      #expect(table.landmark(at: time).subjectCount == 0 && table.landmark(at: time).times.isEmpty)
    }
    #expect(table.censored(at: 4) == table && table.censored(at: 9) == table)
    #expect(table.censored(at: .infinity) == table)
    let none = table.censored(at: 0.5)
    #expect(none.times == [0.5] && none.censored == [3] && none.eventCount == 0)
  }

  @Test("make times one that a moved clock can no longer tell apart")
  func merging() throws {
    let later = try EventTable(times: [1e-9, 2e-9, 1], status: [1, 0, 1]).landmark(at: -1e9)
    #expect(later.times == [1e9, 1e9 + 1] && later.events == [[1, 1]] && later.censored == [1, 0])
  }

  @Test("do not let anybody in who enters when follow-up ends")
  func lateEntry() throws {
    let table = try EventTable(times: [4, 8, 9], status: [1, 1, 0], entries: [0, 5, 6])
    let early = table.censored(at: 5)
    #expect(early.times == [0, 4] && early.subjectCount == 1)
    let later = table.censored(at: 6)
    #expect(later.times == [0, 4, 5, 6] && later.censored == [0, 0, 0, 1] && later.subjectCount == 2)
  }
}
