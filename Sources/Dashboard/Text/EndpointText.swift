package import CohortEngine

/// Endpoints in words.
package enum EndpointText {
  /// One line for a menu: `Overall survival: 9 events among 78`.
  package static func summary(of endpoint: Endpoint) -> String {
    let usable = endpoint.status.count { $0 != Endpoint.unusable }
    let interest = endpoint.status.count { endpoint.kind == .survival ? $0 > 0 : $0 == 1 }
    let competing = endpoint.kind == .competingRisks ? ", \(endpoint.status.count { $0 > 1 }) competing" : ""
    return "\(endpoint.label): \(interest) events\(competing) among \(usable)"
  }

  /// The title of the plot: `Disease-free survival by Inotuzumab`.
  package static func title(of endpoint: Endpoint, by variable: Variable?) -> String {
    var title = endpoint.label
    if endpoint.kind == .competingRisks {
      if !title.lowercased().contains("incidence") { title += ", cumulative incidence" }
      let competing = endpoint.causes.dropFirst().joined(separator: ", ")
      if !competing.isEmpty { title += " (competing: \(competing))" }
    }
    return variable.map { "\(title) by \($0.label)" } ?? title
  }

  /// What the time axis shows: `months since HSCT`.
  package static func axis(_ display: TimeDisplay, of endpoint: Endpoint) -> String {
    guard display.shown != nil else { return endpoint.origin.map { "since \($0)" } ?? "" }
    return endpoint.origin.map { "\(display.name) since \($0)" } ?? display.name
  }
}
