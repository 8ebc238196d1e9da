internal import CRmath
internal import Foundation

/// The distribution of the first cell of a two by two table given its margins, for any odds ratio.
struct NoncentralHypergeometric: Sendable {
  /// The values the cell can take.
  let support: ClosedRange<Int>
  /// The value it has.
  let observed: Int
  /// Log probability of each value when the odds ratio is 1.
  private let logDensity: [Double]

  init(_ table: ContingencyTable) {
    let (columns, row) = (table.columnTotals, table.rowTotals[0])
    support = max(0, row - columns[1])...min(row, columns[0])
    observed = table.counts[0][0]
    logDensity = support.map { dhyper(Double($0), Double(columns[0]), Double(columns[1]), Double(row), 1) }
  }

  /// The probability of all values no more probable than the observed one, when the odds ratio is 1.
  var twoSidedPValue: Double {
    let limit = exp(logDensity[observed - support.lowerBound]) * (1 + 1e-7)
    return min(1, CompensatedSum.of(logDensity.lazy.map { exp($0) }.filter { $0 <= limit }))
  }

  /// The expected value.
  func mean(logOddsRatio: Double) -> Double {
    ratio(logOddsRatio) { Double($0) }
  }

  /// The probability of a value at least as large as the observed one.
  func upperTail(logOddsRatio: Double) -> Double {
    ratio(logOddsRatio) { $0 >= observed ? 1 : 0 }
  }

  /// The probability of a value at most as large as the observed one.
  func lowerTail(logOddsRatio: Double) -> Double {
    ratio(logOddsRatio) { $0 <= observed ? 1 : 0 }
  }

  /// The expectation of a function of the cell.
  private func ratio(_ logOddsRatio: Double, _ function: (Int) -> Double) -> Double {
    var largest = -Double.infinity
    for (index, value) in support.enumerated() {
      largest = max(largest, logDensity[index] + logOddsRatio * Double(value))
    }
    var (weighted, total) = (0.0, 0.0)
    for (index, value) in support.enumerated() {
      let weight = exp(logDensity[index] + logOddsRatio * Double(value) - largest)
      weighted += weight * function(value)
      total += weight
    }
    return weighted / total
  }
}
