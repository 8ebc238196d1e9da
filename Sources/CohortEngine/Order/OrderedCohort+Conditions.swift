import CohortModel

extension OrderedCohort {
  /// The positions of which the condition (or, negated, its opposite) is true; unknown is neither.
  ///
  /// - Parameter goOn: is called before each part and now and then while texts are searched, and may throw.
  mutating func bitmap(
    of condition: FilterExpression, negated: Bool = false, goOn: () throws -> Void
  ) throws -> Bitmap {
    try goOn()
    switch condition {
    case .oneOf(let name, let texts):
      return try positions(of: name, goOn: goOn) { texts.contains($0) != negated }
    case .contains(let name, let words):
      let words = words.lowercased()
      return try positions(of: name, goOn: goOn) { $0.lowercased().contains(words) != negated }
    case .range(let name, let range):
      let variable = try cohort.index(ofVariable: name)
      guard case .numbers = cohort.variables[variable].values else {
        return Bitmap(rowCount: cohort.rowCount)
      }
      let inside = Bitmap(values: values(variable), in: range)
      guard negated else { return inside }
      var outside = missingBitmap(variable).complement
      outside.subtract(inside)
      return outside
    case .missing(let name):
      let missing = missingBitmap(try cohort.index(ofVariable: name))
      return negated ? missing.complement : missing
    case .not(let part):
      return try bitmap(of: part, negated: !negated, goOn: goOn)
    case .all(let parts) where negated, .any(let parts) where !negated:
      return try parts.reduce(into: Bitmap(rowCount: cohort.rowCount)) {
        $0.formUnion(try bitmap(of: $1, negated: negated, goOn: goOn))
      }
    case .all(let parts), .any(let parts):
      return try parts.reduce(into: Bitmap(rowCount: cohort.rowCount, filled: true)) {
        $0.formIntersection(try bitmap(of: $1, negated: negated, goOn: goOn))
      }
    }
  }

  /// The positions whose level or text is such; a number is none.
  private mutating func positions(
    of name: String, goOn: () throws -> Void, where holds: (String) -> Bool
  ) throws -> Bitmap {
    let variable = try cohort.index(ofVariable: name)
    var bitmap = Bitmap(rowCount: cohort.rowCount)
    switch cohort.variables[variable].values {
    case .levels(let column):
      for (level, members) in zip(column.levels, levelBitmaps(variable)) where holds(level) {
        bitmap.formUnion(members)
      }
    case .text(let column):
      for (position, row) in order.rows.enumerated() {
        if position & 0xffff == 0 { try goOn() }
        if let text = column.values[Int(row)], holds(text) { bitmap[position] = true }
      }
    case .numbers: break
    }
    return bitmap
  }
}
