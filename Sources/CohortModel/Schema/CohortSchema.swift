/// Everything that can be said of a cohort without looking at a patient: what is recorded, and how it is distributed.
///
/// It comes with a ``CohortSource``, counted once; everything above a source knows the schema and never a row.
package struct CohortSchema: Hashable, Sendable {
  package let patientCount: Int
  /// In the order of the file.
  package let variables: [Variable]
  package let endpoints: [Endpoint]
  /// The endpoint whose event is death from any cause, where there is one: follow-up is that of its censorings.
  package let overallSurvival: String?

  private let variablePlaces: [String: Int]
  private let endpointPlaces: [String: Int]

  package init(
    patientCount: Int, variables: [Variable], endpoints: [Endpoint], overallSurvival: String? = nil
  ) {
    (self.patientCount, self.variables, self.endpoints) = (patientCount, variables, endpoints)
    self.overallSurvival = overallSurvival
    variablePlaces = Dictionary(variables.indices.map { (variables[$0].name, $0) }) { first, _ in first }
    endpointPlaces = Dictionary(endpoints.indices.map { (endpoints[$0].name, $0) }) { first, _ in first }
  }

  /// The variable of exactly this name.
  package func variable(_ name: String) -> Variable? { variablePlaces[name].map { variables[$0] } }

  /// The endpoint of exactly this name.
  package func endpoint(_ name: String) -> Endpoint? { endpointPlaces[name].map { endpoints[$0] } }

  /// The place of the variable of exactly this name.
  package func index(ofVariable name: String) -> Int? { variablePlaces[name] }

  /// The place of the endpoint of exactly this name.
  package func index(ofEndpoint name: String) -> Int? { endpointPlaces[name] }

  /// The variable that a person means; the error names the nearest.
  package func variable(named wanted: String) throws(NamingError) -> Variable {
    if let exact = variable(wanted) { return exact }
    if let meant = variables.named(wanted) { return meant }
    throw .unknownVariable(wanted, nearest: NearestName.of(wanted, among: variables))
  }

  /// The endpoint that a person means, by name or label in any letter case.
  package func endpoint(named wanted: String) throws(NamingError) -> Endpoint {
    if let exact = endpoint(wanted) { return exact }
    let lowered = wanted.lowercased()
    let alike = endpoints.filter { $0.name.lowercased() == lowered || $0.label.lowercased() == lowered }
    guard alike.count == 1 else { throw .unknownEndpoint(wanted, known: endpoints.map(\.name)) }
    return alike[0]
  }
}

/// Why a name or a division of the patients means nothing in a cohort.
package enum NamingError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownEndpoint(String, known: [String])
  case unknownVariable(String, nearest: String?)
  case unknownCause(String, known: [String])
  case notDivisible(String, why: String)
  case notATerm(String, why: String)

  package var description: String {
    switch self {
    case .unknownEndpoint(let name, let known):
      "no endpoint is called “\(name)”; there are \(known.joined(separator: ", "))"
    case .unknownVariable(let name, let nearest):
      "no variable is called “\(name)”" + (nearest.map { "; did you mean “\($0)”?" } ?? "")
    case .unknownCause(let name, let known):
      known.count < 2
        ? "“\(name)” is no cause here: the endpoint has one kind of event"
        : "“\(name)” is no cause of this endpoint; expected one of \(known.joined(separator: ", "))"
    case .notDivisible(let name, let why): "\(name) cannot divide the patients: \(why)"
    case .notATerm(let name, let why): "\(name) cannot enter a model: \(why)"
    }
  }
}
