/// The outcome of a test whose statistic is compared with a χ² distribution.
///
/// ```swift
/// let result = ChiSquaredResult.value(statistic: 3.84, degreesOfFreedom: 1)
/// print(result)
/// // χ² 3.84 on 1 df, P 0.050
/// ```
public enum ChiSquaredResult: Equatable, Sendable {
  /// A statistic with its degrees of freedom.
  case value(statistic: Double, degreesOfFreedom: Int)
  /// No statistic, and why.
  case undefined(UndefinedTest)

  /// The statistic, if there is one.
  public var statistic: Double? {
    guard case .value(let statistic, _) = self else { return nil }
    return statistic
  }

  /// Its degrees of freedom, if there is one.
  public var degreesOfFreedom: Int? {
    guard case .value(_, let degreesOfFreedom) = self else { return nil }
    return degreesOfFreedom
  }

  /// The probability, under the hypothesis, of a statistic at least as large.
  public var pValue: Double? {
    guard case .value(let statistic, let degreesOfFreedom) = self else { return nil }
    return TailProbability.chiSquared(above: statistic, degreesOfFreedom: degreesOfFreedom)
  }

  /// Why there is no statistic, if there is none.
  public var undefined: UndefinedTest? {
    guard case .undefined(let reason) = self else { return nil }
    return reason
  }
}
