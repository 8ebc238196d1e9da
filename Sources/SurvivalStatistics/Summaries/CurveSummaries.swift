extension KaplanMeier: CustomStringConvertible {
  /// How many subjects and events, and the median with its limits, as R prints a `survfit`.
  public var description: String {
    "KaplanMeier: n \(table.subjectCount), \(PrintedNumber.count(table.eventCount, "event")), median \(median)"
  }
}

extension AalenJohansen: CustomStringConvertible {
  /// How many subjects, and of each cause the events and the incidence at the end.
  public var description: String {
    let causes = table.events.indices.map { cause in
      "cause \(cause): \(PrintedNumber.count(table.eventCount(cause: cause), "event")), "
        + "incidence \(PrintedNumber.text(cumulativeIncidence[cause].last ?? 0))"
    }
    return "AalenJohansen: n \(table.subjectCount); " + causes.joined(separator: "; ")
  }
}

extension WeightedAalenJohansen: CustomStringConvertible {
  /// The incidence of each cause at the end.
  public var description: String {
    let causes = cumulativeIncidence.indices.map { cause in
      "cause \(cause): incidence \(PrintedNumber.text(cumulativeIncidence[cause].last ?? 0))"
    }
    return "WeightedAalenJohansen: weight \(PrintedNumber.text(atRisk.max() ?? 0)); "
      + causes.joined(separator: "; ")
  }
}

extension NelsonAalen: CustomStringConvertible {
  /// How many subjects and events, and the cumulative hazard at the end.
  public var description: String {
    "NelsonAalen: n \(table.subjectCount), \(PrintedNumber.count(table.eventCount, "event")), "
      + "cumulative hazard \(PrintedNumber.text(cumulativeHazard.last ?? 0))"
  }
}

extension FollowUp: CustomStringConvertible {
  /// The median by reverse Kaplan–Meier, and the range observed.
  public var description: String {
    "FollowUp: median \(median), observed \(PrintedNumber.text(minimum)) to \(PrintedNumber.text(maximum))"
  }
}

extension RestrictedMean: CustomStringConvertible {
  /// The mean with its interval, and the horizon.
  public var description: String {
    let limits = interval()
    return
      "mean up to \(PrintedNumber.text(horizon)): \(PrintedNumber.text(value, limits.lower, limits.upper))"
  }
}

extension ProbabilityDifference: CustomStringConvertible {
  /// The difference with its interval and P.
  public var description: String {
    let limits = interval()
    return
      "difference \(PrintedNumber.text(value, limits.lower, limits.upper)), \(PrintedNumber.pValue(pValue))"
  }
}

extension RestrictedMeanDifference: CustomStringConvertible {
  /// The difference with its interval and P.
  public var description: String {
    let limits = interval()
    return "difference up to \(PrintedNumber.text(horizon)): "
      + "\(PrintedNumber.text(value, limits.lower, limits.upper)), \(PrintedNumber.pValue(pValue))"
  }
}

extension ProbabilityEstimate: CustomStringConvertible {
  /// The estimate with its interval.
  public var description: String {
    interval.map { "\(PrintedNumber.text(value)) \($0)" } ?? PrintedNumber.text(value)
  }
}

extension ConfidenceInterval: CustomStringConvertible {
  /// `(0.29 to 0.93)`.
  public var description: String { "(\(PrintedNumber.text(lower)) to \(PrintedNumber.text(upper)))" }
}

extension PredictedSurvival: CustomStringConvertible {
  /// The number of failure times, and survival at the last.
  public var description: String {
    "PredictedSurvival: \(PrintedNumber.count(times.count, "failure time")), "
      + "survival \(PrintedNumber.text(survival.last ?? 1)) at the end"
  }
}
