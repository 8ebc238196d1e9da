/// The search for the maximum of a concave log-likelihood by Newton's method with step halving.
///
/// Columns are expected to be standardised, so that a step of 1e-10 is small.
struct NewtonRaphson: Sendable {
  /// The coefficients at the end.
  let coefficients: [Double]
  /// The likelihood at zero.
  let null: LikelihoodPoint
  /// The likelihood at ``coefficients``.
  let point: LikelihoodPoint
  /// The inverse of the information at ``coefficients``; `nil` unless converged.
  let variance: SymmetricMatrix?
  /// How the search ended.
  let outcome: RegressionOutcome

  private static let iterationLimit = 100
  /// A step smaller than this, relative to its coefficient or to 1, is no longer a change.
  private static let convergenceTolerance = 1e-9
  /// Iterations without any gain in likelihood after which coefficients that still move are taken to be
  /// infinite.
  private static let patience = 4

  /// Searches from zero.
  ///
  /// - Parameters:
  ///   - columnCount: number of coefficients.
  ///   - informationScale: what the information on one standardised column would be about; zero is judged
  ///     against it.
  ///   - isDone: whether to stop at a point before its step has become small; `nil` for never.
  ///   - likelihood: the likelihood at given coefficients.
  init(
    columnCount: Int, informationScale: Double, isDone: ((LikelihoodPoint, [Double]) -> Bool)? = nil,
    likelihood: ([Double]) -> LikelihoodPoint
  ) {
    var coefficients = [Double](repeating: 0, count: columnCount)
    let null = likelihood(coefficients)
    self.null = null
    var point = null
    let dependent = Cholesky.dependentColumns(of: null.information, scale: informationScale)
    guard dependent.isEmpty else {
      (self.coefficients, self.point, variance) = (coefficients, point, nil)
      outcome = .dependentColumns(dependent)
      return
    }
    var (step, idle) = ([Double](), 0)
    var outcome = RegressionOutcome.iterationLimit
    var factor = Cholesky(point.information)
    for iteration in 0..<Self.iterationLimit {
      // Whoever cancelled the task looks at no fit: it need only end soon.
      guard !Task.isCancelled, let current = factor else { break }
      step = current.solve(point.score)
      // Where the next step is as long as ever there is no maximum, however flat the likelihood has become.
      if let isDone, isDone(point, coefficients), Self.moving(coefficients, step, beyond: 0.01).isEmpty {
        outcome = .converged(iterations: iteration)
        break
      }
      if Self.moving(coefficients, step, beyond: Self.convergenceTolerance).isEmpty {
        // The step is too small to matter for the verdict, but not for the last digits.
        coefficients = coefficients.indices.map { coefficients[$0] + step[$0] }
        point = likelihood(coefficients)
        factor = Cholesky(point.information)
        outcome = .converged(iterations: iteration)
        break
      }
      guard let (next, taken) = Self.advance(from: point, coefficients, step, likelihood) else { break }
      let gain = next.logLikelihood - point.logLikelihood
      // Absolute near zero: with separation the likelihood itself may tend to zero.
      idle = gain > 1e-12 * max(1, point.logLikelihood.magnitude) ? 0 : idle + 1
      (coefficients, point) = (taken, next)
      if idle >= Self.patience { break }
      factor = Cholesky(point.information)
    }
    if outcome == .iterationLimit {
      let moving = Self.moving(coefficients, step, beyond: 1e-5)
      outcome =
        moving.isEmpty ? .converged(iterations: Self.iterationLimit) : .infiniteCoefficients(columns: moving)
    }
    variance = outcome.isConverged ? factor?.inverse : nil
    (self.coefficients, self.point) = (coefficients, point)
    self.outcome = outcome.isConverged && variance == nil ? .iterationLimit : outcome
  }

  /// The columns whose coefficient a step would change noticeably.
  private static func moving(_ coefficients: [Double], _ step: [Double], beyond tolerance: Double) -> [Int] {
    step.indices.filter { step[$0].magnitude > tolerance * max(1, coefficients[$0].magnitude) }
  }

  /// Takes a step, halving it until the likelihood does not fall; `nil` when no part of it helps.
  private static func advance(
    from point: LikelihoodPoint, _ coefficients: [Double], _ step: [Double],
    _ likelihood: ([Double]) -> LikelihoodPoint
  ) -> (LikelihoodPoint, [Double])? {
    let slack = 1e-12 * max(1, point.logLikelihood.magnitude)
    var fraction = 1.0
    for _ in 0..<40 {
      let candidate = coefficients.indices.map { coefficients[$0] + fraction * step[$0] }
      let next = likelihood(candidate)
      if next.logLikelihood.isFinite, next.logLikelihood >= point.logLikelihood - slack {
        return (next, candidate)
      }
      fraction /= 2
    }
    return nil
  }
}
