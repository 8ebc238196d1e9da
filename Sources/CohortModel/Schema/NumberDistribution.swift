import Foundation

/// How the numbers of a variable are distributed over the whole cohort, counted once by its source.
package struct NumberDistribution: Hashable, Sendable {
  /// The lowest and the highest value.
  package var extremes: ClosedRange<Double>
  /// Whether every value is a whole number.
  package var isWhole: Bool
  /// Where a cut divides the patients into halves, or as near to it as ties let: values up to and including it are the
  /// lower part; `nil` where every value is the same.
  package var medianCut: Double?
  package var bins: HistogramBins

  /// - Parameter medianCut: see ``medianCut``.
  package init(extremes: ClosedRange<Double>, isWhole: Bool, medianCut: Double?) {
    (self.extremes, self.isWhole, self.medianCut) = (extremes, isWhole, medianCut)
    bins = HistogramBins(extremes, isWhole: isWhole)
  }

  /// Counts what a source is asked for; NaN is no value, and infinite ones have no place in a distribution.
  ///
  /// - Complexity: O(n).
  package init?(_ values: [Double]) {
    var (low, high, count, isWhole) = (Double.infinity, -Double.infinity, 0, true)
    for value in values where value.isFinite {
      (low, high, count) = (min(low, value), max(high, value), count + 1)
      if isWhole, value != value.rounded() { isWhole = false }
    }
    guard count > 0 else { return nil }
    let cut =
      low == high
      ? nil
      : isWhole && high - low < 65_536
        ? Self.countedCut(values, low: low, high: high, count: count)
        : Self.selectedCut(values, high: high, count: count)
    self.init(extremes: low...high, isWhole: isWhole, medianCut: cut)
  }

  /// The lower middle value; where that is the highest of all, the next one below it.
  private static func selectedCut(_ values: [Double], high: Double, count: Int) -> Double? {
    let middle = lowerMiddle(values, count: count)
    if middle < high { return middle }
    return values.reduce(Double?.none) { best, value in
      value.isFinite && value < high && value > best ?? -.infinity ? value : best
    }
  }

  /// The lower middle of the finite values, of which there are `count`, by their digits to the base 65,536: those
  /// above it and below it are never put in order.
  private static func lowerMiddle(_ values: [Double], count: Int) -> Double {
    // In the order of the values: negative ones have the larger patterns the smaller they are.
    var keys =
      values.lazy.filter(\.isFinite).map { value -> UInt64 in
        let bits = (value + 0).bitPattern
        return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
      } as [UInt64]
    var (rank, middle) = ((count - 1) / 2, UInt64(0))
    for shift: UInt64 in [48, 32, 16, 0] {
      var counts = [Int](repeating: 0, count: 65_536)
      for key in keys { counts[Int(key >> shift & 0xffff)] += 1 }
      var digit = 0
      while rank >= counts[digit] { (rank, digit) = (rank - counts[digit], digit + 1) }
      middle |= UInt64(digit) << shift
      keys.removeAll { $0 >> shift & 0xffff != UInt64(digit) }
    }
    return Double(bitPattern: middle >> 63 == 1 ? middle & ~(1 << 63) : ~middle)
  }

  private static func countedCut(
    _ values: [Double], low: Double, high: Double, count: Int
  ) -> Double? {
    var counts = [Int](repeating: 0, count: Int(clamping: high - low) + 1)
    for value in values where value.isFinite { counts[Int(clamping: value - low)] += 1 }
    var (seen, cut) = (0, low)
    for (offset, here) in counts.dropLast().enumerated() where here > 0 {
      if seen > (count - 1) / 2 { break }
      cut = low + Double(offset)
      seen += here
    }
    return cut
  }

  /// By how much a bound moves with one key: one of 1, 2, 5 times a power of ten that takes at most a hundred steps
  /// from end to end, and no less than one where the values are whole.
  package var step: Double {
    let range = extremes.upperBound - extremes.lowerBound
    guard range > 0, range.isFinite else { return 1 }
    let smallest = range / 100
    let power = pow(10, floor(log10(smallest)))
    let step = ([1, 2, 5, 10].first { $0 * power >= smallest * (1 - 1e-12) } ?? 10) * power
    return isWhole ? max(1, step) : step
  }
}
