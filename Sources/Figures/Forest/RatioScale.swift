import Foundation

/// Where ratios lie along a logarithmic axis.
package struct RatioScale: Hashable, Sendable {
  package var left: Double
  package var right: Double
  /// The ratios at both ends, above zero.
  package var limits: ClosedRange<Double>

  /// The place of a ratio; an end for one that is beyond it.
  package func x(_ ratio: Double) -> Double {
    guard ratio > limits.lowerBound else { return left }
    guard ratio < limits.upperBound else { return right }
    return left + log(ratio / limits.lowerBound) / log(limits.upperBound / limits.lowerBound)
      * (right - left)
  }
}
