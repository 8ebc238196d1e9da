internal import CRmath

/// Tail probabilities and quantiles, from the R mathematics library: the same digits as R.
///
/// Only functions without hidden state are called, so they may be used from several threads at once.
enum TailProbability {
  /// The probability that χ² with so many degrees of freedom exceeds a value.
  static func chiSquared(above value: Double, degreesOfFreedom: Int) -> Double {
    pchisq(value, Double(degreesOfFreedom), 0, 0)
  }

  /// The probability that a standard normal variate exceeds a value.
  static func normal(above value: Double) -> Double { pnorm5(value, 0, 1, 0, 0) }

  /// The probability that a standard normal variate is further from zero than a value.
  static func normal(beyond value: Double) -> Double { 2 * pnorm5(-value.magnitude, 0, 1, 1, 0) }

  /// The density of the standard normal distribution.
  static func normalDensity(_ value: Double) -> Double { dnorm4(value, 0, 1, 0) }

  /// The value below which a standard normal variate stays with a probability.
  static func normalQuantile(_ probability: Double) -> Double { qnorm5(probability, 0, 1, 1, 0) }

  /// The probability that Student's t is further from zero than a value.
  static func student(beyond value: Double, degreesOfFreedom: Double) -> Double {
    2 * pt(value.magnitude, degreesOfFreedom, 0, 0)
  }

  /// The half-width of a two-sided normal interval in standard errors: 1.96 for 0.95.
  static func normalMultiplier(level: Double) -> Double {
    precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
    return normalQuantile(1 - (1 - level) / 2)
  }
}
