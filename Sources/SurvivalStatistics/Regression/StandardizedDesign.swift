/// A design matrix with columns centred at their mean and scaled to unit variance, in row order.
///
/// A fit is the same in any unit, but sums of squares are not: without this a covariate such as 1e8 ± 1 loses
/// all digits.
struct StandardizedDesign: Equatable, Sendable {
  /// Number of columns.
  let columnCount: Int
  /// The values, row after row.
  let values: [Double]
  /// The mean of each column.
  let means: [Double]
  /// What each column was divided by; 1 for a constant column.
  let scales: [Double]
  /// Columns in which all rows are equal.
  let constantColumns: [Int]

  init(_ design: DesignMatrix) {
    let (rows, count) = (design.rowCount, design.columnCount)
    var values = [Double](repeating: 0, count: rows * count)
    var (means, scales, constants) = ([Double](), [Double](), [Int]())
    for (column, numbers) in design.columns.enumerated() {
      let first = numbers.first ?? 0
      // Deviations from the first value are exact for numbers that lie close together far from zero.
      let mean = CompensatedSum.of(numbers.lazy.map { $0 - first }) / Double(max(rows, 1))
      let squares = CompensatedSum.of(
        numbers.lazy.map { number in
          let deviation = (number - first) - mean
          return deviation * deviation
        })
      let isConstant = numbers.allSatisfy { $0 == first }
      let scale = isConstant ? 1 : (squares / Double(rows - 1)).squareRoot()
      if isConstant { constants.append(column) }
      for row in numbers.indices {
        values[row * count + column] = isConstant ? 0 : ((numbers[row] - first) - mean) / scale
      }
      scales.append(scale)
      means.append(first + mean)
    }
    (columnCount, self.values, self.means, self.scales) = (count, values, means, scales)
    constantColumns = constants
  }

  /// A table stored row after row, with one more column.
  static func values(_ values: [Double], adding column: [Double]) -> [Double] {
    let count = column.isEmpty ? 0 : values.count / column.count
    var wider: [Double] = []
    wider.reserveCapacity(values.count + column.count)
    for row in column.indices {
      wider.append(contentsOf: values[row * count..<(row + 1) * count])
      wider.append(column[row])
    }
    return wider
  }

  /// A row of the original columns in the scaled ones.
  func standardized(_ row: [Double]) -> [Double] {
    row.indices.map { (row[$0] - means[$0]) / scales[$0] }
  }

  /// The variance of the scaled coefficients from that of the original ones.
  func standardized(_ variance: SymmetricMatrix) -> SymmetricMatrix {
    var result = SymmetricMatrix(order: columnCount)
    for row in 0..<columnCount {
      for column in 0...row { result[row, column] = variance[row, column] * scales[row] * scales[column] }
    }
    return result
  }

  /// Coefficients of the original columns from those of the scaled ones.
  func unscaled(_ coefficients: [Double]) -> [Double] {
    coefficients.indices.map { coefficients[$0] / scales[$0] }
  }

  /// The variance of the original coefficients from that of the scaled ones.
  func unscaled(_ variance: SymmetricMatrix) -> SymmetricMatrix {
    var result = SymmetricMatrix(order: columnCount)
    for row in 0..<columnCount {
      for column in 0...row { result[row, column] = variance[row, column] / (scales[row] * scales[column]) }
    }
    return result
  }
}
