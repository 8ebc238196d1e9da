internal import Foundation

/// One estimated coefficient of a hazard regression.
///
/// ```swift
/// let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
/// let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0])], rowCount: 4)
/// for coefficient in try CoxModel(data, design: design).coefficients { print(coefficient) }
/// // x: HR 2.562 (95% CI 0.2253 to 29.12), P 0.448
/// ```
public struct CoefficientEstimate: Equatable, Sendable {
  /// The column: the variable's name, or `VARIABLE=LEVEL`.
  public let name: String
  /// The log hazard ratio for one unit more, or against the reference level.
  public let coefficient: Double
  /// Its standard error; the robust one where that was asked for.
  public let standardError: Double

  /// Coefficient over standard error.
  public var zStatistic: Double { coefficient / standardError }

  /// The two-sided P value of no effect (Wald).
  public var pValue: Double { TailProbability.normal(beyond: zStatistic) }

  /// The hazard ratio (in a Fine–Gray model, the subdistribution hazard ratio).
  public var hazardRatio: Double { exp(coefficient) }

  /// The confidence interval of the hazard ratio: exp(coefficient ± z·se); a limit may be infinite.
  public func hazardRatioInterval(level: Double = 0.95) -> ConfidenceInterval {
    let margin = TailProbability.normalMultiplier(level: level) * standardError
    return ConfidenceInterval(lower: exp(coefficient - margin), upper: exp(coefficient + margin))
  }

  static func estimates(
    names: [String], coefficients: [Double], variance: SymmetricMatrix
  ) -> [CoefficientEstimate] {
    names.indices.map {
      CoefficientEstimate(
        name: names[$0], coefficient: coefficients[$0], standardError: variance[$0, $0].squareRoot())
    }
  }
}
