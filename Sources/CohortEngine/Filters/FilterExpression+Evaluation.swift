extension FilterExpression {
  /// Whether the condition holds for one row: true, false, or `nil` for unknown (Kleene's logic).
  ///
  /// This is the plain meaning of a filter, one row at a time. The engine computes the same with bitmaps.
  package func holds(row: Int, of variables: [Variable]) -> Bool? {
    switch self {
    case .levels(let variable, let levels):
      guard case .levels(let column) = variables[variable].values, column.codes[row] >= 0 else { return nil }
      return levels.contains(Int(column.codes[row]))
    case .range(let variable, let range):
      guard case .numbers(let column) = variables[variable].values, !column.values[row].isNaN else {
        return nil
      }
      return range.contains(column.values[row])
    case .contains(let variable, let words):
      guard let text = text(row: row, of: variables[variable]) else { return nil }
      return text.lowercased().contains(words.lowercased())
    case .text(let variable, let texts):
      guard let text = text(row: row, of: variables[variable]) else { return nil }
      return texts.contains(text)
    case .missing(let variable):
      return variables[variable].isMissing(row: row)
    case .not(let part):
      return part.holds(row: row, of: variables).map { !$0 }
    case .all(let parts):
      return parts.reduce(Bool?.some(true)) { known, part in
        known == false ? false : and(known, part.holds(row: row, of: variables))
      }
    case .any(let parts):
      return parts.reduce(Bool?.some(false)) { known, part in
        known == true ? true : or(known, part.holds(row: row, of: variables))
      }
    }
  }

  private func text(row: Int, of variable: Variable) -> String? {
    switch variable.values {
    case .text(let column): column.values[row]
    case .levels(let column): column.codes[row] >= 0 ? column.levels[Int(column.codes[row])] : nil
    case .numbers: nil
    }
  }

  private func and(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == false || b == false { return false }
    return a == nil || b == nil ? nil : true
  }

  private func or(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == true || b == true { return true }
    return a == nil || b == nil ? nil : false
  }
}
