/// Weighted sums over a set of rows: of 1, of each covariate, and of each product of two.
///
/// The sums are packed in one array: weight, first moments, then the lower triangle of the second moments.
/// Rows come and go (delayed entry), so every sum carries its rounding error along.
struct RiskSetMoments: Sendable {
  private(set) var sums: [Double]
  private var corrections: [Double]
  private let columnCount: Int
  private let isCompensated: Bool

  /// An empty set.
  ///
  /// - Parameters:
  ///   - columnCount: number of covariates.
  ///   - isCompensated: whether rows will also be taken out.
  init(columnCount: Int, isCompensated: Bool) {
    let size = 1 + columnCount + columnCount * (columnCount + 1) / 2
    sums = Array(repeating: 0, count: size)
    corrections = Array(repeating: 0, count: isCompensated ? size : 0)
    (self.columnCount, self.isCompensated) = (columnCount, isCompensated)
  }

  /// Empties the set.
  mutating func reset() {
    for index in sums.indices { sums[index] = 0 }
    for index in corrections.indices { corrections[index] = 0 }
  }

  /// Puts a row in, or with a negative weight takes it out.
  ///
  /// - Parameters:
  ///   - weight: the row's relative hazard.
  ///   - values: covariates of all rows, row after row.
  ///   - start: where the row begins in `values`.
  /// - Complexity: O(*p*²) for *p* covariates.
  mutating func add(weight: Double, values: UnsafeBufferPointer<Double>, start: Int) {
    if isCompensated { addCompensated(weight, values, start) } else { addPlainly(weight, values, start) }
  }

  private mutating func addPlainly(_ weight: Double, _ values: UnsafeBufferPointer<Double>, _ start: Int) {
    let count = columnCount
    sums.withUnsafeMutableBufferPointer { sums in
      sums[0] += weight
      var product = 1 + count
      for column in 0..<count {
        let weighted = weight * values[start + column]
        sums[1 + column] += weighted
        for other in 0...column {
          sums[product] += weighted * values[start + other]
          product += 1
        }
      }
    }
  }

  private mutating func addCompensated(_ weight: Double, _ values: UnsafeBufferPointer<Double>, _ start: Int)
  {
    add(weight, at: 0)
    var product = 1 + columnCount
    for column in 0..<columnCount {
      let weighted = weight * values[start + column]
      add(weighted, at: 1 + column)
      for other in 0...column {
        add(weighted * values[start + other], at: product)
        product += 1
      }
    }
  }

  /// The sum at a position of the packed array.
  func value(_ index: Int) -> Double { isCompensated ? sums[index] + corrections[index] : sums[index] }

  private mutating func add(_ term: Double, at index: Int) {
    let (sum, next) = (sums[index], sums[index] + term)
    corrections[index] += sum.magnitude >= term.magnitude ? (sum - next) + term : (term - next) + sum
    sums[index] = next
  }
}
