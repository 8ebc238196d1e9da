internal import Foundation
package import SurvivalStatistics

/// A ratio of hazards with the interval and the P value that belong to the way it was estimated.
package struct RatioEstimate: Equatable, Sendable {
  package enum Method: String, Equatable, Sendable {
    /// The maximum of the partial likelihood; interval and P by Wald.
    case wald
    /// Firth's penalised likelihood; profile interval, penalised likelihood-ratio P.
    case firth
  }

  package var method: Method
  /// The logarithm of the ratio.
  package var coefficient: Double
  package var standardError: Double
  /// 95 % limits of the ratio.
  package var interval: ConfidenceInterval
  /// Wald's z, or χ² of the penalised likelihood-ratio test.
  package var statistic: Double?
  package var pValue: Double?

  package var hazardRatio: Double { exp(coefficient) }

  package init(_ estimate: CoefficientEstimate) {
    (method, coefficient, standardError) = (.wald, estimate.coefficient, estimate.standardError)
    interval = estimate.hazardRatioInterval()
    (statistic, pValue) = (estimate.zStatistic, estimate.pValue)
  }

  package init(_ estimate: FirthModel.Coefficient) {
    (method, coefficient, standardError) = (.firth, estimate.coefficient, estimate.standardError)
    (interval, statistic, pValue) = (estimate.interval, estimate.test.statistic, estimate.test.pValue)
  }
}
