/// The Nelson–Aalen estimate of a cumulative hazard.
///
/// H(t) = Σ d/n over the times up to *t*, with variance Σ d/n². Failures from all causes of the table are the
/// event; restrict the table to a cause first for a cause-specific hazard.
///
/// ```swift
/// let hazard = NelsonAalen(try EventTable([.event(at: 1), .event(at: 2), .censored(at: 3), .event(at: 4)]))
/// print(hazard)
/// print(hazard.cumulativeHazard)
/// // NelsonAalen: n 4, 3 events, cumulative hazard 1.583
/// // [0.25, 0.5833333333333333, 0.5833333333333333, 1.5833333333333333]
/// ```
///
/// - SeeAlso: Aalen (1978), Annals of Statistics 6: 701–726.
public struct NelsonAalen: Equatable, Sendable {
  /// What happened, and when.
  public let table: EventTable
  /// H(t) just after each time of the table.
  public let cumulativeHazard: [Double]
  /// Variance of H(t) just after each time.
  public let variances: [Double]

  /// Estimates the cumulative hazard from the counts of one stratum.
  ///
  /// - Complexity: O(*u*) for *u* distinct times.
  public init(_ table: EventTable) {
    var (hazards, variances) = ([Double](), [Double]())
    hazards.reserveCapacity(table.times.count)
    variances.reserveCapacity(table.times.count)
    var (hazard, variance) = (0.0, 0.0)
    for step in table.times.indices {
      let (failing, atRisk) = (Double(table.eventCount(atStep: step)), Double(table.atRisk[step]))
      if failing > 0 {
        hazard += failing / atRisk
        variance += failing / (atRisk * atRisk)
      }
      hazards.append(hazard)
      variances.append(variance)
    }
    (self.table, cumulativeHazard, self.variances) = (table, hazards, variances)
  }

  /// H(t), or `nil` past the last time.
  ///
  /// - Complexity: O(log *u*) for *u* distinct times.
  public func cumulativeHazard(at time: Double) -> Double? { value(of: cumulativeHazard, at: time) }

  /// The standard error of H(t), or `nil` past the last time.
  ///
  /// - Complexity: O(log *u*) for *u* distinct times.
  public func standardError(at time: Double) -> Double? {
    value(of: variances, at: time)?.squareRoot()
  }

  private func value(of curve: [Double], at time: Double) -> Double? {
    guard let last = table.lastTime, time <= last else { return nil }
    let step = table.lastStep(notAfter: time)
    return step < 0 ? 0 : curve[step]
  }
}
