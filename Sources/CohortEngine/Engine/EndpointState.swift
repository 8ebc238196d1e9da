import SurvivalStatistics

/// All that has been computed about one endpoint, each result beside the question it answers.
///
/// The chain of dependencies, every link of which is recomputed only when the one before it changed:
/// a filter → its bitmap → the selections (all filters; all but a variable's own) → tables and facets.
struct EndpointState: Sendable {
  private var cohort: OrderedCohort
  private var filters = FilterBitmaps()
  private var selections: (key: [FilterExpression], result: Selections, flow: [Int])?
  private var tables: (key: TableKey, result: Tables)?
  private var facets: [Int: (key: [FilterExpression], facet: Facet)] = [:]

  private struct TableKey: Equatable {
    var filters: [FilterExpression]
    var stratification: Stratification?
  }

  struct Tables: Sendable {
    var overall: EventTable
    var strata: [Stratum]
    var unusable: Int
    var unstratified: Int
  }

  init(_ cohort: Cohort, endpoint: Int) { self.cohort = OrderedCohort(cohort, endpoint: endpoint) }

  mutating func answer(_ query: CohortQuery, work: inout WorkLog) -> CohortAnswer {
    let conditions = query.filters.steps.map(\.condition)
    let (selections, flow) = selections(query.filters, conditions: conditions, work: &work)
    let selection = selections.all
    let tables = tables(query, conditions: conditions, selection: selection, work: &work)

    var wanted: [Int: (key: [FilterExpression], facet: Facet)] = [:]
    for variable in query.facets {
      let key = query.filters.conditions(without: variable)
      if let known = facets[variable], known.key == key {
        wanted[variable] = known
      } else {
        let own = query.filters.steps.firstIndex { $0.variable == variable }
        wanted[variable] = (key, facet(variable, among: selections.leavingOut(own)))
        work.facets += 1
      }
    }
    facets = wanted

    return CohortAnswer(
      query: query, patientCount: cohort.cohort.rowCount, flow: flow,
      selectedCount: selection.count, unusableCount: tables.unusable, unstratifiedCount: tables.unstratified,
      overall: tables.overall, strata: tables.strata, facets: wanted.mapValues(\.facet))
  }

  private mutating func selections(
    _ filters: FilterSet, conditions: [FilterExpression], work: inout WorkLog
  ) -> (Selections, flow: [Int]) {
    if let selections, selections.key == conditions { return (selections.result, selections.flow) }
    let bitmaps = self.filters.bitmaps(for: filters, in: &cohort, work: &work)
    let made = Selections(bitmaps, rowCount: cohort.cohort.rowCount)
    work.selections += 1
    selections = (conditions, made, made.flow)
    return (made, made.flow)
  }

  private mutating func tables(
    _ query: CohortQuery, conditions: [FilterExpression], selection: Bitmap, work: inout WorkLog
  ) -> Tables {
    let key = TableKey(filters: conditions, stratification: query.stratification)
    if let tables, tables.key == key { return tables.result }
    let groups = groups(query.stratification)
    let counter = TableCounter(cohort: cohort)
    let overall: EventTable
    if let tables, tables.key.filters == conditions {
      overall = tables.result.overall
    } else {
      overall = counter.table(selection)
      work.tables += 1
    }
    let strata = groups.map {
      Stratum(label: $0.label, table: counter.table(selection.intersection($0.rows)))
    }
    work.tables += strata.count
    let result = Tables(
      overall: overall, strata: strata, unusable: selection.count - overall.subjectCount,
      unstratified: groups.isEmpty
        ? 0 : overall.subjectCount - strata.reduce(0) { $0 + $1.table.subjectCount })
    tables = (key, result)
    return result
  }

  private mutating func groups(_ stratification: Stratification?) -> [(label: String, rows: Bitmap)] {
    switch stratification {
    case nil: return []
    case .levels(let variable):
      guard case .levels(let column) = cohort.cohort.variables[variable].values else { return [] }
      return Array(zip(column.levels, cohort.levelBitmaps(variable)))
    case .cuts(let variable, let thresholds):
      let values = cohort.values(variable)
      return Stratification.intervals(thresholds, of: cohort.cohort.variables[variable]).map { interval in
        (interval.label, Bitmap(values: values, in: interval.range))
      }
    }
  }

  private mutating func facet(_ variable: Int, among selection: Bitmap) -> Facet {
    let missing = cohort.missingBitmap(variable)
    let (bins, groups): (HistogramBins?, [Bitmap]) =
      switch cohort.cohort.variables[variable].values {
      case .levels: (nil, cohort.levelBitmaps(variable))
      case .numbers: cohort.histogramBitmaps(variable)
      case .text: (nil, [])
      }
    return Facet(
      counts: groups.map { $0.countIntersection(selection) }, missing: missing.countIntersection(selection),
      bins: bins)
  }
}
