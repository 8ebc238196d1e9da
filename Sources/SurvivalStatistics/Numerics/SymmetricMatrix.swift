/// A symmetric matrix, stored in full in row order.
///
/// ```swift
/// var matrix = SymmetricMatrix(order: 2)
/// matrix[0, 0] = 2
/// matrix[1, 0] = 0.5
/// print(matrix)
/// // [2 0.5] [0.5 0]
/// ```
public struct SymmetricMatrix: Equatable, Sendable {
  /// Number of rows, and of columns.
  public let order: Int
  var elements: [Double]

  /// A matrix of zeros.
  public init(order: Int) {
    self.order = order
    elements = Array(repeating: 0, count: order * order)
  }

  /// A matrix from the rows of its lower triangle, one after the other.
  init(lowerTriangle: [Double], order: Int) {
    self.init(order: order)
    var index = 0
    for row in 0..<order {
      for column in 0...row {
        self[row, column] = lowerTriangle[index]
        index += 1
      }
    }
  }

  /// The element in a row and column, both from 0.
  ///
  /// Setting one sets its mirror image too.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * order + column] }
    set {
      elements[row * order + column] = newValue
      elements[column * order + row] = newValue
    }
  }

  /// The elements on the diagonal.
  public var diagonal: [Double] { (0..<order).map { self[$0, $0] } }

  /// The matrix of some rows and the same columns.
  func restricted(to indices: some Collection<Int>) -> SymmetricMatrix {
    var result = SymmetricMatrix(order: indices.count)
    for (row, source) in indices.enumerated() {
      for (column, other) in indices.enumerated().prefix(row + 1) {
        result[row, column] = self[source, other]
      }
    }
    return result
  }

  /// Ax.
  func product(_ vector: [Double]) -> [Double] {
    (0..<order).map { row in (0..<order).reduce(0.0) { $0 + self[row, $1] * vector[$1] } }
  }

  /// x′Ax.
  func quadraticForm(_ vector: [Double]) -> Double {
    var total = CompensatedSum()
    for row in 0..<order {
      for column in 0..<order { total += vector[row] * self[row, column] * vector[column] }
    }
    return total.value
  }

  /// A (Σ rr′) A for this matrix A and the rows *r* of a table stored row after row.
  func sandwich(rows: [Double]) -> SymmetricMatrix {
    var result = SymmetricMatrix(order: order)
    guard order > 0 else { return result }
    var product = [Double](repeating: 0, count: order)
    for start in stride(from: 0, to: rows.count, by: order) {
      for row in 0..<order {
        var sum = 0.0
        for column in 0..<order { sum += self[row, column] * rows[start + column] }
        product[row] = sum
      }
      for row in 0..<order { for column in 0...row { result[row, column] += product[row] * product[column] } }
    }
    return result
  }
}
