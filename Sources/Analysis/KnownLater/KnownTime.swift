import CohortModel

/// How the time at which a variable becomes known is counted from the time zero of an endpoint.
struct KnownTime: Sendable {
  /// The variable of the time, and that of time zero where the times do not count from there already.
  let columns: [Variable]
  private let unit: TimeUnit?

  /// `nil` where there are no such times: no column, a day of the calendar beside a stretch of time, or a unit that
  /// cannot be converted since that of the endpoint is not known.
  init?(of variable: Variable, from endpoint: Endpoint, in schema: CohortSchema) {
    guard let known = variable.knownAt.flatMap(schema.variable), known.isNumeric else { return nil }
    columns = [known] + (endpoint.timeZero.flatMap(schema.variable).map { [$0] } ?? [])
    unit = endpoint.scale.unit
    guard columns.count == (endpoint.timeZero == nil ? 1 : 2), columns.allSatisfy(\.isNumeric),
      columns.allSatisfy({ ($0.kind == .date) == (endpoint.timeZero != nil && known.kind == .date) }),
      unit != nil || columns.allSatisfy({ $0.ownUnit == nil })
    else { return nil }
  }

  /// Times in the recorded unit of the endpoint; NaN where one is not known.
  func times(_ values: [[Double]]) -> [Double] {
    let converted = zip(columns, values).map { column, values in
      let from = column.ownUnit ?? unit
      return values.map { TimePoint($0, from).value(in: unit) }
    }
    guard let known = converted.first else { return [] }
    return converted.count == 2 ? zip(known, converted[1]).map { $0 - $1 } : known
  }
}

extension Variable {
  /// The unit of a time that says its own; days of the calendar are days.
  fileprivate var ownUnit: TimeUnit? {
    kind == .date ? .days : unit.flatMap { TimeUnit(word: $0.lowercased()) }
  }
}
