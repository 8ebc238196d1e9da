import SurvivalStatistics
import Testing

/// The 6-MP arm of Freireich's leukaemia trial (Kalbfleisch & Prentice 2002, table 1.1): weeks of remission.
let mercaptopurine = (
  times: [6.0, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
  status: [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
)

@Suite("Kaplan–Meier")
struct KaplanMeierTests {
  @Test("gives the published estimates for the 6-MP arm")
  func published() throws {
    let curve = KaplanMeier(try EventTable(times: mercaptopurine.times, status: mercaptopurine.status))
    // 18/21, × 16/17, × 14/15, × 11/12, × 10/11, × 6/7, × 5/6.
    let byHand: [(Double, Double)] = [
      (6, 18.0 / 21), (7, 18.0 / 21 * 16 / 17), (10, 18.0 / 21 * 16 / 17 * 14 / 15),
      (13, 18.0 / 21 * 16 / 17 * 14 / 15 * 11 / 12), (22, 18.0 / 21 * 16 / 17 * 14 / 15 * 10 / 12 * 6 / 7),
      (35, 18.0 / 21 * 16 / 17 * 14 / 15 * 10 / 12 * 5 / 7),
    ]
    for (time, expected) in byHand {
      let value = try #require(curve.survival(at: time))
      #expect(isClose(value, expected, within: 1e-15))
    }
    #expect(curve.median.time == 23)
    #expect(curve.survival(at: 0) == 1 && curve.survival(at: 5.9) == 1)
  }

  @Test("has Greenwood's standard error")
  func greenwood() throws {
    let curve = KaplanMeier(try EventTable(times: [1, 2, 3, 4], status: [1, 0, 1, 0]))
    let estimate = try #require(curve.estimate(at: 3))
    let variance = 1.0 / (4 * 3) + 1.0 / (2 * 1)
    #expect(estimate.value == 0.375)
    let error = try #require(estimate.standardError)
    #expect(isClose(error, 0.375 * variance.squareRoot(), within: 1e-15))
  }

  @Test("counts those censored at a failure time as still at risk")
  func eventsPrecedeCensorings() throws {
    #expect(KaplanMeier(try EventTable(times: [2, 2, 2], status: [0, 1, 0])).survival == [2.0 / 3])
  }

  @Test("is not estimable past the last time, unless asked to carry forward or nobody is left")
  func pastTheEnd() throws {
    let open = KaplanMeier(try EventTable(times: [1, 2], status: [1, 0]))
    #expect(open.survival(at: 2) == 0.5 && open.survival(at: 2.5) == nil && open.estimate(at: 2.5) == nil)
    #expect(open.survival(at: 2.5, beyond: .carryForward) == 0.5)
    let closed = KaplanMeier(try EventTable(times: [1, 2], status: [1, 1]))
    #expect(closed.survival(at: 99) == 0)
    #expect(closed.estimate(at: 99) == ProbabilityEstimate(value: 0, standardError: nil, interval: nil))
  }

  @Test(
    "has no interval where survival is 0 or 1 on scales that have none",
    arguments: ConfidenceTransform.allCases)
  func degenerateIntervals(transform: ConfidenceTransform) throws {
    let curve = KaplanMeier(try EventTable(times: [2, 3], status: [1, 1]))
    let start = try #require(curve.estimate(at: 1, transform: transform))
    switch transform {
    case .plain, .log: #expect(start.interval == ConfidenceInterval(lower: 1, upper: 1))
    case .logLog, .logit, .arcsine: #expect(start.interval == nil)
    }
    #expect(try #require(curve.estimate(at: 3, transform: transform)).interval == nil)
  }

  @Test("keeps limits within 0 and 1 and around the estimate", arguments: ConfidenceTransform.allCases)
  func intervalOrder(transform: ConfidenceTransform) throws {
    let curve = KaplanMeier(try EventTable(times: mercaptopurine.times, status: mercaptopurine.status))
    for level in [0.5, 0.95, 0.999] {
      let band = curve.band(level: level, transform: transform)
      for step in curve.survival.indices {
        let (lower, upper) = (try #require(band.lower[step]), try #require(band.upper[step]))
        #expect(0 <= lower && lower <= curve.survival[step] && curve.survival[step] <= upper && upper <= 1)
      }
    }
  }

  @Test("scales with the unit of time only", arguments: [1e-9, 1e12])
  func unitOfTime(unit: Double) throws {
    let table = try EventTable(times: mercaptopurine.times, status: mercaptopurine.status)
    let scaled = try EventTable(times: mercaptopurine.times.map { $0 * unit }, status: mercaptopurine.status)
    let (curve, other) = (KaplanMeier(table), KaplanMeier(scaled))
    #expect(curve.survival == other.survival && other.median.time == 23 * unit)
    let (mean, scaledMean) = (
      try #require(curve.restrictedMean(to: 30)), try #require(other.restrictedMean(to: 30 * unit))
    )
    #expect(isClose(scaledMean.value / unit, mean.value, within: 1e-12))
    #expect(isClose(scaledMean.standardError / unit, mean.standardError, within: 1e-12))
  }

  @Test("has a defined answer for one subject, for time zero, and for nobody")
  func degenerate() throws {
    let one = KaplanMeier(try EventTable(times: [5], status: [1]))
    #expect(one.survival(at: 4) == 1 && one.survival(at: 5) == 0 && one.median.time == 5)
    let zero = KaplanMeier(try EventTable(times: [0, 0, 3], status: [1, 0, 0]))
    #expect(zero.survival == [2.0 / 3, 2.0 / 3] && zero.survival(at: -1) == 1)
    let nobody = KaplanMeier(try EventTable(times: [], status: []))
    #expect(nobody.survival(at: 0) == nil && nobody.median.time == nil && nobody.restrictedMean(to: 1) == nil)
    let censored = KaplanMeier(try EventTable(times: [1, 2], status: [0, 0]))
    #expect(
      censored.survival == [1, 1]
        && censored.median == QuantileEstimate(fraction: 0.5, time: nil, lower: nil, upper: nil))
    let tied = KaplanMeier(try EventTable(times: [3, 3, 3], status: [1, 1, 1]))
    #expect(tied.survival == [0] && tied.median.time == 3)
  }

  @Test("survives a risk set that empties and fills again")
  func refilledRiskSet() throws {
    let curve = KaplanMeier(try EventTable(times: [2, 6, 7], status: [0, 1, 0], entries: [0, 4, 4]))
    #expect(curve.table.atRisk == [0, 1, 0, 2, 1] && curve.survival == [1, 1, 1, 0.5, 0.5])
  }
}
