/// A log-likelihood with its first two derivatives at one set of coefficients.
struct LikelihoodPoint: Equatable, Sendable {
  var logLikelihood: Double
  /// First derivatives.
  var score: [Double]
  /// Negative second derivatives.
  var information: SymmetricMatrix
}
