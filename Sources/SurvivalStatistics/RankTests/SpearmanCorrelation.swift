/// Spearman's rank correlation, tied numbers sharing their average rank.
///
/// P is exact for at most nine pairs without ties, otherwise from Student's t with n − 2 degrees of freedom.
///
/// ```swift
/// print(SpearmanCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]))
/// // SpearmanCorrelation: 0.8, P 0.133
/// ```
///
/// - SeeAlso: Hollander & Wolfe (1973), *Nonparametric Statistical Methods*, section 8.5.
public struct SpearmanCorrelation: Equatable, Sendable {
  /// The correlation of the ranks; `nil` when all numbers of one variable are equal.
  public let coefficient: Double?
  /// The two-sided P value by Student's t; `nil` with fewer than three pairs.
  public let approximatePValue: Double?
  /// The two-sided P value over all orders; `nil` with ties or more than nine pairs.
  public let exactPValue: Double?

  /// The exact P value where there is one, otherwise the approximate one.
  public var pValue: Double? { exactPValue ?? approximatePValue }

  /// Correlates two variables of the same subjects.
  ///
  /// - Complexity: O(*n* log *n*), and O(*n*!) for an exact P value.
  public init(_ x: [Double], _ y: [Double]) {
    precondition(x.count == y.count, "pairs of numbers")
    let (first, second) = (AverageRanks(x), AverageRanks(y))
    let coefficient = Self.correlation(first.ranks, second.ranks)
    self.coefficient = coefficient
    approximatePValue = coefficient.flatMap { Self.approximate($0, count: x.count) }
    let isSmall = (2...9).contains(x.count) && !first.hasTies && !second.hasTies
    exactPValue = isSmall ? Self.exact(first.ranks, second.ranks) : nil
  }

  private static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
    let mean = Double(x.count + 1) / 2
    let pairs = zip(x, y).lazy
    let product = CompensatedSum.of(pairs.map { ($0 - mean) * ($1 - mean) })
    let spread = CompensatedSum.of(x.lazy.map { ($0 - mean) * ($0 - mean) })
    let other = CompensatedSum.of(y.lazy.map { ($0 - mean) * ($0 - mean) })
    guard spread > 0, other > 0 else { return nil }
    return max(-1, min(1, product / (spread * other).squareRoot()))
  }

  private static func approximate(_ coefficient: Double, count: Int) -> Double? {
    guard count > 2 else { return nil }
    let freedom = Double(count - 2)
    let unexplained = 1 - coefficient * coefficient
    guard unexplained > 0 else { return 0 }
    return min(
      1,
      TailProbability.student(
        beyond: coefficient / (unexplained / freedom).squareRoot(), degreesOfFreedom: freedom))
  }

  /// Counts the orders whose sum of squared rank differences is at most, or at least, the one observed.
  private static func exact(_ x: [Double], _ y: [Double]) -> Double {
    let observed = zip(x, y).reduce(0) { $0 + Int(($1.0 - $1.1) * ($1.0 - $1.1)) }
    var (lower, upper, total) = (0, 0, 0)
    var order = Array(x.indices)
    func visit(_ position: Int, _ sum: Int) {
      if position == order.count {
        total += 1
        if sum <= observed { lower += 1 }
        if sum >= observed { upper += 1 }
        return
      }
      for other in position..<order.count {
        order.swapAt(position, other)
        let difference = order[position] - position
        visit(position + 1, sum + difference * difference)
        order.swapAt(position, other)
      }
    }
    visit(0, 0)
    return min(1, 2 * Double(min(lower, upper)) / Double(total))
  }
}
