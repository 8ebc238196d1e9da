/// A symmetric matrix, stored in full in row order.
public struct SymmetricMatrix: Equatable, Sendable {
  /// Number of rows, and of columns.
  public let order: Int
  var elements: [Double]

  /// A matrix of zeros.
  public init(order: Int) {
    self.order = order
    elements = Array(repeating: 0, count: order * order)
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

  /// x′Ax.
  func quadraticForm(_ vector: [Double]) -> Double {
    var total = CompensatedSum()
    for row in 0..<order {
      for column in 0..<order { total += vector[row] * self[row, column] * vector[column] }
    }
    return total.value
  }
}
