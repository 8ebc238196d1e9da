import CohortEngine

/// Turns a table, and what a study file says about it, into a study.
struct StudyBuilder {
  private let table: Table
  private let reader: StudyFileReader?
  private let studyPath: String?
  /// A study file about the table that was not asked for.
  private let sidecar: String?
  private var file: StudyFile

  init(table: Table, reader: StudyFileReader? = nil, studyPath: String? = nil, sidecar: String? = nil) {
    (self.table, self.reader, self.studyPath, self.sidecar) = (table, reader, studyPath, sidecar)
    file =
      reader?.file ?? StudyFile(data: table.path.split(separator: "/").last.map(String.init) ?? table.path)
  }

  mutating func study() throws(StudyError) -> Study {
    var findings = reader?.findings ?? []
    findings += tableFindings
    let check = StudyFileCheck(file: file, table: table, reader: reader)
    try check.names()
    var (columns, typing) = typedColumns()
    findings += typing
    columns = try check.derive(columns)
    if reader == nil { (columns, findings) = guardingTime(columns, findings) }
    findings += DuplicatePatients(columns).findings

    var guesses: [GuessedEndpoint] = []
    if file.endpoints.isEmpty {
      let detection = EndpointDetection(columns: columns, file: file)
      guesses = detection.guesses
      findings += detection.findings
      let isTypedAlike = file.variables == detection.file.variables
      file = detection.file
      if !isTypedAlike { columns = try check.derive(typedColumns().0) }
    }
    let conditions = try StudyFileCheck(file: file, table: table, reader: reader).conditions(columns)
    let (endpoints, origins, problems) = build(columns, conditions: conditions, guesses: guesses)
    findings += problems
    try check.views(columns, endpoints: endpoints)
    return assemble(columns, endpoints: endpoints, origins: origins, findings: findings)
  }

  private func assemble(
    _ columns: StudyColumns, endpoints: [Endpoint], origins: [EndpointOrigin], findings: [Finding]
  ) -> Study {
    let unit = endpoints.lazy.compactMap(\.scale.unit).first
    let severe = findings.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }
    var used = Set(origins.flatMap(\.columns))
    used.formUnion(file.events.map(\.column.column))
    if let zero = file.timeZero { used.insert(zero) }
    return Study(
      title: file.title ?? table.path.split(separator: "/").last.map(String.init) ?? table.path,
      studyPath: studyPath, tablePath: table.path, notes: file.notes,
      cohort: Cohort(rowCount: table.rowCount, variables: columns.variables, endpoints: endpoints),
      endpointOrigins: origins, findings: severe.map(\.element), views: file.views, landmark: file.landmark,
      displayUnit: file.displayUnit ?? file.timeUnit ?? unit, endpointColumns: used,
      hiddenVariables: Set(file.variables.filter(\.isHidden).map(\.name)), lines: table.lines,
      declarations: file)
  }

  /// The variables with guesses of when their values become known, in a table that nobody described.
  private mutating func guardingTime(_ columns: StudyColumns, _ findings: [Finding]) -> (
    StudyColumns, [Finding]
  ) {
    let known = KnownAtGuess(columns).columns
    var (variables, findings) = (columns.variables, findings)
    for index in variables.indices {
      guard let column = known[variables[index].name] else { continue }
      variables[index].knownAt = column
      var declaration = VariableDeclaration(name: variables[index].name)
      declaration.knownAt = column
      file.variables.append(declaration)
      findings.append(
        Finding(
          .note, column: declaration.name, message: "taken for known only after time zero, at \(column)"))
    }
    return (StudyColumns(table: columns.table, profiles: columns.profiles, variables: variables), findings)
  }

  /// The variables, each by its declaration or else by what its values are.
  private func typedColumns() -> (StudyColumns, [Finding]) {
    let declared = Dictionary(file.variables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let profiles = table.names.indices.map { index in
      let declaration = declared[table.names[index]]
      let missing = file.missing + (declaration?.missing ?? [])
      // Numbers with fractions that name persons or levels are counted as other names are.
      let isCounted =
        declaration?.levels != nil || declaration?.kind.map { $0 != .number } ?? false
        || ColumnNames(table.names[index]).isPersonal
      return ColumnProfile(
        table.columns[index], delimiter: table.delimiter, missing: missing, isCounted: isCounted)
    }
    // One column that can only be read one way settles how the whole file writes its dates.
    let stated = file.dateOrder.flatMap(DateText.Order.init(rawValue:))
    let proven = stated == nil ? Set(profiles.compactMap(\.provenOrder)) : []
    let order = stated ?? (proven.count == 1 ? proven.first : nil)
    let typed = table.names.indices.map { index in
      ColumnTyping(
        table: table, index: index, profile: profiles[index], declaration: declared[table.names[index]],
        dateOrder: order
      ).variable()
    }
    let columns = StudyColumns(table: table, profiles: profiles, variables: typed.map(\.0))
    return (columns, typed.flatMap(\.1))
  }

  private func build(
    _ columns: StudyColumns, conditions: [String: FilterExpression], guesses: [GuessedEndpoint]
  ) -> ([Endpoint], [EndpointOrigin], [Finding]) {
    var (endpoints, origins, findings) = ([Endpoint](), [EndpointOrigin](), [Finding]())
    let timeline = Timeline(file, columns: columns, conditions: conditions)
    findings += timeline.findings
    for declaration in file.endpoints {
      let rule = guesses.first { $0.declaration.name == declaration.name }?.rule ?? .declared
      if case .columns = declaration.source {
        guard let built = ColumnEndpoint(declaration, rule: rule, study: file, columns: columns) else {
          continue
        }
        (endpoints, origins) = (endpoints + [built.endpoint], origins + [built.origin])
        findings += built.findings
      } else {
        let built = EventEndpoint(declaration, rule: rule, study: file, timeline: timeline, columns: columns)
        (endpoints, origins) = (endpoints + [built.endpoint], origins + [built.origin])
        findings += built.findings
      }
    }
    return (endpoints, origins, findings + Contradictions(endpoints, table: table).findings)
  }

  private var tableFindings: [Finding] {
    var findings = table.findings
    if let sidecar {
      findings.append(
        Finding(.note, message: "\(sidecar) describes this table; open it for labels and endpoints"))
    }
    if table.encoding != .utf8 {
      findings.append(
        Finding(.note, message: "the table is not UTF-8; it was read as \(table.encoding.rawValue)"))
    }
    if table.names.count == 1 {
      let tried = Delimiter.sniffed.map(\.name).joined(separator: ", ")
      findings.append(Finding(.warning, message: "the table has one column only; separators tried: \(tried)"))
    }
    if !table.blankLines.isEmpty {
      findings.append(
        Finding(.note, lines: table.blankLines, message: "lines without any value are left out"))
    }
    return findings
  }
}
