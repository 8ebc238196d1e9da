package import CohortModel

/// The patients: variables and endpoints over the same rows.
package struct Cohort: Sendable, Equatable {
  package let rowCount: Int
  /// In the order of the file.
  package let variables: [VariableColumn]
  package let endpoints: [EndpointColumn]
  /// All that can be said without looking at a row again.
  package let schema: CohortSchema

  /// Counts the schema: O(rows) for each column, so not on the main actor where there are many.
  ///
  /// - Parameter overallSurvival: the name of the endpoint whose event is death from any cause.
  package init(
    rowCount: Int, variables: [VariableColumn], endpoints: [EndpointColumn], overallSurvival: String? = nil
  ) {
    precondition(
      variables.allSatisfy { $0.rowCount == rowCount }, "every variable has a value or a gap a row")
    precondition(endpoints.allSatisfy { $0.times.count == rowCount }, "every endpoint has a status a row")
    (self.rowCount, self.variables, self.endpoints) = (rowCount, variables, endpoints)
    schema = CohortSchema(
      patientCount: rowCount, variables: variables.map(\.counted), endpoints: endpoints.map(\.counted),
      overallSurvival: overallSurvival)
  }

  /// The place of the variable of exactly this name.
  package func index(ofVariable name: String) throws(NamingError) -> Int {
    if let index = schema.index(ofVariable: name) { return index }
    throw .unknownVariable(name, nearest: NearestName.of(name, among: variables.map(\.name)))
  }

  /// The place of the endpoint of exactly this name.
  package func index(ofEndpoint name: String) throws(NamingError) -> Int {
    if let index = schema.index(ofEndpoint: name) { return index }
    throw .unknownEndpoint(name, known: endpoints.map(\.name))
  }
}
