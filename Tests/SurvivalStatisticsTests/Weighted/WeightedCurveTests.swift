import SurvivalStatistics
import TestSupport
import Testing

@Suite("Weighted survival and incidence")
struct WeightedCurveTests {
  private let r: RAnswers
  private let veterans: SurvivalData
  private let marrow: SurvivalData
  private let awkward: SurvivalData

  init() throws {
    r = try RAnswers()
    veterans = try ReferenceTable(named: "veteran").data(status: ["0", "1"])
    marrow = try ReferenceTable(named: "bmt").data(status: ["0", "1", "2"])
    awkward = try ReferenceTable(named: "awkward").data(entry: "entry", status: ["0", "1", "2"])
  }

  @Test("survival is R's, with the infinitesimal jackknife and its limits")
  func survival() throws {
    let curve = try WeightedKaplanMeier(veterans, weights: samplingWeights(veterans.count))
    #expect(r.agree("km/sampling/time", curve.times) && r.agree("km/sampling/n.risk", curve.atRisk))
    #expect(r.agree("km/sampling/surv", curve.survival, within: 1e-13))
    #expect(r.agree("km/sampling/std.err", curve.standardErrors))
    // At 0 R carries the limits before along, here there are none.
    let band = curve.band()
    #expect(r.agree("km/sampling/lower", band.lower) && r.agree("km/sampling/upper", band.upper))
    let median = curve.quantile(0.5)
    #expect(r.agree("km/sampling/median", [median.time, median.lower, median.upper]))
    let estimate = try #require(curve.estimate(at: 3))
    #expect(estimate.value == curve.survival[2] && estimate.standardError == curve.standardErrors[2])
    #expect(estimate.interval?.lower == band.lower[2])
  }

  @Test("survival with delayed entry is R's")
  func lateSurvival() throws {
    let curve = try WeightedKaplanMeier(awkward, weights: samplingWeights(awkward.count))
    let ends = curve.times.indices.filter { curve.times[$0] > 0 }
    #expect(r.agree("km/late/time", ends.map { curve.times[$0] }))
    #expect(r.agree("km/late/n.risk", ends.map { curve.atRisk[$0] }))
    #expect(r.agree("km/late/surv", ends.map { curve.survival[$0] }, within: 1e-13))
    #expect(r.agree("km/late/std.err", ends.map { curve.standardErrors[$0] }))
  }

  @Test("frequencies give R's survival with Greenwood's variance")
  func frequency() throws {
    let curve = KaplanMeier(try EventTable(veterans, frequencies: frequencies(veterans.count)))
    #expect(r.agree("km/frequency/n.risk", curve.table.atRisk.map(Double.init)))
    #expect(r.agree("km/frequency/surv", curve.survival, within: 1e-13))
    #expect(r.agree("km/frequency/std.err", curve.standardErrors))
    #expect(r.agree("km/frequency/lower", curve.band().lower))
  }

  @Test("incidence is R's, with and without delayed entry", arguments: ["sampling", "late"])
  func incidence(kind: String) throws {
    let data = kind == "late" ? awkward : marrow
    let estimates = try WeightedAalenJohansen(data, weights: samplingWeights(data.count))
    let times = r.list("aj/\(kind)/at").compactMap(\.self)
    for cause in 0...1 {
      let cif = times.map { estimates.cumulativeIncidence(at: $0, cause: cause) }
      #expect(r.agree("aj/\(kind)/cif\(cause + 1)", cif, within: 1e-13))
      let errors = times.map { estimates.standardError(at: $0, cause: cause) }
      #expect(r.agree("aj/\(kind)/se\(cause + 1)", errors))
    }
  }

  @Test("weights of one change nothing, nor does their unit")
  func units() throws {
    let weights = samplingWeights(veterans.count)
    let (one, other) = (
      try WeightedKaplanMeier(veterans, weights: weights),
      try WeightedKaplanMeier(veterans, weights: weights.map { $0 * 1024 })
    )
    #expect(one.survival == other.survival && one.standardErrors == other.standardErrors)
    let plain = KaplanMeier(try EventTable(veterans))
    let ones = try WeightedKaplanMeier(veterans, weights: veterans.outcomes.map { _ in 1 })
    #expect(ones.survival == plain.survival)
    for (error, greenwood) in zip(ones.standardErrors, plain.standardErrors) where greenwood != nil {
      #expect(isClose(error, greenwood, within: 1e-13))
    }
  }

  @Test("weights that cannot be are refused")
  func refused() {
    for (weights, error) in [
      ([1.0, -1], SurvivalDataError.invalidWeight(row: 1, weight: -1)),
      ([1, .infinity], .invalidWeight(row: 1, weight: .infinity)),
      ([0, 0], .invalidWeight(row: 0, weight: 0)),
      ([1], .lengthMismatch(column: "weight", expected: 2, found: 1)),
    ] {
      #expect(throws: error) {
        try WeightedKaplanMeier(SurvivalData([.event(at: 1), .censored(at: 2)]), weights: weights)
      }
    }
  }
}
