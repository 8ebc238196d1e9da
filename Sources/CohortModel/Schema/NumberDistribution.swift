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
  /// - Complexity: O(n) for whole numbers within 65,536 of each other, otherwise O(n log n).
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
        ? Self.countedCut(values, low: low, high: high, count: count) : Self.sortedCut(values)
    self.init(extremes: low...high, isWhole: isWhole, medianCut: cut)
  }

  /// The lower middle value; where that is the highest of all, the next one below it.
  private static func sortedCut(_ values: [Double]) -> Double? {
    let sorted = values.filter(\.isFinite).sorted()
    guard let high = sorted.last else { return nil }
    let middle = sorted[(sorted.count - 1) / 2]
    return middle < high ? middle : sorted.last { $0 < high }
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
