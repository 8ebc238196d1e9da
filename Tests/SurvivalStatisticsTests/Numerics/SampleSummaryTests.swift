import SurvivalStatistics
import Testing

@Suite("Summaries of numbers")
struct SampleSummaryTests {
  @Test("interpolate quantiles between order statistics")
  func quantiles() {
    let summary = SampleSummary([4, 1, 3, 2])
    #expect(summary.median == 2.5 && summary.lowerQuartile == 1.75 && summary.upperQuartile == 3.25)
    #expect(summary.quantile(0) == 1 && summary.quantile(1) == 4)
  }

  @Test("keep the spread of numbers far from zero")
  func farFromZero() {
    let summary = SampleSummary([1e15, 1e15 + 1, 1e15 + 2])
    #expect(summary.mean == 1e15 + 1 && summary.standardDeviation == 1)
  }

  @Test("of one number have no spread, and of none nothing")
  func degenerate() {
    let one = SampleSummary([7])
    #expect(one.mean == 7 && one.median == 7 && one.minimum == 7 && one.standardDeviation == nil)
    let none = SampleSummary([])
    #expect(none.count == 0 && none.mean == nil && none.median == nil && none.maximum == nil)
  }
}
