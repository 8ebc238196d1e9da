import CohortEngine
import CohortModel

/// When each declared event happened to each patient, and how long patients were followed.
///
/// All times count from time zero on one scale, the finest of the columns, so that differences are exact.
struct Timeline {
  struct Occurrences {
    let declaration: EventDeclaration
    /// Where the declaration stands among the events: the last word at ties.
    let order: Int
    /// Whether it happened; `nil` where the condition is unknown.
    var happened: [Bool?]
    /// Ticks after time zero, or ``RecordedTimes/none``.
    var ticks: [Int64]
  }

  /// What cannot be true of an event, by its name.
  private enum Kind: Hashable {
    case timeWithoutEvent(String)
    case unknownWhether(String)
    case eventWithoutTime(String)
    case beforeTimeZero(String)
    case fatal(String, before: String)
  }

  let scale: TimeScale
  let events: [String: Occurrences]
  private(set) var findings: [Finding]
  private let study: StudyFile
  private let columns: StudyColumns
  private let zero: [Int64]?
  private let decimals: Int

  /// - Parameter conditions: the parsed condition of each event that has one.
  init(_ study: StudyFile, columns: StudyColumns, conditions: [String: RowCondition]) {
    (self.study, self.columns) = (study, columns)
    var references = study.events.map(\.column) + study.endpoints.compactMap(\.followUp)
    if let followUp = study.followUp { references.append(followUp) }
    if let entry = study.entry { references.append(.time(entry)) }
    references += study.endpoints.filter { $0.source == .events }.compactMap {
      $0.entry.map(TimeReference.time)
    }
    let recorded = references.compactMap { Self.times($0, columns) }
    let decimals = recorded.reduce(0) { max($0, $1.decimals) }
    let zero = study.timeZero.flatMap { RecordedTimes(dates: $0, in: columns)?.ticks(decimals: 0) }
    (self.decimals, self.zero) = (decimals, zero)

    let units = Set(recorded.compactMap(\.unit))
    let unit = study.timeUnit ?? (units.count == 1 ? units.first : nil)
    scale = TimeScale(unit: unit, ticksPerUnit: WrittenNumber.power(decimals))
    findings = Self.unitFindings(recorded, unit: unit)

    var problems = RowProblems<Kind>(columns.table)
    var events: [String: Occurrences] = [:]
    for (order, declaration) in study.events.enumerated() {
      let ticks = Self.ticks(declaration.column, columns, decimals: decimals, zero: zero)
      let condition = conditions[declaration.name]
      let happened = ticks.indices.map { row -> Bool? in
        guard let condition else { return ticks[row] != RecordedTimes.none }
        return condition.holds(row: row)
      }
      events[declaration.name] = Occurrences(
        declaration: declaration, order: order, happened: happened, ticks: ticks)
    }
    self.events = events
    Self.check(events, &problems)
    findings += problems.findings
  }

  /// The ticks after time zero of a reference, or of the study's end of follow-up.
  func ticks(_ reference: TimeReference?) -> [Int64]? {
    (reference ?? study.followUp).map { Self.ticks($0, columns, decimals: decimals, zero: zero) }
  }

  /// Which of two events at the same time comes first: whatever is not fatal, then the one declared earlier.
  static func precedes(_ a: Occurrences, _ b: Occurrences) -> Bool {
    if a.declaration.isFatal != b.declaration.isFatal { return !a.declaration.isFatal }
    return a.order < b.order
  }

  private static func times(_ reference: TimeReference, _ columns: StudyColumns) -> RecordedTimes? {
    switch reference {
    case .time(let name): RecordedTimes(times: name, in: columns)
    case .date(let name): RecordedTimes(dates: name, in: columns)
    }
  }

  private static func ticks(
    _ reference: TimeReference, _ columns: StudyColumns, decimals: Int, zero: [Int64]?
  ) -> [Int64] {
    let none = [Int64](repeating: RecordedTimes.none, count: columns.rowCount)
    guard let recorded = times(reference, columns) else { return none }
    let ticks = recorded.ticks(decimals: decimals)
    guard case .date = reference else { return ticks }
    guard let zero else { return none }
    return zip(ticks, zero).map {
      $0 == RecordedTimes.none || $1 == RecordedTimes.none ? RecordedTimes.none : $0 - $1
    }
  }

  private static func unitFindings(_ recorded: [RecordedTimes], unit: TimeUnit?) -> [Finding] {
    recorded.filter { $0.unit != nil && $0.unit != unit }.map { column in
      let stated = unit.map { "the times are taken for \($0.rawValue)" } ?? "other columns name other units"
      return Finding(
        .warning, column: column.name, message: "the name says \(column.unit?.rawValue ?? ""), but \(stated)")
    }
  }
}

extension Timeline {
  /// A column that has times only for those with the event contradicts the status of any other patient with one.
  private static func checkTimesWithout(_ event: Occurrences, _ problems: inout RowProblems<Kind>) {
    guard event.declaration.when != nil, event.declaration.isFatal else { return }
    let without = event.ticks.indices.filter { event.happened[$0] == false }
    let contradicted = without.filter { event.ticks[$0] != RecordedTimes.none }
    guard !contradicted.isEmpty, contradicted.count * 2 < without.count else { return }
    for row in contradicted {
      problems.add(
        row: row, .warning, .timeWithoutEvent(event.declaration.name),
        column: event.declaration.column.column,
        message: "a time of \(event.declaration.name), which by its status did not happen: it does not count")
    }
  }

  /// Lists what cannot be true of the events of a patient.
  private static func check(_ events: [String: Occurrences], _ problems: inout RowProblems<Kind>) {
    let ordered = events.values.sorted { $0.order < $1.order }
    for event in ordered {
      let (name, column) = (event.declaration.name, event.declaration.column.column)
      for row in event.ticks.indices {
        switch (event.happened[row], event.ticks[row]) {
        case (nil, _):
          problems.add(
            row: row, .warning, .unknownWhether(name), column: column,
            message: "it is not known whether \(name) happened; endpoints with it leave the rows out")
        case (true?, RecordedTimes.none):
          problems.add(
            row: row, .warning, .eventWithoutTime(name), column: column,
            message: "\(name) happened, but there is no time; endpoints with it leave the rows out")
        case (true?, let tick) where tick < 0:
          problems.add(
            row: row, .warning, .beforeTimeZero(name), column: column,
            message: "\(name) before time zero; endpoints with it leave the rows out")
        default: break
        }
      }
      checkTimesWithout(event, &problems)
    }
    for fatal in ordered where fatal.declaration.isFatal {
      for other in ordered where !other.declaration.isFatal {
        for row in fatal.ticks.indices where fatal.happened[row] == true && other.happened[row] == true {
          guard other.ticks[row] != RecordedTimes.none, fatal.ticks[row] != RecordedTimes.none else {
            continue
          }
          guard fatal.ticks[row] < other.ticks[row] else { continue }
          let (first, second) = (fatal.declaration.name, other.declaration.name)
          problems.add(
            row: row, .warning, .fatal(first, before: second), column: other.declaration.column.column,
            message: "\(first) before \(second)")
        }
      }
    }
  }
}
