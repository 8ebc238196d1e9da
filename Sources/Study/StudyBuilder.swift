import CohortEngine
import CohortModel

/// Turns a table, and what a study file or somebody says about it, into a study.
struct StudyBuilder {
  var table: Table
  let reader: StudyFileReader?
  let studyPath: String?
  let stated: StatedReading
  var file: StudyFile
  var findings: [Finding] = []
  private var remarks: [Finding] = []
  /// What to ask about the rows of a patient, where that is not clear.
  var rowQuestion: ReadingQuestion?
  /// Columns that would mislead as filters, because the rows of a patient differ in them.
  var hidden: Set<String> = []
  /// Endpoints of several rows a patient, to be confirmed before they are used.
  var layers: [EndpointDeclaration] = []

  init(
    table: Table, reader: StudyFileReader? = nil, studyPath: String? = nil,
    stated: StatedReading = StatedReading()
  ) {
    (self.reader, self.studyPath, self.stated) = (reader, studyPath, stated)
    self.table = table.mendingCodes()
    file =
      reader?.file ?? StudyFile(data: table.path.split(separator: "/").last.map(String.init) ?? table.path)
    stated.state(in: &file)
  }

  /// What a study file says of a table, of which nothing is to be found out.
  init(table: Table, file: StudyFile) {
    self.init(table: table)
    self.file = file
  }

  /// The columns with a row for each patient.
  mutating func columnsOfPatients() throws(StudyError) -> StudyColumns {
    var columns = typedColumns().0
    if try choosePatients(columns) { columns = typedColumns().0 }
    return try check.derive(columns)
  }

  /// Adds what is to be known of the table besides.
  mutating func note(_ finding: Finding) { remarks.append(finding) }

  mutating func study() throws(StudyError) -> Study {
    findings = remarks + (reader?.findings ?? []) + tableFindings
    let rowCount = table.rowCount
    try check.names()
    var (columns, typing) = typedColumns()
    if try choosePatients(columns) { (columns, typing) = typedColumns() }
    findings += typing
    columns = try check.derive(columns)
    if reader == nil { (columns, findings) = guardingTime(columns, findings) }

    let described = file.variables
    let found = try endpoints(columns)
    let guesses = found.guesses
    // A guess may make values missing that mean neither yes nor no.
    if file.variables != described {
      columns = try check.derive(typedColumns().0)
    }
    try check.variables(columns)
    let conditions = try check.conditions(columns)
    let (endpoints, origins, problems) = build(columns, conditions: conditions, guesses: guesses)
    findings += problems
    try check.views(columns, endpoints: endpoints)
    let reading = reading(columns, endpoints, found, rowCount: rowCount)
    return assemble(columns, endpoints: endpoints, origins: origins, findings: findings, reading: reading)
  }

  var check: StudyFileCheck { StudyFileCheck(file: file, table: table, reader: reader) }

  /// What was said of the endpoints, or found.
  struct Found {
    var guesses: [GuessedEndpoint] = []
    var offers: [GuessedEndpoint] = []
    var candidates = ReadingCandidates()
  }

  /// The endpoints that were said, or else found; the study file gets them.
  mutating func endpoints(_ columns: StudyColumns) throws(StudyError) -> Found {
    let said = try stated.endpoints(columns, study: file)
    if !said.isEmpty {
      for remark in said.first?.remarks ?? [] {
        findings.append(
          Finding(stated.events.isEmpty ? .note : .warning, column: stated.status, message: remark))
      }
      file.endpoints = said.map(\.declaration)
      return Found(guesses: said)
    }
    guard file.endpoints.isEmpty else { return Found() }
    if !layers.isEmpty {
      file.endpoints = layers
      return Found(
        guesses: layers.map { GuessedEndpoint(declaration: $0, rule: .parameter, doubt: rowQuestion?.reason) }
      )
    }
    let detection = EndpointDetection(columns: columns, file: file)
    if stated.isRefused { return Found(candidates: detection.candidates) }
    // While nobody has said which rows count, no endpoint does.
    if rowQuestion != nil { return Found(candidates: detection.candidates) }
    findings += detection.findings
    file = detection.file
    var guesses = detection.guesses
    // What differs between the rows of a patient is no outcome of the patient.
    for guess in guesses where !hidden.isDisjoint(with: file.outcomeColumns(guess.declaration, in: columns)) {
      findings.append(
        Finding(
          .warning,
          message: "\(guess.declaration.name) is not offered: it differs between the rows of a patient"))
    }
    guesses.removeAll { !hidden.isDisjoint(with: file.outcomeColumns($0.declaration, in: columns)) }
    file.endpoints = guesses.map(\.declaration)
    return Found(guesses: guesses, offers: detection.offers, candidates: detection.candidates)
  }

  private func assemble(
    _ columns: StudyColumns, endpoints: [EndpointColumn], origins: [EndpointOrigin], findings: [Finding],
    reading: Reading
  ) -> Study {
    let unit = endpoints.lazy.compactMap(\.scale.unit).first
    let recorded = file.timeUnit ?? unit
    let severe = findings.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }
    var used = Set(origins.flatMap(\.columns))
    used.formUnion(file.events.map(\.column.column))
    if let zero = file.timeZero { used.insert(zero) }
    return Study(
      title: file.title ?? table.path.split(separator: "/").last.map(String.init) ?? table.path,
      studyPath: studyPath, tablePath: table.path, notes: file.notes,
      cohort: Cohort(
        rowCount: table.rowCount, variables: described(knownLater(columns, origins), outcomes: used),
        endpoints: zip(endpoints, origins).map { endpoint, origin in
          var made = endpoint
          made.columns = Set(origin.columns)
          return made
        },
        overallSurvival: file.overallSurvival),
      endpointOrigins: origins, findings: severe.map(\.element),
      views: file.views.map { $0.timed(in: recorded) },
      at: file.at?.inUnit(recorded), landmark: file.landmark?.inUnit(recorded),
      displayUnit: file.displayUnit ?? recorded, endpointColumns: used,
      hiddenVariables: hidden.union(file.variables.filter(\.isHidden).map(\.name)), lines: table.lines,
      declarations: file, reading: reading)
  }

  /// The variables with what the study file says of their use.
  ///
  /// - Parameter outcomes: the columns that endpoints are made of.
  private func described(_ variables: [VariableColumn], outcomes: Set<String>) -> [VariableColumn] {
    let declared = Dictionary(file.variables.map { ($0.name, $0) }) { first, _ in first }
    return variables.map { variable in
      var described = variable
      described.isOutcome = outcomes.contains(variable.name)
      described.isHidden = hidden.contains(variable.name)
      guard let declaration = declared[variable.name] else { return described }
      described.cuts = declaration.cuts
      described.reference = declaration.reference
      described.isInGrid = declaration.isInGrid && !declaration.isHidden
      described.isHidden = described.isHidden || declaration.isHidden
      return described
    }
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
  ///
  /// - Parameter countsAll: whether equal texts share a code in every column.
  func typedColumns(countsAll: Bool = false) -> (StudyColumns, [Finding]) {
    let declared = Dictionary(file.variables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let profiles = table.names.indices.map { index in
      let declaration = declared[table.names[index]]
      let missing = file.missing + (declaration?.missing ?? [])
      // Numbers with fractions that name persons or levels are counted as other names are.
      let isCounted =
        countsAll || declaration?.levels != nil || declaration?.kind.map { $0 != .number } ?? false
        || ColumnNames(table.names[index]).isPersonal
      return ColumnProfile(
        table.columns[index], delimiter: table.delimiter, missing: missing, centuryFrom: file.centuryFrom,
        isCounted: isCounted)
    }
    // One column that can only be read one way settles how the whole file writes its dates.
    let proven = file.dateOrder == nil ? Set(profiles.compactMap(\.provenOrder)) : []
    let order = file.dateOrder ?? (proven.count == 1 ? proven.first : nil)
    let mixed = proven.count < 2 ? [] : profiles.indices.filter { profiles[$0].provenOrder != nil }
    let typed = table.names.indices.map { index in
      ColumnTyping(
        table: table, index: index, profile: profiles[index], declaration: declared[table.names[index]],
        dateOrder: order
      ).variable()
    }
    let columns = StudyColumns(table: table, profiles: profiles, variables: typed.map(\.0))
    let notes =
      mixed.isEmpty
      ? []
      : [
        Finding(
          .warning, column: mixed.map { table.names[$0] }.joined(separator: ", "),
          message: "dates are written day first in some of these columns and month first in others")
      ]
    return (columns, notes + typed.flatMap(\.1))
  }

  private func build(
    _ columns: StudyColumns, conditions: [String: RowCondition], guesses: [GuessedEndpoint]
  ) -> ([EndpointColumn], [EndpointOrigin], [Finding]) {
    var (endpoints, origins, findings) = ([EndpointColumn](), [EndpointOrigin](), [Finding]())
    let timeline = Timeline(file, columns: columns, conditions: conditions)
    findings += timeline.findings
    let rules = Dictionary(
      guesses.map { ($0.declaration.name, $0.rule) }, uniquingKeysWith: { first, _ in first })
    for declaration in file.endpoints {
      let rule = rules[declaration.name] ?? .declared
      if case .columns = declaration.source {
        let layered = declaration.layered(in: table)
        guard
          let built = ColumnEndpoint(
            layered, rule: rule, study: file, columns: columns,
            shown: layered == declaration ? nil : declaration.shownColumns)
        else { continue }
        endpoints.append(built.endpoint)
        origins.append(built.origin)
        findings += built.findings
      } else {
        let built = EventEndpoint(declaration, rule: rule, study: file, timeline: timeline, columns: columns)
        endpoints.append(built.endpoint)
        origins.append(built.origin)
        findings += built.findings
      }
    }
    return (endpoints, origins, findings + Contradictions(endpoints, table: table).findings)
  }

  /// What there is to say of the table before anything is known of its columns.
  var tableFindings: [Finding] {
    var findings = table.findings
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
