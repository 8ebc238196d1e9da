import SurvivalStatistics
import Testing

@Suite("Counts that no subjects can have")
struct EventTableValidationTests {
  private func refuses(
    _ error: SurvivalDataError, _ times: [Double] = [1, 2], events: [[Int]] = [[1, 1]],
    censored: [Int] = [0, 0], entered: [Int] = [], startCount: Int? = nil
  ) -> Bool {
    do throws(SurvivalDataError) {
      _ = try EventTable(
        times: times, events: events, censored: censored, entered: entered, startCount: startCount)
      return false
    } catch let thrown {
      return thrown == error
    }
  }

  @Test("are refused, by what is wrong with them")
  func refused() {
    #expect(refuses(.noCause, events: []))
    #expect(refuses(.lengthMismatch(column: "events", expected: 2, found: 1), events: [[1, 1], [1]]))
    #expect(refuses(.lengthMismatch(column: "censored", expected: 2, found: 0), censored: []))
    #expect(refuses(.lengthMismatch(column: "entered", expected: 2, found: 3), entered: [0, 0, 0]))
    #expect(refuses(.notFinite(column: "time", row: 1), [1, .infinity]))
    #expect(refuses(.notFinite(column: "time", row: 0), [.nan, 1]))
    #expect(refuses(.timesNotIncreasing(step: 1), [2, 2]) && refuses(.timesNotIncreasing(step: 1), [2, 1]))
    #expect(refuses(.invalidCount(column: "events", step: 1, count: -1), events: [[1, -1]]))
    #expect(refuses(.invalidCount(column: "entered", step: 0, count: -2), entered: [-2, 0]))
    #expect(refuses(.invalidCount(column: "censored", step: 1, count: .max), censored: [0, .max]))
    #expect(refuses(.invalidCount(column: "startCount", step: 0, count: -1), startCount: -1))
  }

  @Test("are those with more leaving than at risk, which would make survival negative")
  func tooManyLeaving() {
    #expect(
      refuses(.moreThanAtRisk(step: 1, leaving: 5, atRisk: 3), events: [[1, 5]], startCount: 4))
    // The second subject leaves before it has come.
    #expect(refuses(.moreThanAtRisk(step: 0, leaving: 1, atRisk: 0), entered: [2, 0]))
    #expect(refuses(.invalidCount(column: "startCount", step: 0, count: -1), entered: [0, 3]))
  }

  @Test("are not those of subjects who stay on, or of nobody")
  func accepted() throws {
    #expect(try EventTable(times: [1], events: [[1]], censored: [0], startCount: 9).atRisk == [9])
    #expect(try EventTable(times: [], events: [[]], censored: []).subjectCount == 0)
  }
}
