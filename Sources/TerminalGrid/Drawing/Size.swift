/// Columns and rows of a screen or an area; never negative, and never more than ``most``.
package struct Size: Hashable, Sendable, CustomStringConvertible {
  package let columns: Int
  package let rows: Int

  /// More than any screen has, and few enough for a grid to fit memory.
  package static let most = 1000

  package init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (min(max(0, columns), Self.most), min(max(0, rows), Self.most))
  }

  /// Reads `120x36`; `nil` where a side is not from 1 to ``most``.
  package init?(_ text: String) {
    let parts = text.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
      (1...Self.most).contains(columns), (1...Self.most).contains(rows)
    else {
      return nil
    }
    self.init(columns: columns, rows: rows)
  }

  package var description: String { "\(columns)x\(rows)" }
}
