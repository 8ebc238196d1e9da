internal import Foundation

/// The odds ratio of a two by two table by conditional maximum likelihood, with its exact interval.
///
/// It maximises the probability of the table given its margins; it is not the cross product ad/bc. Limits are
/// the odds ratios at which a result at least as extreme, in either direction, has half the remaining
/// probability.
///
/// ```swift
/// if let ratio = FisherExactTest(ContingencyTable([[10, 2], [3, 9]])).oddsRatio { print(ratio) }
/// // odds ratio 12.93 (1.545 to 191)
/// ```
///
/// - SeeAlso: Cornfield (1956), Proceedings of the Third Berkeley Symposium 4: 135–148.
public struct ConditionalOddsRatio: Equatable, Sendable {
  /// The estimate: 0 or infinite when the first cell is as small or large as the margins allow.
  public let value: Double
  /// The lower limit.
  public let lower: Double
  /// The upper limit.
  public let upper: Double

  init(_ distribution: NoncentralHypergeometric, level: Double) {
    let (observed, smallest, largest) = (
      distribution.observed, distribution.support.lowerBound, distribution.support.upperBound
    )
    let tail = (1 - level) / 2
    let target = Double(observed)
    value =
      observed == smallest
      ? 0
      : observed == largest ? .infinity : exp(Self.root { distribution.mean(logOddsRatio: $0) - target })
    lower =
      observed == smallest ? 0 : exp(Self.root { distribution.upperTail(logOddsRatio: $0) - tail })
    upper =
      observed == largest
      ? .infinity : exp(Self.root { tail - distribution.lowerTail(logOddsRatio: $0) })
  }

  /// The zero of an increasing function of a log odds ratio, by bisection to the last digit.
  private static func root(_ function: (Double) -> Double) -> Double {
    var (low, high) = (-1.0, 1.0)
    while function(low) > 0, low > -700 { low *= 2 }
    while function(high) < 0, high < 700 { high *= 2 }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high, high - low > 1e-15 * max(1, middle.magnitude) else { return middle }
      if function(middle) < 0 { low = middle } else { high = middle }
    }
  }
}
