package import SurvivalStatistics

/// One estimated curve; times are in the recorded unit.
package struct Curve: Equatable, Sendable {
  package enum Estimate: Equatable, Sendable {
    case survival(KaplanMeier)
    /// The incidence of the cause at that place among the endpoint's causes.
    case incidence(AalenJohansen, cause: Int)
  }

  /// Which of the arms the curve is of.
  package let arm: Int
  package let estimate: Estimate
  /// The scale of the confidence intervals.
  package let transform: ConfidenceTransform
  /// The limits just after each time of the table.
  package let band: ConfidenceBand
  /// The time by which half have had the event; `nil` for an incidence.
  package let median: QuantileEstimate?
  /// Events that the curve is of: of its cause, or of any.
  package let eventCount: Int

  init(_ survival: KaplanMeier, arm: Int, transform: ConfidenceTransform) {
    (self.arm, self.transform, estimate) = (arm, transform, .survival(survival))
    band = survival.band(transform: transform)
    median = survival.quantile(0.5, transform: transform)
    eventCount = survival.table.eventCount
  }

  init(_ incidence: AalenJohansen, arm: Int, cause: Int, transform: ConfidenceTransform) {
    (self.arm, self.transform) = (arm, transform)
    (estimate, median) = (.incidence(incidence, cause: cause), nil)
    band = incidence.band(cause: cause, transform: transform)
    eventCount = incidence.table.eventCount(cause: cause)
  }

  package var table: EventTable {
    switch estimate {
    case .survival(let survival): survival.table
    case .incidence(let incidence, _): incidence.table
    }
  }

  /// Which of the endpoint's causes the curve is of; `nil` for survival.
  package var cause: Int? { if case .incidence(_, let cause) = estimate { cause } else { nil } }

  /// The value before the first event: 1 for survival, 0 for an incidence.
  package var start: Double { cause == nil ? 1 : 0 }

  /// The value just after each time of the table.
  package var values: [Double] {
    switch estimate {
    case .survival(let survival): survival.survival
    case .incidence(let incidence, let cause): incidence.cumulativeIncidence[cause]
    }
  }

  /// The share without any event just after each time of the table.
  package var eventFree: [Double] {
    switch estimate {
    case .survival(let survival): survival.survival
    case .incidence(let incidence, _): incidence.survival
    }
  }

  /// Events that the curve is of at one step.
  package func eventCount(atStep step: Int) -> Int {
    cause.map { table.events[$0][step] } ?? table.eventCount(atStep: step)
  }

  /// Standard errors just after each time of the table; `nil` where there is none.
  package var standardErrors: [Double?] {
    switch estimate {
    case .survival(let survival): survival.standardErrors
    case .incidence(let incidence, let cause):
      incidence.variances.map { $0[cause].map { $0.squareRoot() } } ?? table.times.map { _ in nil }
    }
  }

  /// Whether after a step so few are left that one more event would move the curve by over 5 points, or fewer than ten.
  package func isUncertain(afterStep step: Int) -> Bool {
    let left = step + 1 < table.atRisk.count ? table.atRisk[step + 1] : 0
    return left < Self.few || eventFree[step] / Double(left) > 0.05
  }

  /// Fewer at risk than these say little.
  package static let few = 10
}
