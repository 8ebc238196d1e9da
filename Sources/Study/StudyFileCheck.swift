import CohortEngine
import CohortModel

/// Holds what a study file says against the table it is about; the first thing that does not fit is the error.
struct StudyFileCheck {
  let file: StudyFile
  let table: Table
  let reader: StudyFileReader?

  private func place(_ path: String...) -> Place {
    guard let reader else { return Place(file: table.path, line: 1, column: 1) }
    return switch path.count {
    case 2: reader.place(path[0], path[1])
    case 3: reader.place(path[0], path[1], path[2])
    default: reader.place(path[0])
    }
  }

  private func column(_ name: String?, at place: @autoclosure () -> Place) throws(StudyError) {
    guard let name, table.column(named: name) == nil else { return }
    throw .unknownName(place(), kind: "column", name: name, nearest: NearestName.of(name, among: table.names))
  }

  private func event(_ name: String?, at place: @autoclosure () -> Place) throws(StudyError) {
    let names = file.events.map(\.name)
    guard let name, !names.contains(name) else { return }
    throw .unknownName(place(), kind: "event", name: name, nearest: NearestName.of(name, among: names))
  }

  /// Whether every column and event that is named exists.
  func names() throws(StudyError) {
    try column(file.timeZero, at: place("study", "time_zero"))
    try column(file.entry, at: place("study", "entry"))
    if let followUp = file.followUp {
      try column(followUp.column, at: place("follow_up", isDate(followUp) ? "date" : "time"))
    }
    for variable in file.variables {
      if variable.groups.isEmpty { try column(variable.name, at: place("variables", variable.name)) }
      try column(variable.knownAt, at: place("variables", variable.name, "known_at"))
    }
    for declaration in file.events {
      try column(
        declaration.column.column,
        at: place("events", declaration.name, isDate(declaration.column) ? "date" : "time"))
    }
    for endpoint in file.endpoints {
      let name = endpoint.name
      try column(endpoint.followUp?.column, at: place("endpoints", name, "follow_up"))
      try column(endpoint.entry, at: place("endpoints", name, "entry"))
      guard case .columns(let time, let status, let codes) = endpoint.source else {
        for event in endpoint.events { try self.event(event, at: place("endpoints", name, "events")) }
        for event in endpoint.competing { try self.event(event, at: place("endpoints", name, "competing")) }
        try event(endpoint.origin, at: place("endpoints", name, "origin"))
        guard endpoint.followUp != nil || file.followUp != nil else {
          throw .missingKey(
            place("endpoints", name), key: "follow_up",
            expected: "a table [follow_up] with the end of observation")
        }
        continue
      }
      try column(time, at: place("endpoints", name, "time"))
      try column(status, at: place("endpoints", name, "status"))
      for event in endpoint.events + endpoint.competing
      where !codes.contains(where: { $0.meaning == .event(event) }) {
        throw .unknownName(place("endpoints", name), kind: "code", name: event, nearest: nil)
      }
    }
  }

  /// The columns with the variables that are made from others.
  func derive(_ columns: StudyColumns) throws(StudyError) -> StudyColumns {
    var variables = columns.variables
    for declaration in file.variables where !declaration.groups.isEmpty {
      guard table.column(named: declaration.name) == nil else {
        throw .wrongValue(
          place("variables", declaration.name, "groups"), key: "groups", value: declaration.name,
          expected: "a name that no column has")
      }
      var conditions: [RowCondition] = []
      for group in declaration.groups {
        conditions.append(try parse(group.when, variables, place("variables", declaration.name, "groups")))
      }
      let codes = (0..<table.rowCount).map { row in
        conditions.firstIndex { $0.holds(row: row) == true }.map(Int32.init)
          ?? LevelColumn.missing
      }
      let levels = LevelColumn(levels: declaration.groups.map(\.level), codes: codes)
      variables.append(
        VariableColumn(
          name: declaration.name, label: declaration.label, unit: declaration.unit,
          kind: declaration.kind ?? .ordered, knownAt: declaration.knownAt,
          values: declaration.kind == .number
            ? .numbers(try scores(levels, of: declaration)) : .levels(levels)))
    }
    return StudyColumns(table: columns.table, profiles: columns.profiles, variables: variables)
  }

  /// Groups that enter as the numbers that they are called: a score such as 1, 2, 3 for remissions.
  private func scores(
    _ column: LevelColumn, of declaration: VariableDeclaration
  ) throws(StudyError) -> NumberColumn {
    var numbers: [WrittenNumber] = []
    for level in column.levels {
      guard let number = WrittenNumber(level) else {
        throw .wrongValue(
          place("variables", declaration.name, "groups"), key: "groups", value: level,
          expected: "a number for each group of a variable of type number")
      }
      numbers.append(number)
    }
    return NumberColumn(
      values: column.codes.map { $0 == LevelColumn.missing ? .nan : numbers[Int($0)].value },
      decimals: numbers.map(\.decimals).max() ?? 0)
  }

  /// Whether what is said of a variable's levels and numbers fits what it has.
  func variables(_ columns: StudyColumns) throws(StudyError) {
    for declaration in file.variables {
      guard let variable = columns.variables.first(where: { $0.name == declaration.name })?.variable else {
        continue
      }
      if !declaration.cuts.isEmpty, !variable.isNumeric {
        throw .wrongValue(
          place("variables", variable.name, "cuts"), key: "cuts", value: variable.name,
          expected: "a variable of numbers")
      }
      guard let reference = declaration.reference, !variable.levels.contains(reference) else { continue }
      throw .unknownName(
        place("variables", variable.name, "reference"), kind: "level", name: reference,
        nearest: NearestName.of(reference, among: variable.levels))
    }
  }

  /// The condition of each event that has one, and whether the columns of times hold times.
  func conditions(_ columns: StudyColumns) throws(StudyError) -> [String: RowCondition] {
    var conditions: [String: RowCondition] = [:]
    for event in file.events {
      try reference(
        event.column, columns, place("events", event.name, isDate(event.column) ? "date" : "time"))
      guard let when = event.when else { continue }
      conditions[event.name] = try parse(when, columns.variables, place("events", event.name, "when"))
    }
    if let followUp = file.followUp {
      try reference(followUp, columns, place("follow_up", isDate(followUp) ? "date" : "time"))
    }
    for endpoint in file.endpoints {
      if let followUp = endpoint.followUp {
        try reference(followUp, columns, place("endpoints", endpoint.name, "follow_up"))
      }
      if case .columns(let time, _, _) = endpoint.source {
        try reference(.time(time), columns, place("endpoints", endpoint.name, "time"))
      }
    }
    return conditions
  }

  /// Whether each view has a name of its own, its endpoint and variables exist, and its filter can be read.
  func views(_ columns: StudyColumns, endpoints: [EndpointColumn]) throws(StudyError) {
    let schema = CohortSchema(
      patientCount: table.rowCount, variables: columns.variables.map(\.variable), endpoints: [])
    for (index, view) in file.views.enumerated() {
      let path = String(index)
      guard !file.views[..<index].contains(where: { $0.name == view.name }) else {
        throw .wrongValue(
          place("views", path, "name"), key: "name", value: view.name,
          expected: "a name that no view before it has")
      }
      if let name = view.endpoint, !endpoints.contains(where: { $0.name == name }) {
        let nearest = NearestName.of(name, among: endpoints.map(\.name))
        throw .unknownName(place("views", path, "endpoint"), kind: "endpoint", name: name, nearest: nearest)
      }
      if let name = view.cause,
        let endpoint = endpoints.first(where: { $0.name == view.endpoint }) ?? endpoints.first,
        !endpoint.causes.contains(name)
      {
        let nearest = NearestName.of(name, among: endpoint.causes)
        throw .unknownName(place("views", path, "cause"), kind: "cause", name: name, nearest: nearest)
      }
      let names = columns.variables.map(\.name)
      let cut = view.by.flatMap { try? Arms(parsing: $0, in: schema) }
      let by = cut == nil ? view.by.map { [("by", $0)] } ?? [] : []
      for text in view.covariates {
        do {
          _ = try CovariateTerm.terms(parsing: text, in: schema)
        } catch {
          if case .unknownVariable(let name, let nearest) = error {
            throw .unknownName(
              place("views", path, "covariates"), kind: "variable", name: name, nearest: nearest)
          }
          throw .wrongValue(
            place("views", path, "covariates"), key: "covariates", value: text,
            expected: "a variable as it enters a model, such as “age per 10”: \(error)")
        }
      }
      for (key, name) in by where !names.contains(name) {
        let nearest = NearestName.of(name, among: names)
        throw .unknownName(place("views", path, key), kind: "variable", name: name, nearest: nearest)
      }
      if let filter = view.filter { _ = try parse(filter, columns.variables, place("views", path, "where")) }
    }
  }

  private func isDate(_ reference: TimeReference) -> Bool {
    if case .date = reference { true } else { false }
  }

  private func reference(
    _ reference: TimeReference, _ columns: StudyColumns, _ place: @autoclosure () -> Place
  ) throws(StudyError) {
    switch reference {
    case .time(let name) where RecordedTimes(times: name, in: columns) == nil:
      throw .wrongValue(place(), key: "time", value: name, expected: "a column of numbers")
    case .date(let name) where RecordedTimes(dates: name, in: columns) == nil:
      throw .wrongValue(place(), key: "date", value: name, expected: "a column of dates")
    case .date where file.timeZero == nil:
      throw .missingKey(place(), key: "study.time_zero", expected: "the column with the date of time zero")
    default: break
    }
  }

  private func parse(
    _ text: String, _ variables: [VariableColumn], _ place: @autoclosure () -> Place
  ) throws(StudyError) -> RowCondition {
    do {
      return try RowCondition(parsing: text, over: variables)
    } catch {
      throw .expression(place(), error)
    }
  }
}
