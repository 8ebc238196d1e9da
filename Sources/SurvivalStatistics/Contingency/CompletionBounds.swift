internal import Foundation

/// What is known, without enumeration, about all ways to fill some columns given row totals.
///
/// The weight of a way is Π 1/nᵢⱼ!; all numbers are logarithms.
struct CompletionBounds: Sendable {
  /// The sum of the weights of all ways: N!/(Π rᵢ! Π cⱼ!).
  let total: Double
  /// No way weighs more.
  let largest: Double
  /// No way weighs less.
  let smallest: Double

  /// Bounds the completions of one state.
  ///
  /// With any chances pᵢ of the rows, Π 1/nᵢⱼ! is Π pᵢ^−rᵢ times a product of multinomial terms, each no
  /// larger than at its mode; with pᵢ = rᵢ/N the bound is close.
  ///
  /// Rows must be in increasing, columns in decreasing order.
  init(rows: [Int], columns: ArraySlice<Int>, _ factorials: LogFactorials) {
    let sum = rows.reduce(0, +)
    guard sum > 0 else {
      (total, largest, smallest) = (0, 0, 0)
      return
    }
    var all = factorials[sum]
    for row in rows { all -= factorials[row] }
    for column in columns { all -= factorials[column] }
    total = all
    guard columns.count > 1 else {
      let only = -rows.reduce(0) { $0 + factorials[$1] }
      (largest, smallest) = (only, only)
      return
    }
    let chances = rows.map { Double($0) / Double(sum) }
    var upper = 0.0
    for row in rows.indices where rows[row] > 0 { upper -= Double(rows[row]) * log(chances[row]) }
    for column in columns { upper += Self.multinomialMode(column, chances, factorials) }
    let lower = -min(
      Self.piledUp(rows, columns, factorials), Self.transported(rows, columns, factorials))
    (largest, smallest) = (upper, lower)
  }

  /// The largest value of Σ nᵢ log pᵢ − log nᵢ! over nᵢ that add up to a count.
  ///
  /// The value is concave and separable, so that counts between which no unit can be moved with profit are
  /// the mode; ⌊np⌋ is never far from it.
  private static func multinomialMode(_ count: Int, _ chances: [Double], _ factorials: LogFactorials)
    -> Double
  {
    var counts = chances.map { Int(Double(count) * $0) }
    var left = count - counts.reduce(0, +)
    func gain(_ row: Int) -> Double { chances[row] / Double(counts[row] + 1) }
    func loss(_ row: Int) -> Double { counts[row] > 0 ? chances[row] / Double(counts[row]) : .infinity }
    while left > 0 {
      guard let best = chances.indices.max(by: { gain($0) < gain($1) }) else { break }
      counts[best] += 1
      left -= 1
    }
    while let best = chances.indices.max(by: { gain($0) < gain($1) }),
      let worst = chances.indices.min(by: { loss($0) < loss($1) }), gain(best) > loss(worst)
    {
      counts[best] += 1
      counts[worst] -= 1
    }
    var value = 0.0
    for row in chances.indices where counts[row] > 0 {
      value += Double(counts[row]) * log(chances[row]) - factorials[counts[row]]
    }
    return value
  }

  /// A number that Σ log nᵢⱼ! does not exceed: every column piled up in the fullest rows, regardless of the others.
  private static func piledUp(_ rows: [Int], _ columns: ArraySlice<Int>, _ factorials: LogFactorials)
    -> Double
  {
    var value = 0.0
    for column in columns {
      var left = column
      for row in rows.reversed() where left > 0 {
        value += factorials[min(left, row)]
        left -= min(left, row)
      }
    }
    return value
  }

  /// A number that Σ log nᵢⱼ! does not exceed: the best transport of rows to columns by its chords.
  ///
  /// log n! is convex, so below its chord on 0…u with u = min(rᵢ, cⱼ). The slope of the chord grows with u, which makes
  /// the profits of the transport supermodular: filling from the largest row and column on is optimal.
  private static func transported(
    _ rows: [Int], _ columns: ArraySlice<Int>, _ factorials: LogFactorials
  ) -> Double {
    var value = 0.0
    var (row, column) = (rows.count - 1, columns.startIndex)
    guard var (supply, demand) = columns.first.map({ (rows[row], $0) }) else { return 0 }
    while true {
      let units = min(supply, demand)
      let largest = min(rows[row], columns[column])
      if units > 0 { value += Double(units) * factorials[largest] / Double(largest) }
      supply -= units
      demand -= units
      if supply == 0 {
        row -= 1
        guard row >= 0 else { return value }
        supply = rows[row]
      } else {
        column += 1
        guard column < columns.endIndex else { return value }
        demand = columns[column]
      }
    }
  }
}
