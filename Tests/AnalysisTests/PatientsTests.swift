import SurvivalStatistics
import Testing

@testable import Analysis

@Suite("Complete cases and their groups")
struct PatientsTests {
  @Test("Levels keep their order, and those that nobody has are left out")
  func levels() {
    let groups = Groups(levels: ["CR1", "CR2", "CR3", "CR4"], codes: [2, 0, 2])
    #expect(groups.names == ["CR1", "CR3"] && groups.members == [1, 0, 1])
    #expect(groups.places == [[1], [0, 2]])
    #expect(
      groups.factor(named: "phase") == .factor(name: "phase", levels: ["CR1", "CR3"], codes: [1, 0, 1]))
  }

  @Test("Strata are the combinations that occur; without variables there is one")
  func strata() {
    #expect(Groups(strata: [[1, 0], [0, 0], [1, 0], [1, 1]]).members == [0, 1, 0, 2])
    let one = Groups(strata: [[], []])
    #expect(one.members == [0, 0] && one.count == 1)
    #expect(Groups(strata: []).count == 1)
  }

  @Test("A landmark keeps those whose time is later, near-equal times being the same")
  func landmark() throws {
    let observations: [Observation] = [
      .event(at: 0.1 + 0.2), .event(at: 0.3), .censored(at: 0.2), .event(at: 0.5), .censored(at: 0.6),
    ]
    let cases = try CompleteCases(observations, causeCount: 1, event: [0], landmark: 0.3)
    #expect(cases.rows == [3, 4] && cases.count == 2 && cases.patientCount == 2)
    let table = try cases.eventTables(by: Groups(everybody: 2))[0]
    #expect(table.times.map { ($0 * 10).rounded() } == [2, 3] && table.events == [[1, 0]])
    #expect(try CompleteCases(observations, causeCount: 1, event: [0], landmark: 1).count == 0)
  }

  @Test("A patient with several rows counts once")
  func patients() throws {
    let observations: [Observation] = [
      .censored(at: 2), .event(at: 5, enteredAt: 2), .event(at: 3), .censored(at: 4),
    ]
    let cases = try CompleteCases(
      observations, causeCount: 1, event: [0], subjects: [7, 7, 8, 9], landmark: 2)
    #expect(cases.rows == [1, 2, 3] && cases.subjects == [7, 8, 9])
    let all = try CompleteCases(observations, causeCount: 1, event: [0], subjects: [7, 7, 8, 9])
    #expect(all.count == 4 && all.patientCount == 3)
    let found = try SurvivalByGroup(all, by: Groups(levels: ["a", "b"], codes: [0, 0, 1, 1])).groups
    #expect(found.map(\.patientCount) == [1, 2])
  }

  @Test("A mistake is told with the row it is in, a column that is too short with its length")
  func mistakes() throws {
    #expect(throws: SurvivalDataError.emptyInterval(row: 1, entry: 3, time: 2)) {
      try CompleteCases([.event(at: 1), .event(at: 2, enteredAt: 3)], causeCount: 1, event: [0])
    }
    let cases = try CompleteCases([.event(at: 1), .event(at: 2)], causeCount: 1, event: [0])
    let short = SurvivalDataError.lengthMismatch(column: "group", expected: 2, found: 1)
    let one = Groups(levels: ["a"], codes: [0])
    #expect(throws: short) { try SurvivalByGroup(cases, by: one) }
    #expect(throws: short) { try SurvivalComparison(cases, between: one) }
    #expect(throws: short) {
      try SurvivalComparison(cases, between: Groups(everybody: 2), strata: one)
    }
  }
}
