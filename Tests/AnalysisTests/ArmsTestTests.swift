import SurvivalStatistics
import Testing

@testable import Analysis

@Suite("Tests of arms")
struct ArmsTestTests {
  /// An arm in which the first so many fail, one at each time, and the others are censored at the end.
  private func arm(_ name: String, _ patients: Int, events: Int) throws -> Arm {
    guard patients > 0 else {
      return Arm(name: name, table: try EventTable(times: [], events: [[]], censored: []))
    }
    let times = (1...patients).map(Double.init)
    return Arm(
      name: name,
      table: try EventTable(
        times: times, events: [times.indices.map { $0 < events ? 1 : 0 }],
        censored: times.indices.map { $0 < events ? 0 : 1 }))
  }

  @Test(
    "A P value is cautioned against where an arm has fewer than five patients, else where events are fewer than five",
    arguments: [
      (6, 3, 2, 2, ArmsTest.Caution.smallArm(name: "b", patients: 2)),
      (4, 2, 4, 2, .smallArm(name: "a", patients: 4)),
      (5, 2, 5, 2, .fewEvents(4)), (5, 3, 5, 2, nil), (50, 0, 4, 0, .smallArm(name: "b", patients: 4)),
    ])
  func cautions(
    first: Int, firstEvents: Int, second: Int, secondEvents: Int, expected: ArmsTest.Caution?
  ) throws {
    let arms = [
      try arm("a", first, events: firstEvents), try arm("b", second, events: secondEvents),
      try arm("nobody", 0, events: 0),
    ]
    let test = ArmsTest(arms, cause: nil)
    #expect(test.caution == expected)
    #expect(test.patientCount == first + second && test.eventCount == firstEvents + secondEvents)
    #expect(test.emptyArms == ["nobody"])
  }

  @Test("An emptied arm leaves with its degree of freedom")
  func emptied() throws {
    let arms = [try arm("a", 8, events: 4), try arm("b", 8, events: 2), try arm("nobody", 0, events: 0)]
    #expect(ArmsTest(arms, cause: nil).result == ArmsTest(Array(arms.prefix(2)), cause: nil).result)
    #expect(ArmsTest(arms, cause: nil).result.degreesOfFreedom == 1)
  }

  @Test("Without events, or with one arm alone, there is no P value")
  func impossible() throws {
    #expect(
      ArmsTest([try arm("a", 8, events: 0), try arm("b", 8, events: 0)], cause: nil).result.pValue == nil)
    #expect(
      ArmsTest([try arm("a", 8, events: 3), try arm("b", 0, events: 0)], cause: nil).result.pValue == nil)
  }
}
