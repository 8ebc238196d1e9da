/// A table for programs: full precision, the recorded unit, and nothing where there is nothing.
package struct DataTable: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case integer(Int)
    case number(Double)
    case text(String)
    case empty

    /// Empty for `nil` and for what is no finite number.
    package init(_ number: Double?) {
      self = number.flatMap { $0.isFinite ? .number($0) : nil } ?? .empty
    }

    package init(_ count: Int?) { self = count.map(Value.integer) ?? .empty }
    package init(_ text: String?) { self = text.map(Value.text) ?? .empty }
  }

  package var name: String
  package var keys: [String]
  /// Each as long as ``keys``.
  package var rows: [[Value]]

  /// The table with what every export must carry beside each row.
  package func bannered(by remarks: [Remark]) -> DataTable {
    let banners = remarks.filter(\.isBanner).map(\.text)
    guard !banners.isEmpty else { return self }
    var table = self
    table.keys.append("remark")
    table.rows = rows.map { $0 + [.text(banners.joined(separator: "; "))] }
    return table
  }

  package init(name: String, keys: [String], rows: [[Value]]) {
    (self.name, self.keys, self.rows) = (name, keys, rows)
  }
}
