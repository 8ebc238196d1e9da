import CohortModel

/// The positions of a numeric column sorted by value, gaps left out: a range of values is a range of this list.
struct ValueOrder: Sendable {
  let positions: [Int32]
  let values: [Double]

  init(_ column: [Double]) {
    let sorted = column.indices.filter { !column[$0].isNaN }.sorted { column[$0] < column[$1] }
    positions = sorted.map(Int32.init)
    values = sorted.map { column[$0] }
  }

  /// The part of ``positions`` whose values lie in the range: O(log rows).
  func indices(in range: NumericRange) -> Range<Int> {
    let start = firstIndex { range.includesLower ? $0 >= range.lower : $0 > range.lower }
    let end = firstIndex { range.includesUpper ? $0 > range.upper : $0 >= range.upper }
    return start..<max(start, end)
  }

  private func firstIndex(where isPast: (Double) -> Bool) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if isPast(values[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
