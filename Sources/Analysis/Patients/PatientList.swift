package import CohortModel

/// The selected patients one by one, in the order of the file, with what became of them.
package struct PatientList: Equatable, Sendable {
  package let question: Question
  package let endpoint: Endpoint
  /// What patients are called by; `nil` where the study has no such variable to show, and their place in the file must do.
  package let identifier: Variable?
  /// In the order of the study: neither identifiers nor hidden, nor what endpoints are made of.
  package let variables: [Variable]
  /// The columns are the identifier, where there is one, then the variables.
  package let rows: Rows

  package var patientCount: Int { rows.numbers.count }

  /// The endpoint's outcome of a patient from its own time zero, whatever window the question sets; `nil` where the
  /// endpoint cannot use the patient.
  package func outcome(_ row: Int) -> Rows.Outcome? { rows.outcomes.first.flatMap { $0[row] } }

  /// The identifiers that may be shown.
  static func identifiers(in schema: CohortSchema) -> [Variable] {
    schema.variables.filter { $0.kind == .identifier && !$0.isHidden }
  }

  /// The variables beside the identifier.
  static func shown(in schema: CohortSchema) -> [Variable] {
    schema.variables.filter { $0.kind != .identifier && !$0.isHidden && !$0.isOutcome }
  }

  /// - Parameter rows: the variables of ``identifiers(in:)``, then those of ``shown(in:)``, and the endpoint asked for.
  init(_ question: Question, _ rows: Rows, schema: CohortSchema) throws(NamingError) {
    guard let endpoint = schema.endpoint(question.endpoint) else {
      throw .unknownEndpoint(question.endpoint, known: schema.endpoints.map(\.name))
    }
    let identifiers = Self.identifiers(in: schema)
    // Of several, such as initials and a number, the one that tells the patients apart.
    let chosen = identifiers.indices.first { Self.isUnique(rows.columns[$0]) } ?? identifiers.indices.first
    var kept = rows
    kept.columns.removeFirst(identifiers.count)
    if let chosen { kept.columns.insert(rows.columns[chosen], at: 0) }
    (self.question, self.endpoint, self.rows) = (question, endpoint, kept)
    (identifier, variables) = (chosen.map { identifiers[$0] }, Self.shown(in: schema))
  }

  private static func isUnique(_ column: RowColumn) -> Bool {
    guard case .texts(let texts) = column else { return false }
    return !texts.contains(nil) && Set(texts).count == texts.count
  }
}
