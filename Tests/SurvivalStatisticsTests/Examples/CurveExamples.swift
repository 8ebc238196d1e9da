import SurvivalStatistics

/// The examples of the documentation comments, a function for each type.
enum CurveExamples {
  static func kaplanMeier(_ print: Printer) throws {
    let curve = KaplanMeier(
      try EventTable([.event(at: 6), .censored(at: 7), .event(at: 10), .event(at: 13), .censored(at: 20)]))
    print(curve)
    print(curve.survival)
    if let survival = curve.estimate(at: 12) { print(survival) }
  }

  static func nelsonAalen(_ print: Printer) throws {
    let hazard = NelsonAalen(try EventTable([.event(at: 1), .event(at: 2), .censored(at: 3), .event(at: 4)]))
    print(hazard)
    print(hazard.cumulativeHazard)
  }

  static func aalenJohansen(_ print: Printer) throws {
    let estimates = AalenJohansen(
      try EventTable([.event(at: 1), .event(at: 2, cause: 1), .censored(at: 3), .event(at: 4)]))
    print(estimates)
    print(estimates.cumulativeIncidence[0])
  }

  static func incidenceVariance(_ print: Printer) throws {
    let table = try EventTable([.event(at: 1), .event(at: 2, cause: 1), .event(at: 3), .censored(at: 4)])
    for variance in IncidenceVariance.allCases {
      if let estimate = AalenJohansen(table, variance: variance).estimate(at: 3, cause: 0) { print(estimate) }
    }
  }

  static func followUp(_ print: Printer) throws {
    print(try FollowUp([.event(at: 2), .censored(at: 9), .censored(at: 12), .censored(at: 20)]))
  }

  static func restrictedMean(_ print: Printer) throws {
    let curve = KaplanMeier(
      try EventTable([.event(at: 1), .event(at: 4), .censored(at: 6), .censored(at: 8)]))
    if let mean = curve.restrictedMean(to: 6) { print(mean) }
  }

  static func restrictedMeanDifference(_ print: Printer) throws {
    let (first, second) = (
      KaplanMeier(try EventTable([.event(at: 4), .event(at: 5), .censored(at: 6)])),
      KaplanMeier(try EventTable([.event(at: 1), .event(at: 2), .censored(at: 6)]))
    )
    if let longer = first.restrictedMean(to: 6), let shorter = second.restrictedMean(to: 6),
      let difference = RestrictedMeanDifference(longer, minus: shorter)
    {
      print(difference)
    }
  }

  static func probabilityDifference(_ print: Printer) throws {
    let treated = ProbabilityEstimate(value: 0.75, standardError: 0.06, interval: nil)
    let control = ProbabilityEstimate(value: 0.5, standardError: 0.08, interval: nil)
    let difference = ProbabilityDifference(treated, minus: control)
    print(difference)
  }

  static func probabilityEstimate(_ print: Printer) throws {
    let curve = KaplanMeier(try EventTable([.event(at: 1), .event(at: 4), .censored(at: 6)]))
    if let survival = curve.estimate(at: 4, transform: .log) {
      print(survival)
      print(survival.value)
    }
  }

  static func confidenceInterval(_ print: Printer) throws {
    print(ConfidenceInterval(lower: 0.25, upper: 0.5))
  }

  static func confidenceBand(_ print: Printer) throws {
    let curve = KaplanMeier(try EventTable([.event(at: 1), .event(at: 4), .censored(at: 6), .event(at: 7)]))
    for limit in curve.band(transform: .plain).lower.compactMap(\.self) {
      print((limit * 1000).rounded() / 1000)
    }
  }

  static func confidenceTransform(_ print: Printer) throws {
    let curve = KaplanMeier(try EventTable([.event(at: 1), .event(at: 4), .censored(at: 6), .event(at: 7)]))
    for transform in ConfidenceTransform.allCases {
      if let interval = curve.estimate(at: 5, transform: transform)?.interval { print(interval) }
    }
  }

  static func quantileEstimate(_ print: Printer) throws {
    let curve = KaplanMeier(try EventTable([.event(at: 1), .event(at: 4), .censored(at: 6), .event(at: 7)]))
    print(curve.quantile(0.25))
    print(curve.quantile(0.75))
  }

  static func quantileRule(_ print: Printer) throws {
    let curve = KaplanMeier(try EventTable([.event(at: 1), .event(at: 2), .event(at: 6), .censored(at: 9)]))
    print(curve.quantile(0.5).time == 4)
    print(curve.quantile(0.5, rule: .strictlyBelow).time == 6)
  }

  static func beyondFollowUp(_ print: Printer) throws {
    let curve = KaplanMeier(try EventTable([.event(at: 1), .censored(at: 6)]))
    print(curve.survival(at: 12) == nil)
    print(curve.survival(at: 12, beyond: .carryForward) == 0.5)
  }
}
