internal import Foundation

/// The Cholesky factor of a positive definite matrix, for solving equations and inverting.
///
/// Rows and columns are scaled to a unit diagonal first, so that the verdict on singularity does not depend
/// on units.
struct Cholesky: Sendable {
  /// Relative size below which a pivot counts as zero: its row is a combination of those before it.
  static let singularityTolerance = 1e-11

  private let order: Int
  private let scales: [Double]
  private let factor: [Double]

  /// Factors a matrix; `nil` when it is singular or not positive definite.
  ///
  /// - Complexity: O(*p*³) for order *p*.
  init?(_ matrix: SymmetricMatrix) {
    let order = matrix.order
    var scales = [Double]()
    for row in 0..<order {
      let diagonal = matrix[row, row]
      guard diagonal > 0, diagonal.isFinite else { return nil }
      scales.append(1 / diagonal.squareRoot())
    }
    var factor = [Double](repeating: 0, count: order * order)
    for row in 0..<order {
      for column in 0...row {
        var sum = matrix[row, column] * scales[row] * scales[column]
        for inner in 0..<column { sum -= factor[row * order + inner] * factor[column * order + inner] }
        if row == column {
          guard sum > Self.singularityTolerance else { return nil }
          factor[row * order + row] = sum.squareRoot()
        } else {
          factor[row * order + column] = sum / factor[column * order + column]
        }
      }
    }
    (self.order, self.scales, self.factor) = (order, scales, factor)
  }

  /// The rows that are zero, or a combination of those before them.
  ///
  /// - Parameters:
  ///   - matrix: a positive semidefinite matrix.
  ///   - scale: the size a diagonal element would have if the row were not zero.
  /// - Returns: the rows, in increasing order.
  /// - Complexity: O(*p*⁴) for order *p*.
  static func dependentColumns(of matrix: SymmetricMatrix, scale: Double) -> [Int] {
    var (independent, dependent) = ([Int](), [Int]())
    for row in 0..<matrix.order {
      let isZero = matrix[row, row] <= 1e-10 * scale
      if isZero || Cholesky(matrix.restricted(to: independent + [row])) == nil {
        dependent.append(row)
      } else {
        independent.append(row)
      }
    }
    return dependent
  }

  /// The solution *x* of Ax = b.
  ///
  /// - Complexity: O(*p*²) for order *p*.
  func solve(_ right: [Double]) -> [Double] {
    var solution = forwardSubstituted(right)
    for row in (0..<order).reversed() {
      var sum = solution[row]
      for inner in (row + 1)..<order { sum -= factor[inner * order + row] * solution[inner] }
      solution[row] = sum / factor[row * order + row]
    }
    for row in 0..<order { solution[row] *= scales[row] }
    return solution
  }

  /// b′A⁻¹b, which is never negative.
  func inverseQuadraticForm(_ vector: [Double]) -> Double {
    CompensatedSum.of(forwardSubstituted(vector).lazy.map { $0 * $0 })
  }

  /// A⁻¹.
  ///
  /// - Complexity: O(*p*³) for order *p*.
  var inverse: SymmetricMatrix {
    var result = SymmetricMatrix(order: order)
    var unit = [Double](repeating: 0, count: order)
    for column in 0..<order {
      unit[column] = 1
      let solution = solve(unit)
      for row in column..<order { result[row, column] = solution[row] }
      unit[column] = 0
    }
    return result
  }

  /// log |A|.
  var logDeterminant: Double {
    2 * (0..<order).reduce(0.0) { $0 + log(factor[$1 * order + $1] / scales[$1]) }
  }

  private func forwardSubstituted(_ right: [Double]) -> [Double] {
    var solution = right
    for row in 0..<order {
      var sum = right[row] * scales[row]
      for inner in 0..<row { sum -= factor[row * order + inner] * solution[inner] }
      solution[row] = sum / factor[row * order + row]
    }
    return solution
  }
}
