internal import Analysis
internal import SurvivalStatistics

extension Answers {
  /// Writes down a χ² test: without a statistic it has no degrees of freedom either.
  mutating func set(_ part: String, _ result: ChiSquaredResult, statistic name: String = "chisq") {
    set(part + name, result.statistic)
    if let freedom = result.degreesOfFreedom { set(part + "df", freedom) }
    set(part + "p", result.pValue)
  }

  /// Says why a test has no answer.
  mutating func refuse(_ reason: UndefinedTest) {
    switch reason {
    case .noEvents: refuse(.noEvents, "nobody failed")
    case .fewerThanTwoGroups: refuse(.singleGroup, "fewer than two groups can be compared")
    case .noVariance:
      refuse(.noVariance, "all values are equal, or the groups were not at risk together")
    }
  }

  /// Writes down coefficients, with their ratio under the name that it has in the model.
  mutating func set(_ coefficients: [CoefficientEstimate], ratio: String) {
    for coefficient in coefficients {
      let part = coefficient.name + "/"
      let interval = coefficient.hazardRatioInterval()
      set(part + "coef", coefficient.coefficient)
      set(part + "se", coefficient.standardError)
      set(part + "z", coefficient.zStatistic)
      set(part + "p", coefficient.pValue)
      set(part + ratio, coefficient.hazardRatio)
      set(part + ratio + "_lower", interval.lower)
      set(part + ratio + "_upper", interval.upper)
    }
  }

  /// Says why a regression has no coefficients.
  mutating func refuse(_ obstacle: ModelObstacle) {
    func list(_ names: [String]) -> String { names.joined(separator: ", ") }
    switch obstacle {
    case .noEvents: refuse(.noEvents, "nobody failed")
    case .infiniteCoefficients(let columns):
      refuse(.infiniteCoefficient, "the likelihood keeps rising with the coefficient of \(list(columns))")
    case .dependentColumns(let columns):
      refuse(.collinear, "\(list(columns)) is constant, or a combination of the columns before")
    case .singleLevel(let variables):
      refuse(.collinear, "\(list(variables)) has one level only among the rows used")
    case .notConverged: refuse(.notConverged, "no maximum of the likelihood was found")
    case .delayedEntry: refuse(.delayedEntry, "the method is not defined for delayed entry")
    case .strata: refuse(.invalid, "the method is not defined for strata")
    case .noVariance:
      refuse(.noVariance, "the coefficients have no variance: nothing happens at more than one time")
    }
  }
}
