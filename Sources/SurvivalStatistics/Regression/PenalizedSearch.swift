internal import Foundation

/// The maximum of a partial likelihood with Firth's penalty, ℓ(β) + ½ log |I(β)|, all coefficients free or some fixed.
///
/// Steps solve the information for the penalised score and are halved until the penalised likelihood does not fall. The
/// penalty is always that of all columns, so that maxima with and without some of them can be compared.
struct PenalizedSearch<Likelihood: PartialLikelihood> {
  let likelihood: Likelihood

  /// A set of coefficients with what is known there.
  struct Point {
    var coefficients: [Double]
    var logLikelihood: Double
    var score: [Double]
    var information: SymmetricMatrix
    var variance: SymmetricMatrix
  }

  private static var iterationLimit: Int { 500 }
  private static var convergenceTolerance: Double { 1e-9 }
  /// A longer step, in standard deviations of a column, would leave the part of the likelihood that its curvature tells.
  private static var longestStep: Double { 2 }

  /// `nil` where the information is singular.
  func point(at coefficients: [Double]) -> Point? {
    let plain = likelihood.point(at: coefficients)
    guard plain.logLikelihood.isFinite, let factor = Cholesky(plain.information) else { return nil }
    let variance = factor.inverse
    let slope = likelihood.penaltyScore(at: coefficients, variance: variance)
    return Point(
      coefficients: coefficients, logLikelihood: plain.logLikelihood + factor.logDeterminant / 2,
      score: zip(plain.score, slope).map(+), information: plain.information, variance: variance)
  }

  /// The maximum over the free columns, the others staying where they start; `nil` where none was found.
  func maximum(from start: [Double], free: [Int]) -> Point? {
    guard var here = point(at: start) else { return nil }
    guard !free.isEmpty else { return here }
    for _ in 0..<Self.iterationLimit {
      guard !Task.isCancelled, let factor = Cholesky(here.information.restricted(to: free)) else {
        return nil
      }
      var step = factor.solve(free.map { here.score[$0] })
      let longest = step.map(\.magnitude).max() ?? 0
      if longest > Self.longestStep { step = step.map { $0 * Self.longestStep / longest } }
      let isSmall = zip(free, step).allSatisfy { column, change in
        change.magnitude <= Self.convergenceTolerance * max(1, here.coefficients[column].magnitude)
      }
      if isSmall { return here }
      guard let next = advance(from: here, free, step) else { return nil }
      here = next
    }
    return nil
  }

  private func advance(from here: Point, _ free: [Int], _ step: [Double]) -> Point? {
    let slack = 1e-12 * max(1, here.logLikelihood.magnitude)
    var fraction = 1.0
    for _ in 0..<40 {
      var candidate = here.coefficients
      for (column, change) in zip(free, step) { candidate[column] += fraction * change }
      if let next = point(at: candidate), next.logLikelihood >= here.logLikelihood - slack { return next }
      fraction /= 2
    }
    return nil
  }

  /// Where twice the loss in profile likelihood reaches a critical value as one coefficient grows or falls; infinite
  /// where it never does.
  ///
  /// - Parameters:
  ///   - direction: 1 for the upper limit, −1 for the lower.
  ///   - spread: a guess at the standard deviation of the coefficient.
  func profileLimit(
    of column: Int, around top: Point, direction: Double, spread: Double, critical: Double
  ) -> Double {
    let free = top.coefficients.indices.filter { $0 != column }
    let center = top.coefficients[column]
    var warm = top.coefficients
    func excess(_ value: Double) -> Double? {
      warm[column] = value
      guard let profile = maximum(from: warm, free: free) else { return nil }
      warm = profile.coefficients
      return 2 * (top.logLikelihood - profile.logLikelihood) - critical
    }
    let step = (critical.squareRoot() * spread).clamped(to: 1e-6...4)
    var (inner, innerExcess) = (center, -critical)
    var outer = center + direction * step
    var outerExcess: Double?
    for _ in 0..<80 {
      guard let value = excess(outer) else { return direction * .infinity }
      if value >= 0 {
        outerExcess = value
        break
      }
      (inner, innerExcess) = (outer, value)
      outer += direction * step
    }
    guard var outerExcess else { return direction * .infinity }
    // Secants by the square root of the loss, which is nearly straight; kept between the two by halving.
    for _ in 0..<100 {
      let (a, b) = ((innerExcess + critical).squareRoot(), (outerExcess + critical).squareRoot())
      let share = (critical.squareRoot() - a) / (b - a)
      let middle = inner + (outer - inner) * (share.isFinite ? min(max(share, 0.02), 0.98) : 0.5)
      guard let value = excess(middle) else { return direction * .infinity }
      if value.magnitude < 1e-9 || (outer - inner).magnitude < 1e-10 * max(1, middle.magnitude) {
        return middle
      }
      if value < 0 { (inner, innerExcess) = (middle, value) } else { (outer, outerExcess) = (middle, value) }
    }
    return (inner + outer) / 2
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    isFinite ? Swift.min(Swift.max(self, range.lowerBound), range.upperBound) : range.upperBound
  }
}
