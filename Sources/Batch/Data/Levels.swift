internal import Study

/// The levels of a variable among some rows, in their order; those that do not occur are dropped.
struct Levels: Sendable, Equatable {
  /// The levels that occur.
  let levels: [String]
  /// How they are named in keys: `all` without a variable, else `VARIABLE=LEVEL`.
  let names: [String]
  /// The level of each row, by its position.
  let members: [Int]

  var count: Int { levels.count }

  /// The levels of one variable; a single one without a variable.
  init(_ data: JobData, _ name: String?, _ rows: [Int]) throws(Refusal) {
    guard let name else {
      (levels, names) = (["all"], ["all"])
      members = [Int](repeating: 0, count: rows.count)
      return
    }
    let column = data.frame[name]
    let order = data.variables[name]?.levels ?? column.levels
    let rank = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let ranks = column.texts.map { rank[$0] ?? -1 }
    var occurs = [Bool](repeating: false, count: order.count)
    for row in rows {
      let rank = ranks[column.codes[row]]
      guard rank >= 0 else {
        let text = QuotedText.escaped(column.texts[column.codes[row]].prefix(60))
        throw Refusal(
          status: .invalid,
          reason: "\(data.frame.file):\(data.frame.lines[row]): \(name) is \(text); expected "
            + Fields.choice(order))
      }
      occurs[rank] = true
    }
    let present = order.indices.filter { occurs[$0] }
    var positions = [Int](repeating: 0, count: order.count)
    for (position, rank) in present.enumerated() { positions[rank] = position }
    levels = present.map { order[$0] }
    names = levels.map { "\(name)=\($0)" }
    members = rows.map { positions[ranks[column.codes[$0]]] }
  }

  /// The strata by several variables together, in the order in which they occur; a single one without any.
  init(_ data: JobData, strata: [String], _ rows: [Int]) {
    let columns = strata.map { data.frame[$0] }
    var positions: [[Int]: Int] = [:]
    members = rows.map { row in
      let cell = columns.map { $0.codes[row] }
      let next = positions.count
      return positions[cell] ?? positions.insertion(of: next, for: cell)
    }
    levels = (0..<max(1, positions.count)).map { "\($0)" }
    names = levels
  }
}

extension Dictionary {
  fileprivate mutating func insertion(of value: Value, for key: Key) -> Value {
    self[key] = value
    return value
  }
}
