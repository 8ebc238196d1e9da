/// The levels of a categorical column among some rows, those that do not occur being dropped.
struct ReferenceGroups {
  /// Names of the groups: `all`, or `VARIABLE=LEVEL`.
  let names: [String]
  /// The level of each group.
  let levels: [String]
  /// Group of each row.
  let members: [Int]

  var count: Int { levels.count }

  /// The groups by one variable; a single group without one.
  init(_ question: ReferenceCase, _ variable: String?, rows: [Int]) {
    guard let variable else {
      (names, levels, members) = (["all"], ["all"], Array(repeating: 0, count: rows.count))
      return
    }
    let values = question.table.text(variable)
    let present = Set(rows.compactMap { values[$0] })
    let order = question.job.data.variables[variable]?.levels ?? Self.naturalOrder(present)
    let levels = order.filter { present.contains($0) }
    let positions = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($0.element, $0.offset) })
    self.levels = levels
    names = levels.map { "\(variable)=\($0)" }
    members = rows.map { row in values[row].flatMap { positions[$0] } ?? 0 }
  }

  /// The strata by several variables together; a single one without any.
  init(_ question: ReferenceCase, strata: [String], rows: [Int]) {
    let columns = strata.map { question.table.text($0) }
    var positions: [[String?]: Int] = [:]
    members = rows.map { row in
      let key = columns.map { $0[row] }
      if let known = positions[key] { return known }
      positions[key] = positions.count
      return positions.count - 1
    }
    levels = (0..<max(positions.count, 1)).map { "\($0)" }
    names = levels
  }

  private static func naturalOrder(_ levels: Set<String>) -> [String] {
    let numbers = levels.compactMap { Double($0) }
    guard numbers.count == levels.count else { return levels.sorted() }
    return levels.sorted { (Double($0) ?? 0) < (Double($1) ?? 0) }
  }
}
