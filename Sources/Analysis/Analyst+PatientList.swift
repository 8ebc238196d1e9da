package import CohortModel

/// Answers about single patients; `nil` throughout for a source that releases none.
extension Analyst {
  /// What a list of patients depends on.
  struct PatientsKey: Hashable, Sendable {
    var filters: FilterSet
    var endpoint: String
    var arms: Arms?
    var variables: [String]
  }

  /// The patients of a question one by one, of which only its filters, endpoint and arms change anything.
  ///
  /// - Parameter names: the variables wanted, which are all that are fetched; `nil` for all that may be shown.
  package func patients(_ question: Question, variables names: [String]? = nil) async throws -> PatientList? {
    guard let rowSource = source as? any RowSource else { return nil }
    let variables = try names.map { try $0.map { try schema.variable(named: $0) } }
    let shown = variables ?? PatientList.shown(in: schema)
    let key = PatientsKey(
      filters: question.filters, endpoint: question.endpoint, arms: question.arms,
      variables: shown.map(\.name))
    if let known = patients.value(for: key) { return known.asked(by: question) }
    let endpoint = try schema.endpoint(named: question.endpoint)
    let dividing = try question.arms.map { [try $0.variable(in: schema).name] } ?? []
    let identifiers = PatientList.identifiers(in: schema).map(\.name)
    let overall = PatientList.overall(beside: endpoint, in: schema).map { [$0.name] } ?? []
    try Task.checkCancellation()
    work.patientLists += 1
    let rows = try await rowSource.rows(
      RowsRequest(
        filters: question.filters, variables: identifiers + key.variables + dividing,
        endpoints: [endpoint.name] + overall))
    let made = try await Self.list(question, rows, shown, schema)
    patients.insert(made, for: key, weight: made.patientCount + 1)
    return made
  }

  /// Not on this actor: what is known already is answered meanwhile.
  private nonisolated static func list(
    _ question: Question, _ rows: Rows, _ variables: [Variable], _ schema: CohortSchema
  ) async throws -> PatientList {
    try PatientList(question, rows, variables: variables, schema: schema)
  }

  /// Everything about one patient; `nil` also where nobody has that place in the file.
  package func card(ofPatient number: Int) async throws -> PatientCard? {
    guard let rowSource = source as? any RowSource else { return nil }
    let variables = schema.variables.filter { !$0.isHidden }
    let rows = try await rowSource.rows(
      RowsRequest(
        variables: variables.map(\.name), endpoints: schema.endpoints.map(\.name), numbers: [number]))
    return PatientCard(rows, variables: variables, endpoints: schema.endpoints)
  }

  /// Of the patients of a question those who are called so, where the endpoint can use them in the question's window.
  package func marked(_ names: Set<PatientName>, in question: Question) async throws -> [MarkedPatient] {
    guard let rowSource = source as? any RowSource else { return [] }
    let endpoint = try schema.endpoint(named: question.endpoint)
    let dividing = try question.arms.map { [try $0.variable(in: schema).name] } ?? []
    let identifiers = PatientList.identifiers(in: schema).map(\.name)
    let called = Set(names.compactMap { if case .identifier(let name) = $0 { name } else { nil } })
    let numbers = Set(names.compactMap { if case .row(let number) = $0 { number } else { nil } })
    var named = question.filters
    named.add(.any(identifiers.map { .oneOf($0, called) }))
    let requests: [(FilterSet, Set<Int>?)] =
      (called.isEmpty ? [] : [(named, nil)]) + (numbers.isEmpty ? [] : [(question.filters, numbers)])
    var marked: [Int: MarkedPatient] = [:]
    for (filters, numbers) in requests {
      try Task.checkCancellation()
      let rows = try await rowSource.rows(
        RowsRequest(
          filters: filters, variables: identifiers + dividing, endpoints: [endpoint.name], numbers: numbers))
      let list = try PatientList(question, rows, variables: [], schema: schema)
      for row in rows.numbers.indices {
        guard let course = list.course(row) else { continue }
        marked[rows.numbers[row]] = MarkedPatient(
          number: rows.numbers[row], arm: list.arm(row), time: course.end, cause: course.cause)
      }
    }
    return marked.values.sorted { $0.number < $1.number }
  }
}

/// Where a patient leaves the curves.
package struct MarkedPatient: Equatable, Sendable {
  /// The place in the file, counted from 0.
  package var number: Int
  /// `nil` where there are no arms, or where the patient is in none.
  package var arm: Int?
  /// From time zero or the landmark, in the recorded unit.
  package var time: Double
  /// `nil` where censored.
  package var cause: Int?
}
