import Foundation

/// Equal bins over the values of a numeric column, with round edges.
package struct HistogramBins: Sendable, Equatable {
  /// One more than there are bins; bin *i* holds `edges[i] <= value < edges[i + 1]`, the last bin its upper edge too.
  package let edges: [Double]
  /// The lowest and the highest value; `nil` where there is none.
  package let extremes: ClosedRange<Double>?

  package var count: Int { edges.count - 1 }

  /// At most `most` bins; whole numbers get bins of whole width.
  init(_ values: [Double], most: Int = 20) {
    let present = values.filter(\.isFinite)
    guard let low = present.min(), let high = present.max() else {
      (edges, extremes) = ([0, 1], nil)
      return
    }
    let whole = present.allSatisfy { $0 == $0.rounded() }
    // A whole number n fills n ..< n + 1, so that 0, 1, 2 give three bins.
    let width = (high - low + (whole ? 1 : 0)) / Double(most)
    var step = Self.roundUp(width > 0 ? width : 1)
    if whole { step = max(1, step) }
    let first = (low / step).rounded(.down) * step
    let bins = max(1, Int(((high - first) / step).rounded(.down)) + 1)
    edges = (0...bins).map { first + Double($0) * step }
    extremes = low...high
  }

  package func bin(of value: Double) -> Int? {
    guard let first = edges.first, let last = edges.last, value >= first, value <= last else { return nil }
    return min(count - 1, Int((value - first) / (edges[1] - first)))
  }

  /// The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is no less.
  private static func roundUp(_ width: Double) -> Double {
    let power = pow(10, floor(log10(width)))
    let step = [1, 2, 2.5, 5, 10].first { $0 * power >= width * (1 - 1e-12) } ?? 10
    return step * power
  }
}
