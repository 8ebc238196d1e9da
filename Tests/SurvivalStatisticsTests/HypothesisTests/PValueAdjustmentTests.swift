import SurvivalStatistics
import Testing

@Suite("Adjusted P values")
struct PValueAdjustmentTests {
  @Test("follow their definitions")
  func definitions() {
    let p: [Double?] = [0.01, 0.04, 0.03, 0.005]
    func close(_ adjusted: [Double?], _ expected: [Double]) -> Bool {
      zip(adjusted, expected).allSatisfy { ($0 ?? .nan) - $1 <= 1e-15 && ($0 ?? .nan) - $1 >= -1e-15 }
    }
    #expect(close(PValueAdjustment.holm.adjusted(p), [0.03, 0.06, 0.06, 0.02]))
    #expect(close(PValueAdjustment.benjaminiHochberg.adjusted(p), [0.02, 0.04, 0.04, 0.02]))
    #expect(close(PValueAdjustment.bonferroni.adjusted(p), [0.04, 0.16, 0.12, 0.02]))
    #expect(PValueAdjustment.none.adjusted(p) == p)
  }

  @Test("leave out comparisons without P, and never exceed 1", arguments: PValueAdjustment.allCases)
  func missing(adjustment: PValueAdjustment) {
    let adjusted = adjustment.adjusted([0.9, nil, 0.8])
    #expect(adjusted[1] == nil)
    #expect(adjusted.allSatisfy { $0.map { $0 <= 1 } ?? true })
    #expect(adjustment.adjusted([nil, 0.2]) == [nil, 0.2] && adjustment.adjusted([]) == [])
  }
}
