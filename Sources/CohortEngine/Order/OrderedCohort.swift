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
  private var bins: [Int: (HistogramBins, [Bitmap])] = [:]

  init(_ cohort: Cohort, endpoint: Int) {
    self.cohort = cohort
    let order = TimeOrder(cohort.endpoints[endpoint])
    self.order = order
    var bitmaps = Array(
      repeating: Bitmap(rowCount: cohort.rowCount), count: cohort.endpoints[endpoint].causes.count + 1)
    for position in 0..<order.usableCount { bitmaps[Int(order.status[position])][position] = true }
    statusBitmaps = bitmaps
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
    let bitmap = bitmap { subject.isMissing(row: $0) }
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

  /// A numeric variable's histogram bins and the positions in each.
  mutating func histogramBitmaps(_ variable: Int) -> (bins: HistogramBins, bitmaps: [Bitmap]) {
    if let (bins, bitmaps) = bins[variable] { return (bins, bitmaps) }
    let values = values(variable)
    let made = HistogramBins(values)
    var bitmaps = Array(repeating: Bitmap(rowCount: cohort.rowCount), count: made.count)
    for (position, value) in values.enumerated() {
      if let bin = made.bin(of: value) { bitmaps[bin][position] = true }
    }
    bins[variable] = (made, bitmaps)
    return (made, bitmaps)
  }

  /// The positions whose row of the cohort fulfils the condition: O(rows) calls.
  func bitmap(where holds: (Int) -> Bool) -> Bitmap {
    var bitmap = Bitmap(rowCount: cohort.rowCount)
    for (position, row) in order.rows.enumerated() where holds(Int(row)) { bitmap[position] = true }
    return bitmap
  }
}
