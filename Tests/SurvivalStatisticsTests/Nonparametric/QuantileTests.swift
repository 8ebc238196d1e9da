import SurvivalStatistics
import Testing

@Suite("Quantiles of survival")
struct QuantileTests {
  private let even: EventTable

  init() throws {
    even = try EventTable(times: [1, 2, 3, 4], events: [[1, 1, 1, 1]], censored: [0, 0, 0, 0])
  }

  @Test("take the middle of a stretch at exactly the height, or the first time below it")
  func plateau() {
    let curve = KaplanMeier(even)
    #expect(curve.quantile(0.5).time == 2.5)
    #expect(curve.quantile(0.5, rule: .strictlyBelow).time == 3)
    #expect(curve.quantile(0.4).time == 2 && curve.quantile(0.4, rule: .strictlyBelow).time == 2)
  }

  @Test("take the middle to the last time when the stretch never ends, or are not reached")
  func finalPlateau() throws {
    let curve = KaplanMeier(try EventTable(times: [1, 2, 9, 11], status: [1, 1, 0, 0]))
    #expect(curve.survival == [0.75, 0.5, 0.5, 0.5])
    #expect(curve.median.time == 6.5)
    #expect(curve.quantile(0.5, rule: .strictlyBelow).time == nil)
    #expect(curve.quantile(0.75).time == nil)
  }

  @Test("recognise a height that is reached only up to rounding")
  func rounding() throws {
    // 0.7 = 9/10 × 8/9 × 7/8, but not to the last bit.
    let times = (1...10).map(Double.init)
    let curve = KaplanMeier(try EventTable(times: times, status: times.map { _ in 1 }))
    for tenth in 1...9 { #expect(curve.quantile(Double(tenth) / 10).time == Double(tenth) + 0.5) }
  }

  @Test("have no upper limit where the band stays above the height")
  func openLimit() throws {
    let curve = KaplanMeier(try EventTable(times: [1, 2, 3, 4, 5], status: [1, 1, 1, 0, 0]))
    let median = curve.median
    #expect(median.time == 3 && median.lower == 1 && median.upper == nil)
  }

  @Test("are the same from a band that is there already", arguments: ConfidenceTransform.allCases)
  func fromBand(transform: ConfidenceTransform) throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let times = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        Double(Int.random(in: 1...30, using: &generator))
      }
      let status = times.map { _ in Int.random(in: 0...1, using: &generator) }
      let curve = KaplanMeier(try EventTable(times: times, status: status))
      let band = curve.band(transform: transform)
      for (fraction, rule) in [(0.5, QuantileRule.midpoint), (0.25, .strictlyBelow), (0.75, .midpoint)] {
        #expect(
          curve.quantile(fraction, rule: rule, band: band)
            == curve.quantile(fraction, rule: rule, transform: transform))
      }
    }
  }
}
