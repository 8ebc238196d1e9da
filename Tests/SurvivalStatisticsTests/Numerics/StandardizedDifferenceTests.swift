import SurvivalStatistics
import Testing

@Suite("Standardised differences")
struct StandardizedDifferenceTests {
  private func numbers(_ first: [Double], _ second: [Double]) -> Double? {
    StandardizedDifference(SampleSummary(first), SampleSummary(second)).value
  }

  @Test("of numbers are the difference of means in standard deviations, whichever comes first")
  func ofNumbers() {
    // Variances 1 and 4: 3/√2.5.
    #expect(isClose(numbers([1, 2, 3], [3, 5, 7]), 3 / 2.5.squareRoot(), within: 1e-15))
    #expect(numbers([3, 5, 7], [1, 2, 3]) == numbers([1, 2, 3], [3, 5, 7]))
    #expect(numbers([1, 2, 3], [1, 2, 3]) == 0)
  }

  @Test("of two levels are |p − q| / √(mean of p(1 − p) and q(1 − q))")
  func ofTwoLevels() {
    let value = StandardizedDifference(counts: [30, 10], [20, 20]).value
    #expect(isClose(value, 0.25 / ((0.75 * 0.25 + 0.25) / 2).squareRoot(), within: 1e-15))
  }

  @Test(
    "of three levels are Mahalanobis' distance, in any order of levels, and a level of nobody changes nothing"
  )
  func ofThreeLevels() {
    let value = StandardizedDifference(counts: [50, 30, 20], [20, 30, 50]).value
    // By hand: Σ(p − q)²/(p + q) = 2·.09/.7, Σpq/(p + q) = 2·.1/.7 + .15.
    #expect(isClose(value, (0.18 / (0.2 + 0.105)).squareRoot(), within: 1e-15))
    #expect(
      isClose(
        StandardizedDifference(counts: [20, 0, 50, 30], [50, 0, 20, 30]).value, value ?? 0, within: 1e-15))
  }

  @Test("are infinite without anything in common, and undefined without anything to measure by")
  func degenerate() {
    #expect(StandardizedDifference(counts: [3, 0], [0, 4]).value == .infinity)
    #expect(numbers([1, 1], [2, 2]) == .infinity)
    #expect(StandardizedDifference(counts: [3, 0], [4, 0]).value == nil)
    #expect(StandardizedDifference(counts: [3, 1], [0, 0]).value == nil)
    #expect(StandardizedDifference(counts: [], []).value == nil)
    #expect(numbers([1, 1], [1, 1]) == nil && numbers([1], [1, 2]) == nil && numbers([], [1, 2]) == nil)
  }
}
