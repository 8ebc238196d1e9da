import SurvivalStatistics
import Testing

@Suite("Event tables")
struct EventTableTests {
  @Test("count who is at risk, fails and is censored at each distinct time")
  func counting() throws {
    let table = try EventTable(times: [4, 2, 2, 7, 4], status: [1, 0, 2, 0, 1])
    #expect(table.times == [2, 4, 7])
    #expect(table.atRisk == [5, 3, 1])
    #expect(table.events == [[0, 2, 0], [1, 0, 0]])
    #expect(table.censored == [1, 0, 1])
    #expect(table.subjectCount == 5 && table.lastTime == 7)
  }

  @Test("do not depend on the order of rows")
  func rowOrder() throws {
    let (times, status) = ([3.0, 1, 4, 1, 5, 9, 2, 6], [1, 0, 2, 1, 1, 0, 2, 1])
    let forwards = try EventTable(times: times, status: status)
    #expect(try EventTable(times: times.reversed(), status: status.reversed()) == forwards)
  }

  @Test("take those who enter late as at risk only after their entry")
  func delayedEntry() throws {
    let table = try EventTable(times: [5, 8, 9], status: [1, 1, 0], entries: [0, 5, 2])
    #expect(table.times == [0, 2, 5, 8, 9])
    #expect(table.entered == [1, 1, 1, 0, 0])
    #expect(table.atRisk == [0, 1, 2, 2, 1])
    #expect(table.hasDelayedEntry)
    #expect([0, 0.5, 2, 5, 5.5, 9, 9.1].map { table.atRisk(at: $0) } == [0, 1, 1, 2, 2, 1, 0])
  }

  @Test("list a row that its subject continues, but count neither a censoring nor an entry")
  func handover() throws {
    let data = try SurvivalData(times: [3, 7, 5], status: [0, 1, 0], entries: [0, 3, 0])
    let table = try EventTable.tables(data, subjects: [1, 1, 2])[0]
    #expect(table.times == [0, 3, 5, 7])
    #expect(table.censored == [0, 0, 1, 0] && table.entered == [2, 0, 0, 0])
    #expect(table.atRisk == [0, 2, 2, 1] && table.subjectCount == 2)
  }

  @Test("make times equal that differ by rounding only, whatever the unit", arguments: [1e-9, 1, 1e12])
  func nearTies(unit: Double) throws {
    let third = 0.1 + 0.2
    let table = try EventTable(times: [third * unit, 0.3 * unit, unit], status: [1, 1, 1])
    #expect(table.times.count == 2 && table.atRisk == [3, 1])
    #expect(try EventTable(times: [third, 0.3, 1], status: [1, 1, 1], rule: .exact).times.count == 3)
  }

  @Test("chain runs of near-equal times and keep the smallest")
  func chaining() throws {
    let step = 1.4e-8
    let times = (0..<5).map { 1 + Double($0) * step }
    #expect(try EventTable(times: times, status: [1, 1, 1, 1, 1]).times == [1])
  }

  @Test("merge times over all groups before splitting them")
  func jointTies() throws {
    let data = try SurvivalData(times: [0.1 + 0.2, 0.3, 1], status: [1, 1, 1])
    let tables = try EventTable.tables(data, groups: [0, 1, 1], groupCount: 3)
    #expect(tables.map(\.times) == [[0.3], [0.3, 1], []])
    #expect(tables[2].subjectCount == 0)
  }

  @Test("reverse, restrict and combine what counts as the event")
  func derived() throws {
    let table = try EventTable(times: [1, 2, 2, 3], status: [1, 2, 0, 0])
    #expect(table.reversed.events == [[0, 1, 1]] && table.reversed.censored == [1, 1, 0])
    #expect(table.restricted(toCause: 1).events == [[0, 1, 0]])
    #expect(table.restricted(toCause: 1).censored == [1, 1, 1])
    #expect(table.combiningCauses.events == [[1, 1, 0]])
    #expect(table.reversed.atRisk == table.atRisk)
  }

  @Test("pooled from strata are those of the pooled rows")
  func merging() throws {
    let (times, status) = ([5.0, 3, 8, 3, 6, 1, 5, 9], [1, 2, 0, 1, 0, 2, 1, 0])
    let entries = [0.0, 1, 0, 2, 3, 0, 4, 0]
    let data = try SurvivalData(times: times, status: status, entries: entries)
    let strata = try EventTable.tables(
      data, groups: [0, 1, 2, 1, 0, 2, 2, 1], groupCount: 3, causeCount: 2)
    #expect(try EventTable(merging: strata) == EventTable(times: times, status: status, entries: entries))
  }

  @Test("of nobody are empty and stay so")
  func empty() throws {
    let table = try EventTable(times: [], status: [])
    #expect(table.times.isEmpty && table.subjectCount == 0 && table.lastTime == nil && table.causeCount == 1)
    #expect(table.reversed == table && table.landmark(at: 1) == table && table.atRisk(at: 0) == 0)
    #expect(EventTable(merging: [table, table]) == table)
  }

  @Test("name the row that cannot be counted")
  func errors() {
    #expect(throws: SurvivalDataError.notFinite(column: "time", row: 1)) {
      try EventTable(times: [1, .nan], status: [0, 0])
    }
    #expect(throws: SurvivalDataError.unknownCause(row: 1, cause: -1)) {
      try EventTable([.censored(at: 1), .event(at: 2, cause: -1)])
    }
    #expect(throws: SurvivalDataError.unknownCause(row: 0, cause: 2)) {
      try EventTable([.event(at: 2, cause: 2)], causeCount: 2)
    }
    #expect(throws: SurvivalDataError.emptyInterval(row: 0, entry: 2, time: 2)) {
      try EventTable(times: [2, 3], status: [0, 1], entries: [2, 0])
    }
    // 0.3 and 0.1 + 0.2 are one time among others of that size.
    #expect(throws: SurvivalDataError.emptyInterval(row: 0, entry: 0.3, time: 0.1 + 0.2)) {
      try EventTable(times: [0.1 + 0.2, 3], status: [0, 1], entries: [0.3, 0])
    }
    #expect(throws: SurvivalDataError.unknownGroup(row: 0, group: 2)) {
      try EventTable.tables(SurvivalData([.event(at: 1)]), groups: [2], groupCount: 2)
    }
  }
}
