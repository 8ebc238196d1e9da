/// Each filter's own bitmap in one endpoint's order, kept for as long as the filter is in force.
struct FilterBitmaps: Sendable {
  private struct Entry: Sendable {
    var condition: FilterExpression
    var bitmap: Bitmap
  }

  /// A variable's own filter is kept under the variable, so that its next version can start from this one.
  private enum Slot: Hashable {
    case variable(Int)
    case condition(FilterExpression)
  }

  private var entries: [Slot: Entry] = [:]

  /// The bitmaps of the filters, in their order; those of filters no longer in force are dropped.
  mutating func bitmaps(for filters: FilterSet, in cohort: inout OrderedCohort, work: inout WorkLog)
    -> [Bitmap]
  {
    var kept: [Slot: Entry] = [:]
    var bitmaps: [Bitmap] = []
    for step in filters.steps {
      let slot = step.variable.map(Slot.variable) ?? .condition(step.condition)
      var entry = entries[slot]
      if entry?.condition != step.condition {
        let moved = entry.flatMap { Self.move($0, to: step.condition, in: &cohort, work: &work) }
        let bitmap = moved ?? Self.bitmap(of: step.condition, in: &cohort)
        if moved == nil { work.filters += 1 }
        entry = Entry(condition: step.condition, bitmap: bitmap)
      }
      if let entry {
        kept[slot] = entry
        bitmaps.append(entry.bitmap)
      }
    }
    entries = kept
    return bitmaps
  }

  /// The rows of which the condition (or, negated, its opposite) is true; unknown is neither.
  private static func bitmap(
    of condition: FilterExpression, negated: Bool = false, in cohort: inout OrderedCohort
  ) -> Bitmap {
    switch condition {
    case .levels(let variable, let levels):
      let bitmaps = cohort.levelBitmaps(variable)
      let wanted = bitmaps.indices.filter { levels.contains($0) != negated }
      return wanted.reduce(into: Bitmap(rowCount: cohort.cohort.rowCount)) { $0.formUnion(bitmaps[$1]) }
    case .range(let variable, let range):
      let inside = Bitmap(values: cohort.values(variable), in: range)
      return negated ? known(variable, except: inside, in: &cohort) : inside
    case .contains, .text:
      let variables = cohort.cohort.variables
      return cohort.bitmap { condition.holds(row: $0, of: variables) == !negated }
    case .missing(let variable):
      let missing = cohort.missingBitmap(variable)
      return negated ? missing.complement : missing
    case .not(let part):
      return bitmap(of: part, negated: !negated, in: &cohort)
    case .all(let parts) where negated, .any(let parts) where !negated:
      return parts.reduce(into: Bitmap(rowCount: cohort.cohort.rowCount)) {
        $0.formUnion(bitmap(of: $1, negated: negated, in: &cohort))
      }
    case .all(let parts), .any(let parts):
      return parts.reduce(into: Bitmap(rowCount: cohort.cohort.rowCount, filled: true)) {
        $0.formIntersection(bitmap(of: $1, negated: negated, in: &cohort))
      }
    }
  }

  private static func known(_ variable: Int, except bitmap: Bitmap, in cohort: inout OrderedCohort) -> Bitmap
  {
    var known = cohort.missingBitmap(variable).complement
    known.subtract(bitmap)
    return known
  }

  /// A range's bitmap made from its previous one, where that touches far fewer rows than comparing all of them.
  private static func move(
    _ entry: Entry, to condition: FilterExpression, in cohort: inout OrderedCohort, work: inout WorkLog
  ) -> Bitmap? {
    guard let (variable, old, oldMissing) = plainRange(entry.condition),
      let (_, new, newMissing) = plainRange(condition), oldMissing == newMissing
    else { return nil }
    let order = cohort.valueOrder(variable)
    let (before, after) = (order.indices(in: old), order.indices(in: new))
    let changed = [
      min(before.lowerBound, after.lowerBound)..<max(before.lowerBound, after.lowerBound),
      min(before.upperBound, after.upperBound)..<max(before.upperBound, after.upperBound),
    ]
    // Disjoint ranges would flip the rows between them twice; comparing afresh is as good.
    guard !before.isEmpty, !after.isEmpty, before.overlaps(after) else { return nil }
    let flips = changed.reduce(0) { $0 + $1.count }
    guard flips <= cohort.cohort.rowCount / 16 + 64 else { return nil }
    var bitmap = entry.bitmap
    for part in changed { bitmap.flip(order.positions[part]) }
    work.filterMoves += 1
    work.flippedRows += flips
    return bitmap
  }

  /// The variable and bounds of a condition that is one range, with or without missing values.
  private static func plainRange(_ condition: FilterExpression) -> (Int, NumericRange, missing: Bool)? {
    switch condition {
    case .range(let variable, let range): (variable, range, false)
    case .any(let parts):
      if parts.count == 2, case .range(let variable, let range) = parts[0], case .missing(variable) = parts[1]
      {
        (variable, range, true)
      } else {
        nil
      }
    default: nil
    }
  }
}
