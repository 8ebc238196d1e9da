import Analysis
import CohortModel
import SurvivalStatistics

extension CurvesReport {
  /// Whether curves of several causes are shown, so that no one of them is what the numbers are of.
  var showsEachCause: Bool { curves.causes.count > 1 }

  /// Whether the causes lie upon each other, with those free of any event on top.
  package var isStacked: Bool { showsEachCause && curves.causes.contains(nil) }

  /// What a curve is called where there are curves of several causes: its cause, with its arm where there are arms.
  func nameOfCause(_ curve: Curve) -> ArmName {
    let cause =
      curve.cause.map { (full: endpoint.name(ofCause: $0), short: endpoint.cause($0)) }
      ?? (full: endpoint.eventFree, short: EndpointText.briefEventFree)
    let arm = armNames[curve.arm]
    guard question.arms != nil else {
      return ArmName(full: cause.full, short: cause.short, level: arm.level)
    }
    return ArmName(
      full: "\(arm.full), \(cause.full)", short: "\(arm.short), \(cause.short)", level: arm.level)
  }

  /// How causes that lie upon each other are to be read; `nil` where they do not.
  package var stackRemark: Remark? {
    guard isStacked else { return nil }
    let places = curves.causes.compactMap { $0 }
    let order = { (name: (Int) -> String) in places.map(name).joined(separator: ", ") }
    return Remark(
      .note,
      "from below: \(order(endpoint.name)), on top \(endpoint.eventFree): together 100%",
      shorter: [
        "from below: \(order(endpoint.name)), on top \(EndpointText.briefEventFree)",
        "from below: \(order(endpoint.cause)), \(EndpointText.briefEventFree)",
      ])
  }
}

extension EndpointText {
  /// Those without any of the events, in two words.
  static let briefEventFree = "event-free"

  /// Those without any of the events: `alive without relapse`; `event-free` of a composite that is taken apart.
  var eventFree: String {
    endpoint.isTakenApart ? Self.briefEventFree : withoutEvents
  }
}
