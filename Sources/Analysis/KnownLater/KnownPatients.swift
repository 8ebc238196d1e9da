import CohortModel
import SurvivalStatistics

/// Patients one by one with what is known of them at a time after time zero, instead of what is known in the end.
struct KnownPatients: Sendable {
  let question: Question
  let schema: CohortSchema
  let endpoints: [Endpoint]
  private let rows: Rows
  private var columns: [String: RowColumn] = [:]
  /// Of each variable that is known later, when it became known in the recorded unit of the endpoint.
  private var times: [String: [Double]] = [:]

  /// Everybody, since who passes a filter may depend on the time.
  static func request(_ question: Question, _ lateness: Lateness, _ schema: CohortSchema) throws
    -> RowsRequest
  {
    let endpoints = try endpoints(question, schema)
    let used = question.filters.steps.reduce(into: Set<String>()) { $0.formUnion($1.condition.variables) }
    let clocks = lateness.variables.compactMap { KnownTime(of: $0, from: endpoints[0], in: schema) }
    let names = used.union([question.arms?.variable].compactMap { $0 }).union(
      clocks.flatMap { $0.columns.map(\.name) })
    return RowsRequest(variables: names.sorted(), endpoints: endpoints.map(\.name))
  }

  /// The one asked for, then overall survival for the follow-up where that is another.
  private static func endpoints(_ question: Question, _ schema: CohortSchema) throws -> [Endpoint] {
    let asked = try schema.endpoint(named: question.endpoint)
    guard let name = schema.overallSurvival, name != asked.name, let other = schema.endpoint(name) else {
      return [asked]
    }
    return [asked, other]
  }

  init(
    _ question: Question, _ lateness: Lateness, _ request: RowsRequest, _ rows: Rows, schema: CohortSchema
  ) throws {
    (self.question, self.schema, self.rows) = (question, schema, rows)
    endpoints = try Self.endpoints(question, schema)
    columns = Dictionary(zip(request.variables, rows.columns)) { first, _ in first }
    for variable in lateness.variables {
      guard let clock = KnownTime(of: variable, from: endpoints[0], in: schema) else { continue }
      let values = clock.columns.map { column -> [Double] in
        if case .numbers(let numbers)? = columns[column.name] { return numbers }
        return rows.numbers.map { _ in .nan }
      }
      times[variable.name] = clock.times(values)
    }
  }

  // MARK: What is known of a patient

  /// A variable's value as it is known at a time; in the end, without one.
  private func value(_ name: String, _ row: Int, at time: Double?) -> FilterExpression.Value {
    let final = final(name, row)
    guard let time, final != .missing, let known = times[name], !(known[row] <= time),
      let variable = schema.variable(name)
    else { return final }
    let before = variable.notYetLevel.map(FilterExpression.Value.text) ?? .missing
    // Who has it at an unknown time may have it already.
    return final == before ? final : known[row].isNaN ? .missing : before
  }

  private func final(_ name: String, _ row: Int) -> FilterExpression.Value {
    switch columns[name] {
    case .levels(let codes)?:
      let levels = schema.variable(name)?.levels ?? []
      let code = Int(codes[row])
      return levels.indices.contains(code) ? .text(levels[code]) : .missing
    case .numbers(let values)?: return values[row].isNaN ? .missing : .number(values[row])
    case .texts(let texts)?: return texts[row].map(FilterExpression.Value.text) ?? .missing
    case nil: return .missing
    }
  }

  /// When a state began in a patient: `nil` for never, NaN where it is not known whether or when.
  private func onset(_ variable: Variable, _ row: Int) -> Double? {
    switch final(variable.name, row) {
    case .missing: .nan
    case .text(let level) where level == variable.notYetLevel: nil
    default: times[variable.name].map { $0[row] } ?? .nan
    }
  }

  private func arm(_ row: Int, _ arms: Arms, at time: Double) -> Int? {
    switch (arms, value(arms.variable, row, at: time)) {
    case (.levels, .text(let level)): schema.variable(arms.variable)?.levels.firstIndex(of: level)
    case (.cuts(_, let cuts), .number(let number)):
      Arms.ranges(between: cuts).firstIndex { $0.contains(number) }
    default: nil
    }
  }

  private func observation(_ row: Int, _ endpoint: Int = 0) -> Observation? {
    rows.outcomes[endpoint][row].flatMap { Question.Window().observed($0, endpoints[endpoint].scale) }
  }

  // MARK: Counts

  /// The counts by what is known at the landmark, and how much of it became known only afterwards.
  func counts(at landmark: Double, _ lateness: Lateness) throws -> (CurveCounts, [Lateness.AtLandmark]) {
    let (selected, flow) = try selected(at: landmark)
    let arms = question.arms.map { arms in selected.map { arm($0, arms, at: landmark) } }
    var tables = try endpoints.indices.map { try self.tables(selected, arms, endpoint: $0) }
    let present = selected.filter { row in observation(row).map { $0.time > landmark } ?? false }
    let known = lateness.variables.map { variable in
      let changed = present.filter { value(variable.name, $0, at: landmark) != final(variable.name, $0) }
      let unknown = present.count { value(variable.name, $0, at: landmark) == .missing }
      return Lateness.AtLandmark(
        variable: variable, later: changed.count { value(variable.name, $0, at: landmark) != .missing },
        unknown: unknown)
    }
    let first = tables.removeFirst()
    return (CurveCounts(tables: first, followUp: tables.first, flow: flow), known)
  }

  /// The counts of patients before and after a state begins, the arms being these two, and how many changed.
  func counts(of variable: Variable) throws -> (CurveCounts, moved: Int) {
    let (selected, flow) = try selected(at: nil)
    let usable = selected.filter { observation($0) != nil }
    let known = usable.filter { onset(variable, $0)?.isNaN != true }
    let states = try SimonMakuch(
      known.compactMap { observation($0) }, onsets: known.map { onset(variable, $0) },
      causeCount: endpoints[0].causes.count)
    var tables = try tables(selected, nil, endpoint: 0)
    // The arms in the order of the levels.
    tables.arms =
      variable.levels.first == variable.notYetLevel
      ? [states.without, states.with] : [states.with, states.without]
    tables.unknownArmCount = usable.count - known.count
    let followUp = endpoints.count > 1 ? try self.tables(selected, nil, endpoint: 1) : nil
    return (CurveCounts(tables: tables, followUp: followUp, flow: flow), states.switchCount)
  }

  /// Those whom all filters let through, and how many are left after each, everybody first.
  private func selected(at time: Double?) throws -> ([Int], flow: [Int]) {
    var (left, flow) = (Array(rows.numbers.indices), [rows.numbers.count])
    for step in question.filters.steps {
      try Task.checkCancellation()
      left = left.filter { row in step.condition.holds { value($0, row, at: time) } == true }
      flow.append(left.count)
    }
    return (left, flow)
  }

  private func tables(_ selected: [Int], _ arms: [Int?]?, endpoint: Int) throws -> EventTables {
    try Task.checkCancellation()
    let causes = endpoints[endpoint].causes.count
    func tables(_ groups: [Int?], _ count: Int) throws -> [EventTable] {
      let members = zip(selected, groups).compactMap { row, group in
        group.flatMap { group in observation(row, endpoint).map { (observation: $0, group: group) } }
      }
      return try EventTable.tables(
        SurvivalData(members.map(\.observation), rule: .exact), groups: members.map(\.group),
        groupCount: count, causeCount: causes)
    }
    let usable = selected.count { observation($0, endpoint) != nil }
    let overall = try tables(selected.map { _ in 0 }, 1)[0]
    let byArm = try arms.map { try tables($0, question.arms?.names(in: schema).count ?? 0) } ?? []
    return EventTables(
      overall: overall, arms: byArm, selectedCount: selected.count, unusableCount: selected.count - usable,
      unknownArmCount: arms == nil ? 0 : usable - byArm.reduce(0) { $0 + $1.subjectCount })
  }
}
