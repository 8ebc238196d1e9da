import CohortModel

/// Each filter's own bitmap in one endpoint's order, kept for as long as the filter is in force.
struct FilterBitmaps: Sendable {
  private struct Entry: Sendable {
    var condition: FilterExpression
    var bitmap: Bitmap
  }

  /// A variable's own filter is kept under the variable, so that its next version can start from this one.
  private enum Slot: Hashable {
    case variable(String)
    case condition(FilterExpression)
  }

  private var entries: [Slot: Entry] = [:]

  /// The bitmaps of the filters, in their order; those of filters no longer in force are dropped.
  mutating func bitmaps(
    for filters: FilterSet, in cohort: inout OrderedCohort, work: inout Work
  ) throws -> [Bitmap] {
    var kept: [Slot: Entry] = [:]
    var bitmaps: [Bitmap] = []
    for step in filters.steps {
      let slot = step.variable.map(Slot.variable) ?? .condition(step.condition)
      let entry = try entry(entries[slot], for: step.condition, in: &cohort, work: &work)
      kept[slot] = entry
      bitmaps.append(entry.bitmap)
    }
    entries = kept
    return bitmaps
  }

  private func entry(
    _ known: Entry?, for condition: FilterExpression, in cohort: inout OrderedCohort, work: inout Work
  ) throws -> Entry {
    if let known, known.condition == condition { return known }
    try work.goOn()
    if let known, let moved = try Self.move(known, to: condition, in: &cohort, work: &work) {
      return Entry(condition: condition, bitmap: moved)
    }
    try work.step(\.filters)
    return Entry(condition: condition, bitmap: try cohort.bitmap(of: condition, goOn: work.goOn))
  }

  /// A range's bitmap made from its previous one, where that touches far fewer rows than comparing all of them.
  private static func move(
    _ entry: Entry, to condition: FilterExpression, in cohort: inout OrderedCohort, work: inout Work
  ) throws(NamingError) -> Bitmap? {
    guard let (name, old, oldMissing) = plainRange(entry.condition),
      let (newName, new, newMissing) = plainRange(condition), name == newName, oldMissing == newMissing
    else { return nil }
    let order = cohort.valueOrder(try cohort.cohort.index(ofVariable: name))
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
    work.log.filterMoves += 1
    work.log.flippedRows += flips
    return bitmap
  }

  /// The variable and bounds of a condition that is one range, with or without missing values.
  private static func plainRange(_ condition: FilterExpression) -> (String, NumericRange, missing: Bool)? {
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
