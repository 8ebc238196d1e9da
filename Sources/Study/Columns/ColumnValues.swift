import CohortEngine
import CohortModel

/// The values of a column for whoever computes with them: its distinct texts, and which of them stands in each row.
package struct ColumnValues: Sendable {
  package enum Kind: Sendable { case continuous, categorical }

  /// What the values are where nobody declares it.
  package let kind: Kind
  /// The distinct values as they are written.
  package let texts: [String]
  /// The number that each distinct value is; NaN for those that are none.
  package let numbers: [Double]
  /// Position in ``texts`` for each row; −1 where the value is missing.
  package let codes: CompactInts
  private let order: Order

  private enum Order {
    /// ``texts`` are in their order.
    case listed
    /// By number if all are numbers, else by text.
    case sorted
    /// As ``LevelOrder`` has it.
    case natural
  }

  package func isMissing(_ row: Int) -> Bool { codes[row] < 0 }

  /// The distinct values in their own order.
  ///
  /// - Complexity: O(n · log n) for n of them.
  package var levels: [String] {
    switch order {
    case .listed: return texts
    case .natural: return LevelOrder(texts).levels
    case .sorted:
      guard !numbers.contains(where: \.isNaN) else { return texts.sorted() }
      return texts.indices.sorted { (numbers[$0], texts[$0]) < (numbers[$1], texts[$1]) }.map { texts[$0] }
    }
  }
}

extension ColumnValues {
  /// The column as it is written: continuous if all its values are numbers.
  init(verbatim column: CodedColumn) {
    let profile = ColumnProfile(verbatim: column)
    let isNumeric = profile.present.allSatisfy { profile.numbers.isNumber($0) }
    self.init(
      profile, kind: isNumeric ? .continuous : .categorical, numbers: profile.numbers.values, order: .sorted)
  }

  /// The column as the variable that the dashboard makes of it.
  ///
  /// - Parameter profile: what was found out about the column, equal texts having one code.
  init(_ variable: VariableColumn, _ profile: ColumnProfile) {
    switch variable.values {
    case .levels(let column):
      self.init(column, profile)
    case .text: self.init(categorical: profile)
    case .numbers(let column):
      // Days, where the column holds dates; what is no number or date counts as missing.
      var numbers = [Double](repeating: .nan, count: profile.column.distinctCount)
      for (row, code) in profile.column.codes.enumerated() { numbers[Int(code)] = column.values[row] }
      self.init(profile, kind: .continuous, numbers: numbers, isNumeric: true, order: .sorted)
    }
  }

  /// The column as texts, whatever they look like.
  init(categorical profile: ColumnProfile) {
    self.init(
      profile, kind: .categorical, numbers: profile.numbers.withoutLimits.values, order: .natural)
  }

  private init(_ column: LevelColumn, _ profile: ColumnProfile) {
    // Intervals such as `<=23` are levels, and no numbers.
    let written = profile.numbers.withoutLimits.values
    let numbers = Dictionary(
      profile.present.map { (profile.column.text($0), written[$0]) }, uniquingKeysWith: { first, _ in first })
    (kind, order, texts, codes) = (.categorical, .listed, column.levels, CompactInts(column.codes))
    self.numbers = column.levels.map { numbers[$0] ?? .nan }
  }

  private init(
    _ profile: ColumnProfile, kind: Kind, numbers: [Double], isNumeric: Bool = false, order: Order
  ) {
    let present = profile.present.filter { !isNumeric || !numbers[$0].isNaN }
    var positions = [Int32](repeating: -1, count: profile.column.distinctCount)
    for (position, code) in present.enumerated() { positions[code] = Int32(clamping: position) }
    (self.kind, self.order) = (kind, order)
    texts = present.map(profile.column.text)
    self.numbers = present.map { numbers[$0] }
    codes = CompactInts(profile.column.rows(positions))
  }
}
