internal import Foundation

/// A Cox regression on one factor, fitted to the event tables of its levels.
///
/// Everybody of one level has the same hazard, so the numbers at risk and failing at each time are all that the partial
/// likelihood needs: nobody's rows are looked at. The first table is the reference; ties are Efron's. The numbers are
/// those of ``CoxModel`` on the rows that the tables count, late entries included.
///
/// ```swift
/// let tables = [
///   try EventTable([.event(at: 1), .event(at: 4), .censored(at: 5)]),
///   try EventTable([.event(at: 2), .event(at: 3), .censored(at: 6)]),
/// ]
/// for coefficient in CoxFactorModel(tables, names: ["B"]).coefficients { print(coefficient) }
/// // B: HR 1.072 (95% CI 0.1454 to 7.897), P 0.946
/// ```
public struct CoxFactorModel: Equatable, Sendable {
  /// How the search for the coefficients ended; only a converged model has any.
  public let outcome: RegressionOutcome
  /// One for each table but the first; empty unless converged.
  public let coefficients: [CoefficientEstimate]
  /// Log partial likelihood with all coefficients zero, and at its maximum; `nil` without failures or a maximum.
  public let nullLogLikelihood: Double?
  public let logLikelihood: Double?

  /// Fits the model; failures from all causes are the event.
  ///
  /// Times of different tables are compared exactly: count all levels together, so that near-equal ones are merged.
  ///
  /// - Parameters:
  ///   - tables: one a level, the reference first, each with somebody in it.
  ///   - names: of the levels but the first.
  /// - Complexity: O(*u* *g*) once and O(*u* *g* + *d* *g*²) an iteration, for *u* distinct times, *d* failures and *g*
  ///   levels.
  public init(_ tables: [EventTable], names: [String]) {
    precondition(names.count == tables.count - 1, "a name for each level but the reference")
    let likelihood = FactorLikelihood(tables)
    let events = tables.reduce(0) { $0 + $1.eventCount }
    let fit = NewtonRaphson(columnCount: names.count, informationScale: Double(events)) {
      likelihood.point(at: $0)
    }
    let term = ModelTerm(name: "", columns: names.indices, referenceLevel: nil)
    outcome = RegressionRows.outcome(fit.outcome, eventCount: events, terms: [term])
    nullLogLikelihood = events == 0 ? nil : fit.null.logLikelihood
    logLikelihood = outcome.isConverged ? fit.point.logLikelihood : nil
    coefficients =
      outcome.isConverged
      ? fit.variance.map {
        CoefficientEstimate.estimates(names: names, coefficients: fit.coefficients, variance: $0)
      } ?? [] : []
  }
}

/// The partial likelihood of log hazard ratios against the first of some levels.
private struct FactorLikelihood {
  private let levelCount: Int
  /// At each time at which somebody fails, how many are at risk and how many fail in each level.
  private var atRisk: [Double] = []
  private var failing: [Double] = []
  /// How many fail at each of these times.
  private var failures: [Int] = []
  private var failuresByLevel: [Double]

  init(_ tables: [EventTable]) {
    levelCount = tables.count
    failuresByLevel = tables.map { Double($0.eventCount) }
    var walk = SynchronizedTables(tables)
    while walk.next() != nil {
      let events = tables.indices.reduce(0) { $0 + walk.eventsOfAnyCause($1) }
      guard events > 0 else { continue }
      failures.append(events)
      for level in tables.indices {
        atRisk.append(Double(walk.atRisk(level)))
        failing.append(Double(walk.eventsOfAnyCause(level)))
      }
    }
  }

  func point(at coefficients: [Double]) -> LikelihoodPoint {
    let free = levelCount - 1
    let shift = max(0, coefficients.max() ?? 0)
    let hazards = [exp(-shift)] + coefficients.map { exp($0 - shift) }
    var logLikelihood = CompensatedSum()
    var score = coefficients.indices.map { CompensatedSum(failuresByLevel[$0 + 1]) }
    var information = [CompensatedSum](repeating: CompensatedSum(), count: free * (free + 1) / 2)
    for level in 0..<levelCount {
      let predictor = (level == 0 ? 0 : coefficients[level - 1]) - shift
      logLikelihood += failuresByLevel[level] * predictor
    }
    var step = FailureStep(free: free)
    var first = 0
    for count in failures {
      step.compute(hazards, atRisk, failing, first, count)
      logLikelihood += -step.logWeights
      for column in 0..<free { score[column] += -step.shares[column] }
      for index in information.indices { information[index] += step.covariances[index] }
      first += levelCount
    }
    return LikelihoodPoint(
      logLikelihood: logLikelihood.value, score: score.map(\.value),
      information: SymmetricMatrix(lowerTriangle: information.map(\.value), order: free))
  }

  /// What one failure time adds: for its *l*-th failure Efron counts those who fail as 1 − l/d at risk.
  private struct FailureStep {
    private(set) var logWeights = 0.0
    /// Σ of the share of each level but the first in the hazard at risk, one term a failure.
    private(set) var shares: [Double]
    /// Σ of the covariances of belonging to them, packed by rows of the lower triangle.
    private(set) var covariances: [Double]
    private var share: [Double]

    init(free: Int) {
      shares = Array(repeating: 0, count: free)
      share = shares
      covariances = Array(repeating: 0, count: free * (free + 1) / 2)
    }

    /// - Parameter first: where the levels of the time begin in the counts.
    mutating func compute(
      _ hazards: [Double], _ atRisk: [Double], _ failing: [Double], _ first: Int, _ failures: Int
    ) {
      logWeights = 0
      for index in shares.indices { shares[index] = 0 }
      for index in covariances.indices { covariances[index] = 0 }
      for failure in 0..<failures {
        let removed = Double(failure) / Double(failures)
        var weight = 0.0
        for level in hazards.indices {
          weight += hazards[level] * (atRisk[first + level] - removed * failing[first + level])
        }
        logWeights += log(weight)
        var packed = 0
        for row in shares.indices {
          let left = atRisk[first + row + 1] - removed * failing[first + row + 1]
          share[row] = hazards[row + 1] * left / weight
          shares[row] += share[row]
          for column in 0..<row {
            covariances[packed] -= share[row] * share[column]
            packed += 1
          }
          covariances[packed] += share[row] * (1 - share[row])
          packed += 1
        }
      }
    }
  }
}
