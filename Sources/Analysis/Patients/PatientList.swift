package import CohortModel

/// The selected patients one by one, in the order of the file, with what became of them.
package struct PatientList: Equatable, Sendable {
  package private(set) var question: Question
  package let endpoint: Endpoint
  /// What patients are called by; `nil` where the study has no such variable to show, and their place in the file must do.
  package let identifier: Variable?
  /// Whether every patient of the list has an identifier of its own.
  package let isIdentifierUnique: Bool
  /// As asked for, else in the order of the study: neither identifiers nor hidden, nor what endpoints are made of.
  package let variables: [Variable]
  /// The columns are the identifier, where there is one, then the variables.
  package let rows: Rows
  /// Death or last contact, where that is another endpoint of the same time zero.
  package let overall: Endpoint?
  /// The values of the variable that divides the patients.
  private let dividing: RowColumn?

  package var patientCount: Int { rows.numbers.count }

  /// The endpoint's outcome of a patient from its own time zero, whatever window the question sets; `nil` where the
  /// endpoint cannot use the patient.
  package func outcome(_ row: Int) -> Rows.Outcome? { rows.outcomes.first.flatMap { $0[row] } }

  /// The outcome of ``overall``.
  package func overallOutcome(_ row: Int) -> Rows.Outcome? {
    overall == nil || rows.outcomes.count < 2 ? nil : rows.outcomes[1][row]
  }

  /// What the patient is called; `nil` where that is not known.
  package func identifier(_ row: Int) -> String? {
    guard identifier != nil, case .texts(let texts)? = rows.columns.first else { return nil }
    return texts[row]
  }

  /// By the identifier where it tells the patients apart, else by the place in the file.
  package func name(_ row: Int) -> PatientName {
    guard isIdentifierUnique, let identifier = identifier(row) else { return .row(rows.numbers[row]) }
    return .identifier(identifier)
  }

  /// The values of a variable of ``variables``.
  package func column(_ variable: Int) -> RowColumn {
    rows.columns[variable + (identifier == nil ? 0 : 1)]
  }

  /// The arm of a patient; `nil` where there are none, or where its value is unknown.
  package func arm(_ row: Int) -> Int? {
    switch (question.arms, dividing) {
    case (.levels?, .levels(let codes)?): codes[row] < 0 ? nil : Int(codes[row])
    case (.cuts(_, let cuts)?, .numbers(let values)?):
      values[row].isNaN ? nil : cuts.count { values[row] > $0 }
    default: nil
    }
  }

  /// The identifiers that may be shown.
  static func identifiers(in schema: CohortSchema) -> [Variable] {
    schema.variables.filter { $0.kind == .identifier && !$0.isHidden }
  }

  /// The variables beside the identifier.
  package static func shown(in schema: CohortSchema) -> [Variable] {
    schema.variables.filter { $0.kind != .identifier && !$0.isHidden && !$0.isOutcome }
  }

  /// Death or last contact, where that is another endpoint than this and counts from the same time zero.
  static func overall(beside endpoint: Endpoint, in schema: CohortSchema) -> Endpoint? {
    guard let name = schema.overallSurvival, name != endpoint.name, let found = schema.endpoint(name),
      found.origin == endpoint.origin
    else { return nil }
    return found
  }

  /// - Parameters:
  ///   - rows: the variables of ``identifiers(in:)``, then those to show and the one that divides the patients, where
  ///     the question has arms; the endpoint asked for, and ``overall``.
  ///   - variables: `nil` for all of ``shown(in:)``.
  init(
    _ question: Question, _ rows: Rows, variables: [Variable]? = nil, schema: CohortSchema
  ) throws(NamingError) {
    guard let endpoint = schema.endpoint(question.endpoint) else {
      throw .unknownEndpoint(question.endpoint, known: schema.endpoints.map(\.name))
    }
    let identifiers = Self.identifiers(in: schema)
    // Of several, such as initials and a number, the one that tells the patients apart.
    let unique = identifiers.indices.first { Self.isUnique(rows.columns[$0]) }
    let chosen = unique ?? identifiers.indices.first
    var kept = rows
    dividing = question.arms == nil ? nil : kept.columns.popLast()
    kept.columns.removeFirst(identifiers.count)
    if let chosen { kept.columns.insert(rows.columns[chosen], at: 0) }
    (self.question, self.endpoint, self.rows) = (question, endpoint, kept)
    (identifier, isIdentifierUnique) = (chosen.map { identifiers[$0] }, unique != nil)
    self.variables = variables ?? Self.shown(in: schema)
    overall = Self.overall(beside: endpoint, in: schema)
  }

  /// The same patients for a question that differs in what changes none of them.
  func asked(by question: Question) -> PatientList {
    var asked = self
    asked.question = question
    return asked
  }

  private static func isUnique(_ column: RowColumn) -> Bool {
    guard case .texts(let texts) = column else { return false }
    return !texts.contains(nil) && Set(texts).count == texts.count
  }
}
