import SurvivalStatistics
import Testing

@Suite("Follow-up")
struct FollowUpTests {
  @Test("has the median of the reverse Kaplan–Meier estimate")
  func reverse() throws {
    // Censored at 2 (of 4 at risk) and at 3 (of 2): 3/4, then 3/8.
    let followUp = FollowUp(try EventTable(times: [2, 2.5, 3, 5], status: [0, 2, 0, 1]))
    #expect(followUp.median.time == 3)
    let all = FollowUp(try EventTable(times: [1, 2], status: [1, 1]))
    #expect(all.median.time == nil)
  }

  @Test("has the quartiles of the times as if they were listed one by one")
  func quartiles() throws {
    let times = mercaptopurine.times
    let followUp = FollowUp(try EventTable(times: times, status: mercaptopurine.status))
    let summary = SampleSummary(times)
    #expect(followUp.minimum == summary.minimum && followUp.maximum == summary.maximum)
    #expect(
      followUp.lowerQuartile == summary.lowerQuartile && followUp.upperQuartile == summary.upperQuartile)
    #expect(followUp.observedMedian == summary.median)
  }

  @Test("interpolates between times, and leaves out times at which somebody only enters")
  func interpolation() throws {
    let followUp = FollowUp(try EventTable(times: [4, 8], status: [1, 0], entries: [1, 6]))
    #expect(followUp.minimum == 4 && followUp.lowerQuartile == 5 && followUp.observedMedian == 6)
  }

  @Test("of nobody has no times")
  func empty() throws {
    let followUp = FollowUp(try EventTable(times: [], status: []))
    #expect(followUp.minimum == nil && followUp.median.time == nil && followUp.upperQuartile == nil)
  }
}
