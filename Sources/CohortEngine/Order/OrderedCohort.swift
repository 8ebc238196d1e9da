import CohortModel

/// The cohort's columns as bitmaps in the order of one endpoint's times, each made when first asked for.
struct OrderedCohort: Sendable {
  let cohort: Cohort
  let order: TimeOrder
  /// Rows censored, and failing of each cause, by status code.
  let statusBitmaps: [Bitmap]
  private var levels: [Int: [Bitmap]] = [:]
  private var missing: [Int: Bitmap] = [:]
  private var numbers: [Int: [Double]] = [:]
  private var valueOrders: [Int: ValueOrder] = [:]
  private var bins: [Int: [Bitmap]] = [:]

  /// - Parameter endpoint: `nil` for the order of the file.
  init(_ cohort: Cohort, endpoint: Int?) {
    self.cohort = cohort
    guard let endpoint else {
      (order, statusBitmaps) = (TimeOrder(rowCount: cohort.rowCount), [])
      return
    }
    let order = TimeOrder(cohort.endpoints[endpoint])
    self.order = order
    var bitmaps = Array(
      repeating: Bitmap(rowCount: cohort.rowCount), count: cohort.endpoints[endpoint].causes.count + 1)
    for position in 0..<order.usableCount { bitmaps[Int(order.status[position])][position] = true }
    statusBitmaps = bitmaps
  }

  /// The positions that the endpoint can use.
  var usable: Bitmap {
    statusBitmaps.reduce(into: Bitmap(rowCount: cohort.rowCount)) { $0.formUnion($1) }
  }

  /// The positions of each level of a categorical variable; none for other variables.
  mutating func levelBitmaps(_ variable: Int) -> [Bitmap] {
    if let made = levels[variable] { return made }
    guard case .levels(let column) = cohort.variables[variable].values else { return [] }
    var bitmaps = Array(repeating: Bitmap(rowCount: cohort.rowCount), count: column.levels.count)
    for (position, row) in order.rows.enumerated() {
      let code = column.codes[Int(row)]
      if code >= 0 { bitmaps[Int(code)][position] = true }
    }
    levels[variable] = bitmaps
    return bitmaps
  }

  /// The positions without a value.
  mutating func missingBitmap(_ variable: Int) -> Bitmap {
    if let made = missing[variable] { return made }
    let subject = cohort.variables[variable]
    var bitmap = Bitmap(rowCount: cohort.rowCount)
    for (position, row) in order.rows.enumerated() where subject.isMissing(row: Int(row)) {
      bitmap[position] = true
    }
    missing[variable] = bitmap
    return bitmap
  }

  /// A numeric variable's values by position; empty for other variables.
  mutating func values(_ variable: Int) -> [Double] {
    if let made = numbers[variable] { return made }
    guard case .numbers(let column) = cohort.variables[variable].values else { return [] }
    let values = order.rows.map { column.values[Int($0)] }
    numbers[variable] = values
    return values
  }

  mutating func valueOrder(_ variable: Int) -> ValueOrder {
    if let made = valueOrders[variable] { return made }
    let made = ValueOrder(values(variable))
    valueOrders[variable] = made
    return made
  }

  /// The positions in each bin of a numeric variable's distribution; none for other variables.
  mutating func histogramBitmaps(_ variable: Int) -> [Bitmap] {
    if let made = bins[variable] { return made }
    guard let edges = cohort.schema.variables[variable].distribution?.bins else { return [] }
    var bitmaps = Array(repeating: Bitmap(rowCount: cohort.rowCount), count: edges.count)
    for (position, value) in values(variable).enumerated() {
      if let bin = edges.bin(of: value) { bitmaps[bin][position] = true }
    }
    bins[variable] = bitmaps
    return bitmaps
  }
}
