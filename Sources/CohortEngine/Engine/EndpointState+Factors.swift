import CohortModel
import SurvivalStatistics

extension EndpointState {
  /// What became of the selected by each variable: a few popcounts for each level and time; of it only
  /// the bitmaps and orders of the variables are kept.
  mutating func factorTables(
    _ variables: [Int], filters: FilterSet, work: inout Work
  ) throws -> [FactorTables] {
    let key = filters.steps.map(\.condition)
    var usable = try selections(filters, key: key, work: &work).all
    usable.formIntersection(cohort.usable)
    let counter = TableCounter(cohort: cohort)
    return try variables.map { variable in
      try work.goOn()
      let description = cohort.cohort.variables[variable].variable
      let median = description.isNumeric && description.cuts.isEmpty ? median(variable, among: usable) : nil
      guard let arms = description.factorArms(median: median) else {
        return FactorTables(arms: nil, tables: [], unknown: counter.table(usable, count: usable.count))
      }
      let tables = try bitmaps(arms).map { rows in
        try work.step(\.tables)
        let arm = usable.intersection(rows)
        return counter.table(arm, count: arm.count)
      }
      let unknown = usable.intersection(cohort.missingBitmap(variable))
      return FactorTables(
        arms: arms, tables: tables, unknown: counter.table(unknown, count: unknown.count))
    }
  }

  /// R's type 7 of the numbers of those selected: the middle one, or halfway between the two; `nil` where there is none.
  ///
  /// - Complexity: O(rows), in the order of the values, which is made once.
  private mutating func median(_ variable: Int, among selection: Bitmap) -> Double? {
    let count = selection.countIntersection(cohort.missingBitmap(variable).complement)
    guard count > 0 else { return nil }
    let order = cohort.valueOrder(variable)
    var (seen, lower) = (0, Double?.none)
    for (place, position) in order.positions.enumerated() where selection[Int(position)] {
      seen += 1
      guard seen > (count - 1) / 2 else { continue }
      let value = order.values[place]
      if count % 2 == 1 { return value }
      guard let lower else {
        lower = value
        continue
      }
      // Halved first: the sum of two large numbers is none.
      return lower / 2 + value / 2
    }
    return lower
  }
}
