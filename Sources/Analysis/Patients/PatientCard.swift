package import CohortModel

/// All that is recorded of one patient, and how each endpoint reads it.
package struct PatientCard: Equatable, Sendable {
  /// The place in the file, counted from 0.
  package let number: Int
  package let identifiers: [String?]
  package let variables: [Variable]
  /// The endpoints with the patient's outcome, from the time zero of each; `nil` where one cannot use the patient.
  package let endpoints: [Endpoint]
  package let outcomes: [Rows.Outcome?]
  /// Each of a single patient.
  private let columns: [RowColumn]

  /// The value of one of the variables; empty where it is unknown.
  package func text(_ variable: Int) -> String { columns[variable].text(of: variables[variable], 0) }

  /// - Parameter rows: of the one patient, with all variables that are not hidden, and all endpoints.
  init?(_ rows: Rows, variables: [Variable], endpoints: [Endpoint]) {
    guard let number = rows.numbers.first else { return nil }
    self.number = number
    let isIdentifier = variables.map { $0.kind == .identifier }
    identifiers = zip(rows.columns, isIdentifier).compactMap { column, isIdentifier in
      guard isIdentifier, case .texts(let texts) = column else { return nil }
      return .some(texts[0])
    }
    self.variables = variables
    (columns, self.endpoints, outcomes) = (rows.columns, endpoints, rows.outcomes.map { $0[0] })
  }
}

extension RowColumn {
  /// A value as it is written in the file; empty where it is unknown.
  package func text(of variable: Variable, _ row: Int) -> String {
    guard !isMissing(row) else { return "" }
    return switch self {
    case .levels(let codes): variable.levels[Int(codes[row])]
    case .numbers(let numbers): variable.text(numbers[row])
    case .texts(let texts): texts[row] ?? ""
    }
  }
}
