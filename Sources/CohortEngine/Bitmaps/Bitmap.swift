import CBitmap
import CohortModel

/// A set of rows, one bit a row; the bits past the last row are always zero.
package struct Bitmap: Equatable, Sendable {
  /// Number of rows, set or not.
  package let rowCount: Int
  private(set) var words: [UInt64]

  package init(rowCount: Int, filled: Bool = false) {
    self.rowCount = rowCount
    words = Array(repeating: filled ? .max : 0, count: (rowCount + 63) / 64)
    if filled { clearTail() }
  }

  /// The rows whose value lies in the range: O(rows), vectorised.
  init(values: [Double], in range: NumericRange) {
    self.init(rowCount: values.count)
    words.withUnsafeMutableBufferPointer { words in
      values.withUnsafeBufferPointer { values in
        guard let into = words.baseAddress, let from = values.baseAddress else { return }
        cbitmap_in_range(
          into, from, values.count, range.lower, range.upper, range.includesLower ? 1 : 0,
          range.includesUpper ? 1 : 0)
      }
    }
  }

  package subscript(row: Int) -> Bool {
    get { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }
    set {
      let bit = UInt64(1) << UInt64(row & 63)
      if newValue { words[row >> 6] |= bit } else { words[row >> 6] &= ~bit }
    }
  }

  /// Turns each of the rows over.
  mutating func flip(_ rows: ArraySlice<Int32>) {
    for row in rows { words[Int(row) >> 6] ^= 1 << UInt64(row & 63) }
  }

  /// Number of rows set: O(rows / 64).
  package var count: Int { Int(cbitmap_count(words, words.count)) }

  /// Number of rows set in both, without making their intersection.
  package func countIntersection(_ other: Bitmap) -> Int {
    Int(cbitmap_count_and(words, other.words, words.count))
  }

  package mutating func formIntersection(_ other: Bitmap) { cbitmap_and(&words, other.words, words.count) }
  package mutating func formUnion(_ other: Bitmap) { cbitmap_or(&words, other.words, words.count) }
  package mutating func subtract(_ other: Bitmap) { cbitmap_and_not(&words, other.words, words.count) }

  package func intersection(_ other: Bitmap) -> Bitmap {
    var result = self
    result.formIntersection(other)
    return result
  }

  /// The rows that are not set.
  package var complement: Bitmap {
    var result = Bitmap(rowCount: rowCount, filled: true)
    result.subtract(self)
    return result
  }

  /// The rows set, in increasing order.
  package var rows: [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(count)
    for (index, word) in words.enumerated() {
      var bits = word
      while bits != 0 {
        rows.append(index << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return rows
  }

  private mutating func clearTail() {
    if rowCount & 63 != 0 { words[words.count - 1] &= (1 << UInt64(rowCount & 63)) - 1 }
  }
}
