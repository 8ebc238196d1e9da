/// Mean, spread, quartiles and range of a sample of numbers.
///
/// ```swift
/// print(SampleSummary([1, 2, 3, 4, 10]))
/// // n 5, mean 4 (SD 3.536), median 3 (2 to 4)
/// ```
public struct SampleSummary: Equatable, Sendable {
  /// Number of values.
  public let count: Int
  /// The mean; `nil` for an empty sample.
  public let mean: Double?
  /// The standard deviation with denominator n − 1; `nil` with fewer than two values.
  public let standardDeviation: Double?
  private let sorted: [Double]

  /// Summarises values.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ values: [Double]) {
    count = values.count
    sorted = values.sorted()
    guard let first = values.first else {
      (mean, standardDeviation) = (nil, nil)
      return
    }
    let shift = CompensatedSum.of(values.lazy.map { $0 - first }) / Double(values.count)
    mean = first + shift
    let squares = CompensatedSum.of(
      values.lazy.map { value in
        let deviation = (value - first) - shift
        return deviation * deviation
      })
    standardDeviation = values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : nil
  }

  /// The smallest value; `nil` for an empty sample.
  public var minimum: Double? { sorted.first }
  /// The largest value; `nil` for an empty sample.
  public var maximum: Double? { sorted.last }
  /// The middle value; `nil` for an empty sample.
  public var median: Double? { quantile(0.5) }
  /// The value below which a quarter lies; `nil` for an empty sample.
  public var lowerQuartile: Double? { quantile(0.25) }
  /// The value below which three quarters lie; `nil` for an empty sample.
  public var upperQuartile: Double? { quantile(0.75) }

  /// The value below which a fraction lies, by linear interpolation between order statistics (type 7, R's
  /// default).
  ///
  /// - SeeAlso: Hyndman & Fan (1996), American Statistician 50: 361–365.
  public func quantile(_ fraction: Double) -> Double? {
    guard !sorted.isEmpty else { return nil }
    precondition((0...1).contains(fraction), "a fraction lies between 0 and 1")
    let position = Double(count - 1) * fraction
    let lower = Int((position + 4 * .ulpOfOne).rounded(.down))
    let weight = max(0, position - Double(lower))
    guard weight > 0, lower + 1 < count else { return sorted[min(lower, count - 1)] }
    return sorted[lower] + weight * (sorted[lower + 1] - sorted[lower])
  }
}
