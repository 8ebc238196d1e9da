package import SurvivalStatistics

extension Curve {
  /// What a curve says at one time.
  package enum Reading: Equatable, Sendable {
    /// The estimate, how many were at risk just before the time, and whether these are too few to rely on it.
    case estimate(ProbabilityEstimate, atRisk: Int, isUncertain: Bool)
    /// Nobody was observed that long; the time is the last at which somebody was.
    case pastFollowUp(end: Double)
    /// Nobody is in the arm.
    case nobody
  }

  /// The curve at a time, its last step at or before it.
  ///
  /// Past the last observed time nothing is known, unless nobody was left without an event.
  ///
  /// - Parameter time: in the recorded unit.
  /// - Complexity: O(log *u*) for *u* distinct times.
  package func reading(at time: Double) -> Reading {
    guard let end = table.lastTime else { return .nobody }
    if time > end, (eventFree.last ?? 1) > 0 { return .pastFollowUp(end: end) }
    let found: ProbabilityEstimate? =
      switch estimate {
      case .survival(let survival): survival.estimate(at: time, transform: transform, beyond: .carryForward)
      case .incidence(let incidence, let cause):
        incidence.estimate(at: time, cause: cause, transform: transform, beyond: .carryForward)
      }
    guard let found else { return .nobody }
    // At 0 % or 100 % the data say nothing of the width.
    let isCertain = found.value <= 0 || found.value >= 1
    let estimate = ProbabilityEstimate(
      value: found.value, standardError: found.standardError, interval: isCertain ? nil : found.interval)
    let atRisk = table.atRisk(at: time)
    let step = table.lastStep(notAfter: time)
    let free = step < 0 ? 1 : eventFree[step]
    let isUncertain = atRisk < Self.few || free / Double(atRisk) > 0.05
    return .estimate(estimate, atRisk: atRisk, isUncertain: isUncertain)
  }
}
