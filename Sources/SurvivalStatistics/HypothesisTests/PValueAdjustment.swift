/// How P values are adjusted when several comparisons are made.
///
/// ```swift
/// for adjusted in PValueAdjustment.holm.adjusted([0.0625, 0.25, nil]) { print(adjusted ?? 1) }
/// // 0.125
/// // 0.25
/// // 1.0
/// ```
public enum PValueAdjustment: CaseIterable, Equatable, Hashable, Sendable {
  /// Holm's step-down method: controls the chance of any false positive. The default for pairwise tests.
  ///
  /// - SeeAlso: Holm (1979), Scandinavian Journal of Statistics 6: 65–70.
  case holm
  /// Benjamini and Hochberg's step-up method: controls the expected share of false positives.
  ///
  /// - SeeAlso: Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57: 289–300.
  case benjaminiHochberg
  /// Each P times the number of comparisons.
  case bonferroni
  /// No adjustment.
  case none

  /// The adjusted P values, in the order given; comparisons without P stay without and are not counted.
  ///
  /// - Complexity: O(*m* log *m*) for *m* comparisons.
  public func adjusted(_ pValues: [Double?]) -> [Double?] {
    let ranked: [(index: Int, p: Double)] = pValues.indices
      .compactMap { index in pValues[index].map { (index: index, p: $0) } }
      .sorted { $0.p < $1.p }
    let count = Double(ranked.count)
    var adjusted = pValues
    switch self {
    case .none:
      break
    case .bonferroni:
      for (index, p) in ranked { adjusted[index] = min(1, p * count) }
    case .holm:
      var largest = 0.0
      for (rank, (index, p)) in ranked.enumerated() {
        largest = max(largest, p * (count - Double(rank)))
        adjusted[index] = min(1, largest)
      }
    case .benjaminiHochberg:
      var smallest = 1.0
      for (rank, (index, p)) in ranked.enumerated().reversed() {
        smallest = min(smallest, p * count / Double(rank + 1))
        adjusted[index] = smallest
      }
    }
    return adjusted
  }
}
