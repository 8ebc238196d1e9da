import SurvivalStatistics

/// The distinct times of some rows, near-equal ones taken as one by ``SurvivalStatistics/TieRule``.
///
/// Times recorded with up to seven digits are never merged; it mends noise such as 0.30000000000000004.
package struct TiedTicks: Sendable, Equatable {
  /// The first tick of each time, strictly increasing.
  package let starts: [Int64]

  /// - Parameter ticks: the ends of observation of all rows, and the beginnings where entry is delayed.
  /// - Complexity: O(n · log n).
  package init(_ ticks: [Int64]) {
    var distinct: [Int64] = []
    for tick in ticks.sorted() where tick != distinct.last { distinct.append(tick) }
    // Beyond 2⁵³ neighbours may be one `Double`; at such sizes they are one time as well.
    starts = TieRule.nearlyEqual.runStarts(of: distinct.map(Double.init)).map { distinct[$0] }
  }

  /// Which of the times a tick is; −1 before the first.
  ///
  /// - Complexity: O(log times).
  package func step(of tick: Int64) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= tick { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
