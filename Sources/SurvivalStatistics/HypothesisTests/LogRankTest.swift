/// The log-rank test and its weighted and stratified relatives, for two or more groups.
///
/// At each failure time of each stratum, the failures of a group are compared with its share of all failures
/// at that time, with the hypergeometric variance; the differences are weighted, then summed over times and
/// strata. Failures from all causes of the tables are the event. Groups without any expected failure leave
/// the test, and its degrees of freedom.
///
/// ```swift
/// let data = try SurvivalData([
///   .event(at: 1), .event(at: 2), .censored(at: 3), .event(at: 4), .event(at: 5), .censored(at: 6),
/// ])
/// let test = try LogRankTest(data, groups: [0, 0, 1, 0, 1, 1])
/// print(test)
/// // LogRankTest: observed 3, 1, expected 1.233, 2.767; χ² 4.382 on 1 df, P 0.036
/// ```
///
/// - SeeAlso: Kalbfleisch & Prentice (2002), *The Statistical Analysis of Failure Time Data*, section 1.4;
///   Tarone & Ware (1977), Biometrika 64: 156–160; Harrington & Fleming (1982), Biometrika 69: 553–566.
public struct LogRankTest: Equatable, Sendable {
  /// How the failure times were weighted.
  public let weights: LogRankWeights
  /// Failures observed in each group, unweighted.
  public let observed: [Int]
  /// Failures expected in each group if all had the same hazard, unweighted.
  public let expected: [Double]
  /// Weighted sum of observed − expected of each group; the sum over groups is zero.
  public let differences: [Double]
  /// Variance matrix of ``differences``.
  public let variance: SymmetricMatrix
  /// Statistic, degrees of freedom and P, or why there are none.
  public let result: ChiSquaredResult

  /// The χ² statistic; `nil` when it is undefined.
  public var statistic: Double? { result.statistic }
  /// Groups in the test less one; `nil` when the statistic is undefined.
  public var degreesOfFreedom: Int? { result.degreesOfFreedom }
  /// The P value; `nil` when the statistic is undefined.
  public var pValue: Double? { result.pValue }

  /// Compares the groups of one cohort.
  ///
  /// - Parameters:
  ///   - groups: one table a group.
  ///   - weights: how much each failure time counts.
  public init(_ groups: [EventTable], weights: LogRankWeights = .logRank) {
    self.init(strata: [groups], weights: weights)
  }

  /// Compares groups within strata.
  ///
  /// Times of different tables are compared exactly: count all groups together, so that near-equal ones are
  /// merged.
  ///
  /// - Parameters:
  ///   - strata: for each stratum, one table a group, in the same order; a group that a stratum lacks has an
  ///     empty table.
  ///   - weights: how much each failure time counts; survival in it is that of the stratum.
  ///
  /// - Complexity: O(*u* *g*²) for *u* distinct times in all strata and *g* groups.
  public init(strata: [[EventTable]], weights: LogRankWeights = .logRank) {
    let groupCount = strata.first?.count ?? 0
    precondition(strata.allSatisfy { $0.count == groupCount }, "the same groups in every stratum")
    var sums = Sums(groupCount: groupCount)
    for groups in strata { sums.add(groups, weights) }
    self.weights = weights
    (observed, expected) = (sums.observed, sums.expected)
    (differences, variance) = (sums.differences, sums.variance)
    result = Self.result(sums)
  }

  /// Compares groups of subjects, near-equal times being merged over all of them.
  ///
  /// - Parameters:
  ///   - data: the rows; failures from all causes are the event.
  ///   - groups: the group of each row, from 0.
  ///   - strata: the stratum of each row, from 0; empty for a single one.
  ///   - weights: how much each failure time counts.
  /// - Throws: ``SurvivalDataError`` when the columns differ in length or there is no such group or stratum.
  /// - Complexity: O(*n* + *u* *s* *g*²) for *n* rows, *u* distinct times, *s* strata and *g* groups.
  public init(
    _ data: SurvivalData, groups: [Int], strata: [Int] = [], weights: LogRankWeights = .logRank
  ) throws(SurvivalDataError) {
    self.init(strata: try EventTable.strata(data, groups: groups, strata: strata), weights: weights)
  }

  /// The test for a trend over ordered groups.
  ///
  /// The statistic is (Σ aᵢUᵢ)²/(a′Va) with one degree of freedom. Groups without expectation contribute
  /// nothing.
  ///
  /// - Parameter scores: the score of each group; by default 1, 2, 3, … in the order given.
  /// - Returns: the statistic with its P value; undefined where the test itself has no events or groups.
  /// - SeeAlso: Tarone (1975), Biometrika 62: 679–682.
  public func trend(scores: [Double]? = nil) -> ChiSquaredResult {
    let scores = scores ?? observed.indices.map { Double($0 + 1) }
    precondition(scores.count == observed.count, "one score a group")
    if let undefined = result.undefined, undefined != .noVariance { return .undefined(undefined) }
    let spread = variance.quadraticForm(scores)
    let scale = variance.quadraticForm(scores.map(\.magnitude))
    guard spread > Cholesky.singularityTolerance * scale else { return .undefined(.noVariance) }
    let slope = CompensatedSum.of(scores.indices.lazy.map { scores[$0] * differences[$0] })
    return .value(statistic: slope * slope / spread, degreesOfFreedom: 1)
  }

  private static func result(_ sums: Sums) -> ChiSquaredResult {
    guard sums.observed.contains(where: { $0 > 0 }) else { return .undefined(.noEvents) }
    let compared = sums.expected.indices.filter { sums.expected[$0] > 0 }
    guard compared.count > 1 else { return .undefined(.fewerThanTwoGroups) }
    // The differences add up to zero, so one of them is left out; which one does not matter.
    let free = Array(compared.dropFirst())
    guard let factor = Cholesky(sums.variance.restricted(to: free)) else { return .undefined(.noVariance) }
    return .value(
      statistic: factor.inverseQuadraticForm(free.map { sums.differences[$0] }), degreesOfFreedom: free.count)
  }
}

/// Observed, expected and variance, summed over times and strata.
private struct Sums {
  var observed: [Int]
  var expected: [Double]
  var differences: [Double]
  var variance: SymmetricMatrix

  init(groupCount: Int) {
    observed = Array(repeating: 0, count: groupCount)
    expected = Array(repeating: 0, count: groupCount)
    differences = expected
    variance = SymmetricMatrix(order: groupCount)
  }

  mutating func add(_ groups: [EventTable], _ weights: LogRankWeights) {
    var walk = SynchronizedTables(groups)
    var (survival, peto) = (1.0, 1.0)
    while walk.next() != nil {
      var (atRisk, failing) = (0, 0)
      for group in groups.indices {
        atRisk += walk.atRisk(group)
        failing += walk.eventsOfAnyCause(group)
      }
      guard failing > 0 else { continue }
      let (n, d) = (Double(atRisk), Double(failing))
      peto *= 1 - d / (n + 1)
      add(walk, n, d, weight: weights.weight(atRisk: n, before: survival, peto: peto))
      survival *= Double(atRisk - failing) / n
    }
  }

  private mutating func add(_ walk: SynchronizedTables, _ n: Double, _ d: Double, weight: Double) {
    let spread = n > 1 ? weight * weight * d * (n - d) / (n - 1) : 0
    for group in observed.indices {
      let (share, failing) = (Double(walk.atRisk(group)) / n, walk.eventsOfAnyCause(group))
      observed[group] += failing
      expected[group] += d * share
      differences[group] += weight * (Double(failing) - d * share)
      guard share > 0, spread > 0 else { continue }
      for other in 0..<group { variance[group, other] -= spread * share * Double(walk.atRisk(other)) / n }
      variance[group, group] += spread * share * (1 - share)
    }
  }
}
