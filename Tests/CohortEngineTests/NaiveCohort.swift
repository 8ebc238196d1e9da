@testable import CohortEngine
import SurvivalStatistics

/// Answers a query by looking at every patient: the plain meaning of what the engine computes with bitmaps.
struct NaiveCohort {
  let cohort: Cohort

  func answer(_ query: CohortQuery) -> CohortAnswer {
    let steps = query.filters.steps
    let selected = rows { row in steps.allSatisfy { holds($0.condition, row) } }
    let endpoint = cohort.endpoints[query.endpoint]
    let usable = selected.filter { endpoint.status[$0] != Endpoint.unusable }
    let strata = groups(query.stratification).map { label, isMember in
      Stratum(label: label, table: table(usable.filter(isMember), endpoint))
    }
    let flow = steps.indices.map { last in
      rows { row in steps[...last].allSatisfy { holds($0.condition, row) } }.count
    }
    let stratified = strata.reduce(0) { $0 + $1.table.subjectCount }
    return CohortAnswer(
      query: query, patientCount: cohort.rowCount, flow: flow, selectedCount: selected.count,
      unusableCount: selected.count - usable.count,
      unstratifiedCount: query.stratification == nil ? 0 : usable.count - stratified,
      overall: table(usable, endpoint), strata: strata,
      facets: Dictionary(uniqueKeysWithValues: query.facets.map { ($0, facet($0, steps)) }))
  }

  private func rows(where condition: (Int) -> Bool) -> [Int] { (0..<cohort.rowCount).filter(condition) }

  private func holds(_ condition: FilterExpression, _ row: Int) -> Bool {
    condition.holds(row: row, of: cohort.variables) == true
  }

  private func groups(_ stratification: Stratification?) -> [(String, (Int) -> Bool)] {
    guard let stratification else { return [] }
    switch cohort.variables[stratification.variable].values {
    case .levels(let column):
      return column.levels.enumerated().map { level, label in (label, { column.codes[$0] == Int32(level) }) }
    case .numbers(let column):
      guard case .cuts(_, let thresholds) = stratification, thresholds.count == 1 else { return [] }
      let cut = thresholds[0]
      return [
        ("≤ \(Int(cut))", { column.values[$0] <= cut }), ("> \(Int(cut))", { column.values[$0] > cut }),
      ]
    case .text: return []
    }
  }

  /// Counts by the definition: at risk when entry < t <= time.
  private func table(_ rows: [Int], _ endpoint: Endpoint) -> EventTable {
    let entries = endpoint.entries.map { entries in rows.map { entries[$0] } } ?? rows.map { _ in 0 }
    let late = zip(rows, entries).filter { $1 > 0 }.map(\.1)
    let ticks = Set(rows.map { endpoint.times[$0] } + late).sorted()
    let count: (Int64, Int8) -> Int = { tick, status in
      rows.count { endpoint.times[$0] == tick && endpoint.status[$0] == status }
    }
    return EventTable(
      unchecked: ticks.map { Double($0) / 10 },
      events: endpoint.causes.indices.map { cause in ticks.map { count($0, Int8(cause) + 1) } },
      censored: ticks.map { count($0, Endpoint.censored) },
      entered: endpoint.entries == nil ? [] : ticks.map { tick in late.count { $0 == tick } })
  }

  private func facet(_ variable: Int, _ steps: [FilterSet.Step]) -> Facet {
    let others = rows { row in steps.allSatisfy { $0.variable == variable || holds($0.condition, row) } }
    let subject = cohort.variables[variable]
    let missing: ([Int]) -> Int = { rows in rows.count { subject.isMissing(row: $0) } }
    switch subject.values {
    case .levels(let column):
      let counts: ([Int]) -> [Int] = { rows in
        column.levels.indices.map { level in rows.count { column.codes[$0] == Int32(level) } }
      }
      return Facet(counts: counts(others), missing: missing(others), bins: nil)
    case .numbers(let column):
      let bins = HistogramBins(column.values)
      let counts: ([Int]) -> [Int] = { rows in
        (0..<bins.count).map { bin in
          rows.count { row in
            let value = column.values[row]
            return value >= bins.edges[bin] && (value < bins.edges[bin + 1])
          }
        }
      }
      return Facet(counts: counts(others), missing: missing(others), bins: bins)
    case .text:
      return Facet(counts: [], missing: missing(others), bins: nil)
    }
  }
}
