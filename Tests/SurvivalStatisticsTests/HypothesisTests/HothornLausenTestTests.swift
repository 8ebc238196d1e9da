import SurvivalStatistics
import Testing

@Suite("The Hothorn–Lausen test")
struct HothornLausenTestTests {
  private func search(_ values: [Double], _ times: [Double], _ events: [Int]) throws
    -> MaximallySelectedLogRank
  {
    try MaximallySelectedLogRank(values: values, SurvivalData(times: times, status: events))
  }

  /// R 4.2.2, maxstat 0.7-25: `maxstat.test(Surv(time, st) ~ x, smethod = "LogRank", pmethod = "HL")`.
  @Test("agrees with R where values are distinct")
  func distinctValues() throws {
    let small = try #require(
      HothornLausenTest(
        search(
          [4, 7, 2, 11, 10, 9, 6, 1, 5, 8, 12, 3],
          [0.5, 29.8, 0.9, 60.2, 66.5, 94.1, 2.7, 1.1, 6.8, 73.5, 10.5, 1.8],
          [1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1])))
    #expect(isClose(small.statistic, 1.84640216868455, within: 1e-12))
    // R leaves out the draw of the one row with score 0, which is among the extreme ones and has probability 1/12.
    #expect(isClose(small.pValue, 0.524494949494949 + 1 / 12.0, within: 1e-12))

    let large = try #require(
      HothornLausenTest(
        search(
          [
            22, 21, 32, 37, 6, 10, 12, 27, 31, 3, 25, 8, 4, 19, 40, 7, 39, 16, 24, 1, 28, 30, 38, 2, 26, 17,
            34, 18, 9,
            15, 20, 14, 29, 23, 36, 11, 33, 13, 5, 35,
          ],
          [
            43.4, 5.2, 43.4, 42.0, 6.7, 4.9, 2.0, 29.4, 5.6, 22.0, 20.7, 4.7, 10.9, 1.3, 36.1, 30.2, 126.0,
            1.5, 21.7,
            3.6, 4.9, 100.4, 114.5, 5.9, 31.8, 10.1, 14.7, 5.0, 4.2, 66.0, 7.8, 7.8, 31.2, 8.4, 13.0, 15.3,
            41.6, 0.8,
            1.2, 6.0,
          ],
          [0, 1, 0, 1, 1, 0] + [Int](repeating: 1, count: 2) + [0] + [Int](repeating: 1, count: 5) + [0]
            + [Int](repeating: 1, count: 25))))
    #expect(isClose(large.statistic, 3.82512343277985, within: 1e-12))
    #expect(isClose(large.pValue, 0.00276535660033627, within: 1e-14))
  }

  @Test("is a bound: no smaller than the P of permuting the same scores")
  func bound() throws {
    var generator = SeededGenerator(seed: 3)
    let values = (0..<30).map { Double($0) }
    let times = values.map { 1 + Double.random(in: 0..<10, using: &generator) * ($0 < 15 ? 1 : 3) }
    let found = try search(values, times, values.map { _ in 1 })
    let test = try #require(HothornLausenTest(found))
    let permuted = try #require(found.permutationPValue(permutations: 4000, using: &generator))
    #expect(test.pValue > permuted - 0.02)
    #expect(test.pValue <= 1)
  }

  @Test("has no answer without a cut to try, or where all rows have one score")
  func undefined() throws {
    #expect(try HothornLausenTest(search([1, 1, 1], [1, 2, 3], [1, 1, 1])) == nil)
    #expect(try HothornLausenTest(search([1, 2, 3], [1, 2, 3], [0, 0, 0])) == nil)
  }
}
