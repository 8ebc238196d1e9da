/// The patients: variables and endpoints over the same rows.
package struct Cohort: Sendable, Equatable {
  package let rowCount: Int
  /// In the order of the file.
  package let variables: [Variable]
  package let endpoints: [Endpoint]

  package init(rowCount: Int, variables: [Variable], endpoints: [Endpoint]) {
    precondition(
      variables.allSatisfy { $0.rowCount == rowCount }, "every variable has a value or a gap a row")
    precondition(endpoints.allSatisfy { $0.times.count == rowCount }, "every endpoint has a status a row")
    (self.rowCount, self.variables, self.endpoints) = (rowCount, variables, endpoints)
  }

  package func variable(named name: String) -> Int? { variables.firstIndex { $0.name == name } }
  package func endpoint(named name: String) -> Int? { endpoints.firstIndex { $0.name == name } }
}
