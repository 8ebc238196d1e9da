import CohortModel
import SurvivalStatistics
import Testing

@testable import CohortEngine

@Suite("The order of an endpoint's times")
struct TimeOrderTests {
  /// Days divided by the length of a month, with nine decimals and an error in the last of some: the same day is
  /// several numbers.
  private static func noisy(_ rows: Int, using generator: inout SeededGenerator) -> (
    times: [Int64], entries: [Int64], status: [Int8]
  ) {
    var (times, entries, status) = ([Int64](), [Int64](), [Int8]())
    for _ in 0..<rows {
      let end = Int64.random(in: 2...60, using: &generator)
      let begin = Int64.random(in: -1..<end - 1, using: &generator)
      times.append(end * 1_000_000_000 / 30 + Int64.random(in: -1...1, using: &generator))
      entries.append(
        begin <= 0 ? 0 : begin * 1_000_000_000 / 30 + Int64.random(in: -1...1, using: &generator))
      status.append(Int8.random(in: 0...2, using: &generator))
    }
    return (times, entries, status)
  }

  @Test(
    "Ticks and the times that they stand for are tied alike, with and without late entry",
    arguments: [1, 2, 30, 500], [false, true])
  func tiesAreThoseOfTimes(rows: Int, isLate: Bool) throws {
    var generator = SeededGenerator(seed: UInt64(rows))
    let (times, entries, status) = Self.noisy(rows, using: &generator)
    let endpoint = EndpointColumn(
      name: "e", kind: .survival, causes: ["a", "b"],
      scale: TimeScale(unit: .months, ticksPerUnit: 1_000_000_000),
      times: times, status: status, entries: isLate ? entries : nil)
    let cohort = Cohort(rowCount: rows, variables: [], endpoints: [endpoint])
    let table = TableCounter(cohort: OrderedCohort(cohort, endpoint: 0)).table(
      Bitmap(rowCount: rows, filled: true), count: rows)
    let expected = try EventTable(
      times.indices.map { row in
        Observation(
          entry: isLate && entries[row] > 0 ? endpoint.scale.time(entries[row]) : nil,
          time: endpoint.scale.time(times[row]),
          outcome: status[row] > 0 ? .event(cause: Int(status[row]) - 1) : .censored)
      }, causeCount: 2)
    #expect(table == expected)
    #expect(rows < 500 || table.times.count < 61)
  }

  @Test("A tick belongs to the time that begins at or before it")
  func steps() {
    let tied = TiedTicks([1_000_000_002, 5, 1_000_000_000, 2_000_000_000, 1_000_000_001, 5])
    #expect(tied.starts == [5, 1_000_000_000, 2_000_000_000])
    #expect([4, 5, 6, 1_000_000_002, .max].map(tied.step) == [-1, 0, 0, 1, 2])
    #expect(TiedTicks([]).starts.isEmpty && TiedTicks([]).step(of: 0) == -1)
    #expect(TiedTicks([0, 0, -3]).starts == [-3, 0])
  }

  @Test("Ticks too large for a Double are one time with their neighbours, and none is lost")
  func hugeTicks() {
    let huge: Int64 = 4_000_000_000_000_000_000
    #expect(TiedTicks([huge, huge - 1, huge - 2, 1]).starts == [1, huge - 2])
    #expect(TiedTicks([.max, .min]).starts == [.min, .max])
  }

  @Test("Nobody is counted with none at risk, however close entry and exit are")
  func entryNearExit() {
    let endpoint = EndpointColumn(
      name: "e", kind: .survival, causes: ["a"], scale: TimeScale(unit: nil),
      times: [3_000_000_000, 3_000_000_001], status: [1, 1], entries: [1, 3_000_000_000])
    let order = TimeOrder(endpoint)
    #expect(zip(order.entryStep, order.step).allSatisfy { $0 < $1 })
  }
}
