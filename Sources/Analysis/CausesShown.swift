package import CohortModel

/// Which of an endpoint's causes are shown.
package enum CausesShown: String, Hashable, Sendable, CaseIterable {
  /// One cause; of a composite endpoint, all of its events together.
  case one
  /// Every cause beside the others.
  case all
  /// Every cause upon the others, with those free of any event on top: together they are everybody.
  case stacked

  /// The next of them, after the last the first.
  package var next: CausesShown {
    switch self {
    case .one: .all
    case .all: .stacked
    case .stacked: .one
    }
  }
}

extension Question {
  /// Which causes of an endpoint are shown: those asked for; where nobody asked, all that compete in one arm, so that
  /// nobody reads relapse without death in remission.
  package func shownCauses(of endpoint: Endpoint) -> CausesShown {
    guard endpoint.causes.count > 1 else { return .one }
    if let causes { return causes }
    return endpoint.kind == .competingRisks && cause == nil && arms == nil ? .all : .one
  }
}

extension Endpoint {
  /// The endpoint as it is shown: a composite whose causes are shown is taken apart by what came first.
  func shown(_ causes: CausesShown) -> Endpoint {
    guard causes != .one, kind == .survival else { return self }
    var shown = self
    (shown.kind, shown.isTakenApart) = (.competingRisks, true)
    return shown
  }
}
