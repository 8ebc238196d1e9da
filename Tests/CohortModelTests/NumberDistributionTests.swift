import CohortModel
import SurvivalStatistics
import Testing

@Suite("How numbers are distributed")
struct NumberDistributionTests {
  /// The cut by the definition: the lower middle value, or the one below it where nobody lies above.
  private func cut(_ values: [Double]) -> Double? {
    let sorted = values.filter(\.isFinite).sorted()
    guard let high = sorted.last, sorted[0] < high else { return nil }
    let middle = sorted[(sorted.count - 1) / 2]
    return middle < high ? middle : sorted.last { $0 < high }
  }

  @Test("The median cut is that of the sorted values, however they are found", arguments: 1...200)
  func medianCut(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pool: [Double] = [
      0, -0.0, 1, 2, 2, 2, 3.5, -4, 1e300, -1e300, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 65_535,
      65_536, 70_000, .nan, .infinity,
      -.infinity, 1.0000000000000002,
    ]
    let kind = Int.random(in: 0..<3, using: &generator)
    let values = (0..<Int.random(in: 1...40, using: &generator)).map { _ -> Double in
      switch kind {
      case 0: pool.randomElement(using: &generator) ?? 0
      case 1: Double.random(in: -1...1, using: &generator)
      default: Double(Int.random(in: -3...3, using: &generator))
      }
    }
    let distribution = NumberDistribution(values)
    let finite = values.filter(\.isFinite)
    #expect(distribution?.medianCut == cut(values), "\(values)")
    #expect((distribution == nil) == finite.isEmpty)
    #expect(
      distribution?.extremes.lowerBound == finite.min() && distribution?.extremes.upperBound == finite.max())
    #expect(distribution?.isWhole ?? true == finite.allSatisfy { $0 == $0.rounded() })
  }

  @Test("A key moves a bound by a round step, a hundred times from end to end at most")
  func step() {
    #expect(NumberDistribution(extremes: 0...80, isWhole: true, medianCut: 40).step == 1)
    #expect(NumberDistribution(extremes: 0...100_000, isWhole: true, medianCut: nil).step == 1000)
    #expect(NumberDistribution(extremes: 0...1, isWhole: false, medianCut: nil).step == 0.01)
    #expect(NumberDistribution(extremes: 4...4, isWhole: false, medianCut: nil).step == 1)
    #expect(NumberDistribution(extremes: -1e308...1e308, isWhole: false, medianCut: nil).step == 1)
  }
}
