import CohortEngine
import CohortModel

/// The times or dates of one column as whole ticks.
struct RecordedTimes: Sendable {
  /// Stands where a row has no time.
  static let none = Int64.min
  /// More decimals than this, of times of one or more, are rounded away: no clinical time is more exact, and ticks must fit 64 bits.
  static let mostDecimals = 9
  /// No time is longer: the difference of any two times must fit 64 bits.
  private static let longest: Int64 = 4_000_000_000_000_000_000

  let name: String
  let unit: TimeUnit?
  let decimals: Int
  private let codes: [Int32]
  private let numbers: WrittenNumbers
  private let days: [Double]

  /// A column of numbers; limits such as `<30` are no times.
  init?(times name: String, in columns: StudyColumns) {
    guard let index = columns.table.column(named: name) else { return nil }
    let profile = columns.profiles[index]
    let present = profile.present
    guard profile.numbers.numberCount > 0 || present.isEmpty else { return nil }
    let numbers = profile.numbers.withoutLimits
    let annotation = columns.table.annotations.isEmpty ? nil : columns.table.annotations[index]
    let largest = numbers.values.reduce(0) { $1.isNaN ? $0 : max($0, $1.magnitude) }
    // Where all times are small, they are no less exact for the unit being large.
    var (most, order) = (Self.mostDecimals, largest)
    while order > 0, order < 1, most < 18 { (most, order) = (most + 1, order * 10) }
    var decimals = min(most, numbers.mostDecimals)
    while decimals > 0, largest * Double(WrittenNumber.power(decimals)) > 1e17 { decimals -= 1 }
    (self.name, self.numbers, self.decimals, days) = (name, numbers, decimals, [])
    codes = profile.column.codes
    unit =
      TimeUnitWords.unit(inName: name) ?? annotation?.unit.flatMap(TimeUnitWords.unit(inName:))
      ?? annotation?.label.flatMap(TimeUnitWords.unit(inName:))
  }

  /// A column of dates: days since 1970.
  init?(dates name: String, in columns: StudyColumns) {
    guard let variable = columns.variable(named: name), variable.kind == .date,
      case .numbers(let column) = variable.values
    else { return nil }
    (self.name, unit, decimals, codes, numbers, days) = (name, .days, 0, [], WrittenNumbers(), column.values)
  }

  /// The ticks of 10⁻ᵈ units for each row.
  func ticks(decimals: Int) -> [Int64] {
    if !days.isEmpty || codes.isEmpty { return days.map { $0.isNaN ? Self.none : Int64(clamping: $0) } }
    let distinct = numbers.map { number in
      let ticks = number?.ticks(decimals: decimals) ?? Self.none
      return (-Self.longest...Self.longest).contains(ticks) ? ticks : Self.none
    }
    return codes.map { distinct[Int($0)] }
  }
}

/// The table with what was decided about its columns.
struct StudyColumns: Sendable {
  let table: Table
  let profiles: [ColumnProfile]
  /// In the order of the table, then those made from others.
  let variables: [VariableColumn]
  /// The first variable of each name.
  private let positions: [String: Int]

  init(table: Table, profiles: [ColumnProfile], variables: [VariableColumn]) {
    (self.table, self.profiles, self.variables) = (table, profiles, variables)
    positions = Dictionary(
      variables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Complexity: O(1) on average.
  func variable(named name: String) -> VariableColumn? { positions[name].map { variables[$0] } }

  /// Where a column of the table stands.
  func index(named name: String) -> Int? { table.column(named: name) }

  var rowCount: Int { table.rowCount }
}
