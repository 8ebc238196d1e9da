import SurvivalStatistics
import Testing

@Suite("Gray's test")
struct GrayTestTests {
  private let times = [1.0, 2, 2, 3, 4, 5, 5, 6, 7, 8, 9, 9]
  private let status = [1, 2, 1, 0, 1, 2, 1, 1, 0, 2, 1, 0]
  private let groups = [0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0]

  private func tables(groupCount: Int = 2) throws -> [EventTable] {
    try EventTable.tables(
      SurvivalData(times: times, status: status), groups: groups, groupCount: groupCount, causeCount: 2)
  }

  @Test("does not change when the groups change places")
  func symmetry() throws {
    let groups = try tables()
    for rho in [0, 1, 0.5] {
      let forwards = try #require(GrayTest(groups, cause: 0, rho: rho).statistic)
      let backwards = try #require(GrayTest(groups.reversed(), cause: 0, rho: rho).statistic)
      #expect(isClose(forwards, backwards, within: 1e-12 * forwards))
    }
  }

  @Test("has scores that add up to zero")
  func scores() throws {
    #expect(GrayTest(try tables(), cause: 0).scores.reduce(0, +).magnitude < 1e-14)
  }

  @Test("leaves out a group without subjects")
  func emptyGroup() throws {
    #expect(GrayTest(try tables(groupCount: 3), cause: 1).result == GrayTest(try tables(), cause: 1).result)
  }

  @Test("sums score and variance over strata, also when one lacks a group")
  func strata() throws {
    let groups = try tables()
    let (one, two) = (GrayTest(groups, cause: 0), GrayTest(strata: [groups, groups], cause: 0))
    #expect(isClose(two.statistic, one.statistic.map { 2 * $0 }, within: 1e-13))
    let lone = try EventTable.tables(
      SurvivalData(times: [1, 2], status: [1, 2]), groupCount: 1, causeCount: 2)
    let nobody = try EventTable.tables(SurvivalData([]), causeCount: 2)
    let third = GrayTest(strata: [groups, lone + nobody], cause: 0)
    #expect(isClose(third.statistic, one.statistic, within: 1e-13))
  }

  @Test("says why it is undefined")
  func undefined() throws {
    let groups = try tables()
    let causes = try EventTable.tables(
      SurvivalData(times: [1, 2], status: [1, 1]), groups: [0, 1], groupCount: 2, causeCount: 2)
    #expect(GrayTest(causes, cause: 1).result == .undefined(.noEvents))
    #expect(GrayTest([groups[0]], cause: 0).result == .undefined(.fewerThanTwoGroups))
    #expect(GrayTest([], cause: 0).pValue == nil)
  }
}
