package import SurvivalStatistics

/// One estimated curve; times are in the recorded unit.
package struct Curve: Equatable, Sendable {
  package enum Estimate: Equatable, Sendable {
    case survival(KaplanMeier)
    /// The incidence of the cause at that place among the endpoint's causes.
    case incidence(AalenJohansen, cause: Int)
  }

  /// Which of the arms the curve is of.
  package private(set) var arm: Int
  package let estimate: Estimate
  /// The scale of the confidence intervals.
  package let transform: ConfidenceTransform
  /// The limits just after each time of the table.
  package let band: ConfidenceBand
  /// The time by which half have had the event; `nil` for an incidence.
  package let median: QuantileEstimate?
  /// Events that the curve is of: of its cause, or of any.
  package let eventCount: Int

  // Parts of the estimate, kept because they are asked for at every step.

  /// What happened in the arm.
  package let table: EventTable
  /// Which of the endpoint's causes the curve is of; `nil` for survival.
  package let cause: Int?
  /// The value just after each time of the table.
  package let values: [Double]
  /// The share without any event just after each time of the table.
  package let eventFree: [Double]
  /// Whether after each step so few are left that one more event would move the curve by over 5 points, or fewer than
  /// ten.
  package let isUncertain: [Bool]

  init(_ survival: KaplanMeier, arm: Int, transform: ConfidenceTransform) {
    (self.arm, self.transform, estimate, cause) = (arm, transform, .survival(survival), nil)
    (table, values, eventFree) = (survival.table, survival.survival, survival.survival)
    band = survival.band(transform: transform)
    median = survival.quantile(0.5, band: band)
    eventCount = table.eventCount
    isUncertain = Self.isUncertain(table, eventFree: eventFree)
  }

  init(_ incidence: AalenJohansen, arm: Int, cause: Int, transform: ConfidenceTransform) {
    (self.arm, self.transform, self.cause) = (arm, transform, cause)
    (estimate, median) = (.incidence(incidence, cause: cause), nil)
    (table, values) = (incidence.table, incidence.cumulativeIncidence[cause])
    eventFree = incidence.survival
    band = incidence.band(cause: cause, transform: transform)
    eventCount = table.eventCount(cause: cause)
    isUncertain = Self.isUncertain(table, eventFree: eventFree)
  }

  /// The same curve as that of another place among arms.
  func ofArm(_ arm: Int) -> Curve {
    var curve = self
    curve.arm = arm
    return curve
  }

  /// The value before the first event: 1 for survival, 0 for an incidence.
  package var start: Double { cause == nil ? 1 : 0 }

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

  private static func isUncertain(_ table: EventTable, eventFree: [Double]) -> [Bool] {
    let atRisk = table.atRisk
    return eventFree.indices.map { step in
      let left = step + 1 < atRisk.count ? atRisk[step + 1] : 0
      return left < few || eventFree[step] / Double(left) > 0.05
    }
  }

  /// Fewer at risk than these say little.
  package static let few = 10
}
