import SurvivalStatistics
import Testing

@Suite("Aalen–Johansen")
struct AalenJohansenTests {
  private let times = [1.0, 2, 2, 3, 4, 4, 5, 7, 8, 8, 9]
  private let status = [1, 2, 0, 1, 1, 2, 0, 2, 1, 0, 0]

  @Test("with one cause is one minus Kaplan–Meier, with Greenwood's variance")
  func oneCause() throws {
    let table = try EventTable(times: mercaptopurine.times, status: mercaptopurine.status)
    let (curve, incidence) = (KaplanMeier(table), AalenJohansen(table, variance: .delta))
    for step in table.times.indices {
      #expect(isClose(incidence.cumulativeIncidence[0][step], 1 - curve.survival[step], within: 1e-15))
      let greenwood = curve.survival[step] * curve.survival[step] * curve.logVariances[step]
      #expect(isClose(incidence.variances?[0][step], greenwood, within: 1e-15))
    }
  }

  @Test("adds up to one with survival at every time")
  func addsUp() throws {
    let estimates = AalenJohansen(try EventTable(times: times, status: status))
    for step in estimates.survival.indices {
      let sum = estimates.cumulativeIncidence.reduce(estimates.survival[step]) { $0 + $1[step] }
      #expect(isClose(sum, 1, within: 1e-15))
    }
  }

  @Test("gives what can be worked out by hand")
  func byHand() throws {
    // n = 4: cause 1 at 1 (S = 3/4), cause 2 at 2 (S = 1/2), censored at 3, cause 1 at 4 (S = 0).
    let estimates = AalenJohansen(try EventTable(times: [1, 2, 3, 4], status: [1, 2, 0, 1]))
    #expect(estimates.cumulativeIncidence == [[0.25, 0.25, 0.25, 0.75], [0, 0.25, 0.25, 0.25]])
  }

  @Test(
    "does not depend on which causes the others are told apart into", arguments: IncidenceVariance.allCases)
  func splittingOtherCauses(kind: IncidenceVariance) throws {
    let together = AalenJohansen(try EventTable(times: times, status: status), variance: kind)
    let split = status.enumerated().map { $0.offset > 5 && $0.element == 2 ? 3 : $0.element }
    let apart = AalenJohansen(try EventTable(times: times, status: split), variance: kind)
    #expect(together.cumulativeIncidence[0] == apart.cumulativeIncidence[0])
    #expect(try #require(together.variances)[0] == #require(apart.variances)[0])
  }

  @Test("has the delta variance of its defining sum")
  func definingSum() throws {
    let table = try EventTable(times: times, status: status)
    let estimates = AalenJohansen(table, variance: .delta)
    let curve = estimates.cumulativeIncidence[0]
    for last in table.times.indices {
      var sum = 0.0
      for step in 0...last {
        let (n, d, own) = (
          Double(table.atRisk[step]), Double(table.eventCount(atStep: step)), Double(table.events[0][step])
        )
        let (growth, before) = (curve[last] - curve[step], step > 0 ? estimates.survival[step - 1] : 1)
        if d < n { sum += growth * growth * d / (n * (n - d)) }
        sum += before * before * (n - own) * own / (n * n * n) - 2 * growth * before * own / (n * n)
      }
      #expect(isClose(estimates.variances?[0][last], sum, within: 1e-15))
    }
  }

  @Test("has the same jackknife from counts and from rows when everybody is observed from the start")
  func jackknife() throws {
    let marrow = try ReferenceTable(named: "bmt")
    let data = try marrow.data(status: ["0", "1", "2"])
    let table = try EventTable(data)
    let (counted, rows) = (
      AalenJohansen(table, variance: .infinitesimalJackknife), try WeightedAalenJohansen(data)
    )
    for time in [30.0, 100, 365, 730, 2000] {
      for cause in 0...1 {
        let error = try #require(counted.estimate(at: time, cause: cause)?.standardError)
        #expect(isClose(rows.standardError(at: time, cause: cause), error, within: 1e-12))
      }
    }
  }

  @Test("says nothing about the jackknife from counts when entry is delayed, but does from rows")
  func delayedEntry() throws {
    let data = try SurvivalData(times: [3, 5, 6, 8], status: [1, 2, 1, 0], entries: [0, 1, 4, 2])
    let table = try EventTable(data)
    #expect(AalenJohansen(table, variance: .infinitesimalJackknife).variances == nil)
    #expect(
      AalenJohansen(table, variance: .infinitesimalJackknife).estimate(at: 5, cause: 0)?.standardError == nil)
    #expect(try WeightedAalenJohansen(data).standardError(at: 5, cause: 0) != nil)
  }

  @Test("has the same interval from rows as from counts when nobody enters late")
  func influenceInterval() throws {
    let influence = try WeightedAalenJohansen(SurvivalData(times: times, status: status))
    let counted = AalenJohansen(
      try EventTable(times: times, status: status), variance: .infinitesimalJackknife)
    let (first, second) = (influence.estimate(at: 6, cause: 0), counted.estimate(at: 6, cause: 0))
    #expect(isClose(first?.value, second?.value, within: 0))
    #expect(isClose(first?.interval?.lower, second?.interval?.lower, within: 1e-14))
    #expect(isClose(first?.interval?.upper, second?.interval?.upper, within: 1e-14))
    #expect(influence.estimate(at: 9.5, cause: 0) == nil)
  }

  @Test("has no interval before the first failure from the cause, and none past the end")
  func degenerate() throws {
    let estimates = AalenJohansen(try EventTable(times: [1, 2, 3], status: [2, 1, 0]))
    for transform in ConfidenceTransform.allCases {
      #expect(
        estimates.estimate(at: 1, cause: 0, transform: transform)
          == ProbabilityEstimate(value: 0, standardError: 0, interval: nil))
    }
    #expect(estimates.cumulativeIncidence(at: 3.5, cause: 0) == nil)
    #expect(estimates.cumulativeIncidence(at: 3.5, cause: 0, beyond: .carryForward) != nil)
    let nobody = AalenJohansen(try EventTable(times: [], status: []))
    #expect(nobody.cumulativeIncidence(at: 0, cause: 0) == nil)
  }
}
