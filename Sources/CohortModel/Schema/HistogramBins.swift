import Foundation

/// Equal bins over the values of a numeric column, with round edges.
package struct HistogramBins: Hashable, Sendable {
  /// One more than there are bins; bin *i* holds `edges[i] <= value < edges[i + 1]`, the last bin its upper edge too.
  package let edges: [Double]

  package var count: Int { edges.count - 1 }

  /// At most `most` bins; whole numbers get bins of whole width.
  init(_ extremes: ClosedRange<Double>, isWhole whole: Bool, most: Int = 20) {
    let (low, high) = (extremes.lowerBound, extremes.upperBound)
    // A whole number n fills n ..< n + 1, so that 0, 1, 2 give three bins. The range of numbers may be no number.
    let range = high - low
    let width =
      range.isFinite ? (range + (whole ? 1 : 0)) / Double(most) : high / Double(most) - low / Double(most)
    // Narrower bins would have the same edges.
    let narrowest = max(4 * max(low.magnitude, high.magnitude).ulp, .leastNormalMagnitude)
    var step = Self.roundUp(max(width > 0 ? width : 1, narrowest))
    if whole { step = max(1, step) }
    let first = max((low / step).rounded(.down) * step, -.greatestFiniteMagnitude)
    let bins = max(1, Int(clamping: Self.steps(of: step, from: first, to: high)) + 1)
    edges = (0...bins).map { Self.edge($0, first: first, step: step) }
  }

  package func bin(of value: Double) -> Int? {
    guard let first = edges.first, let last = edges.last, value >= first, value <= last else { return nil }
    return min(count - 1, Int(clamping: position(of: value)))
  }

  /// How many bins lie below a value, in fractions.
  package func position(of value: Double) -> Double {
    Self.steps(of: edges[1] - edges[0], from: edges[0], to: value)
  }

  // In halves, which are exact: a difference of two numbers may be too large to be one, half of it is not.

  private static func steps(of step: Double, from first: Double, to value: Double) -> Double {
    (value / 2 - first / 2) / (step / 2)
  }

  private static func edge(_ index: Int, first: Double, step: Double) -> Double {
    let half = first / 2 + Double(index) * (step / 2)
    return min(half, .greatestFiniteMagnitude / 2) * 2
  }

  /// The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is no less.
  private static func roundUp(_ width: Double) -> Double {
    let power = pow(10, floor(log10(width)))
    let step = [1, 2, 2.5, 5, 10].first { $0 * power >= width * (1 - 1e-12) } ?? 10
    return step * power
  }
}
