/// The ranks of numbers, tied ones sharing their average.
///
/// ```swift
/// print(AverageRanks([3, 1, 3, 2]).ranks)
/// // [3.5, 1.0, 3.5, 2.0]
/// ```
public struct AverageRanks: Equatable, Sendable {
  /// The rank of each number, from 1.
  public let ranks: [Double]
  /// Sizes of the groups of equal numbers, those of one left out.
  public let tieSizes: [Int]

  /// Whether any two numbers are equal.
  public var hasTies: Bool { !tieSizes.isEmpty }

  /// Σ (t³ − t) over groups of equal numbers: what ties take from the variance of ranks.
  var tieCorrection: Double {
    tieSizes.reduce(0) { $0 + Double($1) * (Double($1) * Double($1) - 1) }
  }

  /// Ranks numbers.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ values: [Double]) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var (sizes, start) = ([Int](), 0)
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for position in start..<end { ranks[order[position]] = Double(start + end + 1) / 2 }
      if end - start > 1 { sizes.append(end - start) }
      start = end
    }
    (self.ranks, tieSizes) = (ranks, sizes)
  }
}
