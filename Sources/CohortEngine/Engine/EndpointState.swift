import CohortModel
import SurvivalStatistics

/// All that has been computed in one endpoint's order, each result beside the question it answers.
///
/// The chain of dependencies, every link of which is recomputed only when the one before it changed:
/// a filter → its bitmap → the selections (all filters; all but a variable's own) → tables and facets.
struct EndpointState: Sendable {
  var cohort: OrderedCohort
  private var filters = FilterBitmaps()
  private var selections: (key: [FilterExpression], result: Selections)?
  private var flow: (key: [FilterExpression], counts: [Int])?
  private var overall: (key: [FilterExpression], table: EventTable, selectedCount: Int)?
  private var arms: (key: [FilterExpression], arms: Arms, tables: [EventTable])?
  private var facets: [Int: (key: [FilterExpression], facet: Facet)] = [:]
  /// Facets of everybody, which no change of the filters touches.
  private var totals: [Int: Facet] = [:]

  init(_ cohort: Cohort, endpoint: Int?) { self.cohort = OrderedCohort(cohort, endpoint: endpoint) }

  mutating func eventTables(_ filters: FilterSet, arms: Arms?, work: inout Work) throws -> EventTables {
    let key = filters.steps.map(\.condition)
    let selection = try selections(filters, key: key, work: &work).all
    let (overall, selectedCount) = try overall(selection, key: key, work: &work)
    let tables = try arms.map { try self.tables($0, selection, key: key, work: &work) } ?? []
    let inArms = tables.reduce(0) { $0 + $1.subjectCount }
    return EventTables(
      overall: overall, arms: tables, selectedCount: selectedCount,
      unusableCount: selectedCount - overall.subjectCount,
      unknownArmCount: arms == nil ? 0 : overall.subjectCount - inArms)
  }

  mutating func facets(_ wanted: [Int], filters: FilterSet, work: inout Work) throws -> [String: Facet] {
    let key = filters.steps.map(\.condition)
    var answer: [String: Facet] = [:]
    for variable in wanted {
      let name = cohort.cohort.variables[variable].name
      let others = filters.conditions(without: name)
      if others.isEmpty, let total = totals[variable] {
        answer[name] = total
      } else if let known = facets[variable], known.key == others {
        answer[name] = known.facet
      } else {
        let own = filters.steps.firstIndex { $0.variable == name }
        let selections = try selections(filters, key: key, work: &work)
        try work.step(\.facets)
        let facet = facet(variable, among: others.isEmpty ? nil : selections.leavingOut(own))
        if others.isEmpty { totals[variable] = facet } else { facets[variable] = (others, facet) }
        answer[name] = facet
      }
    }
    return answer
  }

  mutating func flow(_ filters: FilterSet, work: inout Work) throws -> [Int] {
    let key = filters.steps.map(\.condition)
    if let flow, flow.key == key { return flow.counts }
    let counts = try selections(filters, key: key, work: &work).flow
    flow = (key, counts)
    return counts
  }

  /// The selected rows, in the order of the file.
  mutating func rows(_ filters: FilterSet, work: inout Work) throws -> [Int] {
    let selection = try selections(filters, key: filters.steps.map(\.condition), work: &work).all
    try work.goOn()
    var selected = Bitmap(rowCount: cohort.cohort.rowCount)
    for position in selection.rows { selected[Int(cohort.order.rows[position])] = true }
    return selected.rows
  }

  mutating func selections(
    _ filters: FilterSet, key: [FilterExpression], work: inout Work
  ) throws -> Selections {
    if let selections, selections.key == key { return selections.result }
    let bitmaps = try self.filters.bitmaps(for: filters, in: &cohort, work: &work)
    try work.step(\.selections)
    let made = Selections(bitmaps, rowCount: cohort.cohort.rowCount)
    selections = (key, made)
    return made
  }

  private mutating func overall(
    _ selection: Bitmap, key: [FilterExpression], work: inout Work
  ) throws -> (EventTable, selectedCount: Int) {
    if let overall, overall.key == key { return (overall.table, overall.selectedCount) }
    try work.step(\.tables)
    let selectedCount = selection.count
    let table = TableCounter(cohort: cohort).table(selection, count: selectedCount)
    overall = (key, table, selectedCount)
    return (table, selectedCount)
  }

  private mutating func tables(
    _ arms: Arms, _ selection: Bitmap, key: [FilterExpression], work: inout Work
  ) throws -> [EventTable] {
    if let made = self.arms, made.key == key, made.arms == arms { return made.tables }
    let members = try bitmaps(arms)
    let counter = TableCounter(cohort: cohort)
    let tables = try members.map { rows in
      try work.step(\.tables)
      let arm = selection.intersection(rows)
      return counter.table(arm, count: arm.count)
    }
    self.arms = (key, arms, tables)
    return tables
  }

  mutating func bitmaps(_ arms: Arms) throws(NamingError) -> [Bitmap] {
    let variable = try cohort.cohort.index(ofVariable: arms.variable)
    switch arms {
    case .levels: return cohort.levelBitmaps(variable)
    case .cuts(_, let cuts):
      let values = cohort.values(variable)
      return Arms.ranges(between: cuts).map { Bitmap(values: values, in: $0) }
    }
  }

  /// - Parameter selection: `nil` for everybody.
  private mutating func facet(_ variable: Int, among selection: Bitmap?) -> Facet {
    let missing = cohort.missingBitmap(variable)
    let groups =
      switch cohort.cohort.variables[variable].values {
      case .levels: cohort.levelBitmaps(variable)
      case .numbers: cohort.histogramBitmaps(variable)
      case .text: [Bitmap]()
      }
    let count: (Bitmap) -> Int = { group in selection.map(group.countIntersection) ?? group.count }
    return Facet(counts: groups.map(count), missing: count(missing))
  }
}
