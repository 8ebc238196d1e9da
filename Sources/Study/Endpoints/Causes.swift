/// The causes of an endpoint: which events count as which status code, and what people call them.
struct Causes {
  /// The status code (1, 2, …) of each event.
  let status: [String: Int8]
  /// In the order of the codes.
  let labels: [String]

  /// With competitors the events of interest are one cause, so that it is always code 1; without, each keeps its own
  /// code, so that a composite can be taken apart.
  init(_ declaration: EndpointDeclaration, events: [EventDeclaration]) {
    let label = { (name: String) in events.first { $0.name == name }?.label ?? name }
    var (status, labels) = ([String: Int8](), [String]())
    if declaration.competing.isEmpty {
      for event in declaration.events where status[event] == nil {
        labels.append(label(event))
        status[event] = Int8(clamping: labels.count)
      }
    } else {
      labels.append(declaration.events.map(label).joined(separator: " or "))
      for event in declaration.events { status[event] = 1 }
      for event in declaration.competing where status[event] == nil {
        labels.append(label(event))
        status[event] = Int8(clamping: labels.count)
      }
    }
    (self.status, self.labels) = (status, labels.isEmpty ? ["event"] : labels)
  }
}
