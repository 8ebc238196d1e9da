import SurvivalStatistics
import Testing

@Suite("Restricted mean survival")
struct RestrictedMeanTests {
  @Test("is the area under the steps, with the variance of its defining sum")
  func area() throws {
    let curve = KaplanMeier(try EventTable(times: [1, 2, 3, 4], status: [1, 0, 1, 0]))
    let mean = try #require(curve.restrictedMean(to: 3.5))
    // 1 up to 1, 0.75 up to 3, 0.375 up to 3.5.
    #expect(isClose(mean.value, 1 + 1.5 + 0.1875, within: 1e-15))
    let variance = 1.6875 * 1.6875 / (4 * 3) + 0.1875 * 0.1875 / (2 * 1)
    #expect(isClose(mean.standardError, variance.squareRoot(), within: 1e-15))
  }

  @Test("is the mean when nobody is censored and the horizon is past the end")
  func complete() throws {
    let curve = KaplanMeier(try EventTable(times: [2, 3, 7], status: [1, 1, 1]))
    #expect(try #require(curve.restrictedMean(to: 10)).value == 4)
  }

  @Test("does not exist past the end of a curve that is above 0")
  func pastTheEnd() throws {
    let curve = KaplanMeier(try EventTable(times: [2, 3], status: [1, 0]))
    #expect(curve.restrictedMean(to: 3.5) == nil)
    #expect(try #require(curve.restrictedMean(to: 4, beyond: .carryForward)).value == 3)
    #expect(try #require(curve.restrictedMean(to: 1)).value == 1)
  }

  @Test("of two groups differs by the difference, with variances added")
  func difference() throws {
    let first = try #require(
      KaplanMeier(EventTable(times: [1, 2, 5], status: [1, 0, 0])).restrictedMean(to: 4))
    let second = try #require(
      KaplanMeier(EventTable(times: [1, 3, 5], status: [1, 1, 0])).restrictedMean(to: 4))
    let difference = try #require(RestrictedMeanDifference(first, minus: second))
    #expect(isClose(difference.value, first.value - second.value, within: 1e-15))
    let variance = difference.standardError * difference.standardError
    let sum = first.standardError * first.standardError + second.standardError * second.standardError
    #expect(isClose(variance, sum, within: 1e-15))
    let interval = difference.interval()
    let multiplier = (interval.upper - interval.lower) / 2 / difference.standardError
    #expect(isClose(multiplier, 1.959963984540054, within: 1e-12))
    let other = try #require(
      KaplanMeier(EventTable(times: [1, 3, 5], status: [1, 1, 0])).restrictedMean(to: 3))
    #expect(RestrictedMeanDifference(first, minus: other) == nil)
  }

  /// R 4.2.2, survival 3.5-3: `summary(survfit(Surv(time, status) ~ trt, veteran), rmean = 180)$table`.
  @Test("of the arms of the veterans' trial agrees with R")
  func veterans() throws {
    let table = try ReferenceTable(named: "veteran")
    let arms = try EventTable.tables(
      table.data(status: ["0", "1"]), groups: table.codes("trt", ["standard", "test"]), groupCount: 2)
    let means = try arms.map { try #require(KaplanMeier($0).restrictedMean(to: 180)) }
    let difference = try #require(RestrictedMeanDifference(means[0], minus: means[1]))
    #expect(isClose(difference.value, 95.3744657416462 - 81.6143214285714, within: 1e-11))
    let variance = 7.94799373336676 * 7.94799373336676 + 7.91539746923284 * 7.91539746923284
    #expect(isClose(difference.standardError, variance.squareRoot(), within: 1e-11))
  }

  @Test("has no P value for a difference without variance")
  func noVariance() throws {
    let mean = try #require(KaplanMeier(EventTable(times: [5, 6], status: [0, 0])).restrictedMean(to: 4))
    let difference = try #require(RestrictedMeanDifference(mean, minus: mean))
    #expect(difference.value == 0 && difference.pValue == nil)
  }
}
