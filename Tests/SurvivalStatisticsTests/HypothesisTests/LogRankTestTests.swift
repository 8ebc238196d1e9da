import SurvivalStatistics
import Testing

@Suite("The log-rank family")
struct LogRankTestTests {
  private func tables(_ times: [[Double]], _ status: [[Int]]) throws -> [EventTable] {
    let groups = times.enumerated().flatMap { group, times in times.map { _ in group } }
    return try EventTable.tables(
      SurvivalData(times: Array(times.joined()), status: Array(status.joined())), groups: groups,
      groupCount: times.count)
  }

  @Test("compares by hand what a few subjects do")
  func byHand() throws {
    let test = LogRankTest(try tables([[1, 3], [2, 4]], [[1, 1], [1, 0]]))
    // Expected in the first group: 2/4 at 1, 1/3 at 2, 1/2 at 3.
    #expect(test.observed == [2, 1])
    #expect(isClose(test.expected[0], 4.0 / 3, within: 1e-15))
    let variance = 0.25 + 2.0 / 9 + 0.25
    #expect(isClose(test.variance[0, 0], variance, within: 1e-15))
    #expect(isClose(test.statistic, (2.0 / 3) * (2.0 / 3) / variance, within: 1e-14))
    #expect(test.degreesOfFreedom == 1)
  }

  @Test("does not change when the groups change places")
  func symmetry() throws {
    let groups = try tables([[1, 4, 5], [2, 2, 6, 8], [3, 7]], [[1, 1, 0], [1, 0, 1, 1], [1, 1]])
    for weights in [LogRankWeights.logRank, .petoPeto, .flemingHarrington(p: 1, q: 1)] {
      let forwards = try #require(LogRankTest(groups, weights: weights).statistic)
      let backwards = try #require(LogRankTest(groups.reversed(), weights: weights).statistic)
      #expect(isClose(forwards, backwards, within: 1e-12))
    }
  }

  @Test("of one stratum is the unstratified test, and of two equal ones has twice the difference")
  func strata() throws {
    let groups = try tables([[1, 4, 5], [2, 2, 6]], [[1, 1, 0], [1, 0, 1]])
    let (one, two) = (LogRankTest(groups), LogRankTest(strata: [groups, groups]))
    #expect(two.differences[0] == 2 * one.differences[0])
    #expect(isClose(two.statistic, one.statistic.map { 2 * $0 }, within: 1e-14))
    #expect(two.observed == one.observed.map { 2 * $0 })
  }

  @Test("leaves out a group without expectation, and its degree of freedom")
  func emptyGroup() throws {
    let two = try tables([[1, 4, 5], [2, 2, 6]], [[1, 1, 0], [1, 0, 1]])
    let three = try tables([[1, 4, 5], [], [2, 2, 6]], [[1, 1, 0], [], [1, 0, 1]])
    #expect(LogRankTest(three).result == LogRankTest(two).result)
    #expect(LogRankTest(three).degreesOfFreedom == 1)
    // Censored before anybody fails: at risk, but never at a failure.
    let early = try tables([[1, 4, 5], [0.5], [2, 2, 6]], [[1, 1, 0], [0], [1, 0, 1]])
    #expect(LogRankTest(early).result == LogRankTest(two).result)
  }

  @Test("says why it is undefined")
  func undefined() throws {
    #expect(LogRankTest(try tables([[1, 2], [3]], [[0, 0], [0]])).result == .undefined(.noEvents))
    #expect(LogRankTest(try tables([[1, 2], []], [[1, 0], []])).result == .undefined(.fewerThanTwoGroups))
    #expect(LogRankTest(try tables([[2], [2]], [[1], [1]])).result == .undefined(.noVariance))
    #expect(LogRankTest([]).result == .undefined(.noEvents))
    #expect(LogRankTest(try tables([[2], [2]], [[1], [1]])).pValue == nil)
    #expect(LogRankTest(try tables([[2], [2]], [[1], [1]])).trend() == .undefined(.noVariance))
  }

  @Test("for trend with two groups is the test itself, whatever the scores")
  func trendOfTwo() throws {
    let test = LogRankTest(try tables([[1, 4, 5], [2, 2, 6]], [[1, 1, 0], [1, 0, 1]]))
    for scores in [[1.0, 2], [0, 10], [5, -3]] {
      #expect(isClose(test.trend(scores: scores).statistic, test.statistic, within: 1e-13))
    }
    #expect(test.trend(scores: [3, 3]) == .undefined(.noVariance))
  }

  @Test("is the score test of a Cox model when nothing is tied")
  func coxScore() throws {
    let (times, status) = ([1.0, 2, 3, 4, 5, 6, 7], [1, 0, 1, 1, 0, 1, 1])
    let group = [0, 1, 1, 0, 0, 1, 1]
    let data = try SurvivalData(times: times, status: status)
    let test = try LogRankTest(data, groups: group)
    let model = try CoxModel(
      data,
      design: DesignMatrix([.factor(name: "group", levels: ["a", "b"], codes: group)], rowCount: 7))
    #expect(isClose(test.statistic, model.scoreTest.statistic, within: 1e-12))
  }
}
