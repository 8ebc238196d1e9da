/// Gray's test for equal cumulative incidence of one cause in two or more groups.
///
/// It compares subdistribution hazards with the weight (1 − F₀(t−))^ρ, F₀ being the pooled cumulative
/// incidence. Groups without subjects leave the test. The numbers are those of R's `cmprsk::cuminc`; unlike
/// it, a stratum may lack a group, and entry may be delayed.
///
/// ```swift
/// let data = try SurvivalData([
///   .event(at: 1), .event(at: 2), .event(at: 3, cause: 1), .event(at: 4), .event(at: 5), .censored(at: 6),
/// ])
/// print(try GrayTest(data, groups: [0, 0, 1, 0, 1, 1], cause: 0))
/// // GrayTest of cause 0: χ² 4.717 on 1 df, P 0.030
/// ```
///
/// - SeeAlso: Gray (1988), Annals of Statistics 16: 1141–1154.
public struct GrayTest: Equatable, Sendable {
  /// Position in the tables of the cause compared.
  public let cause: Int
  /// Exponent of the weight.
  public let rho: Double
  /// Score of each group: weighted sum of observed − expected failures from the cause.
  public let scores: [Double]
  /// Variance matrix of ``scores``.
  public let variance: SymmetricMatrix
  /// Statistic, degrees of freedom and P, or why there are none.
  public let result: ChiSquaredResult

  /// The χ² statistic; `nil` when it is undefined.
  public var statistic: Double? { result.statistic }
  /// Groups with subjects less one; `nil` when the statistic is undefined.
  public var degreesOfFreedom: Int? { result.degreesOfFreedom }
  /// The P value; `nil` when the statistic is undefined.
  public var pValue: Double? { result.pValue }

  /// Compares the groups of one cohort.
  ///
  /// - Parameters:
  ///   - groups: one table a group, telling the same causes apart.
  ///   - cause: position of the cause compared.
  ///   - rho: exponent of the weight.
  public init(_ groups: [EventTable], cause: Int, rho: Double = 0) {
    self.init(strata: [groups], cause: cause, rho: rho)
  }

  /// Compares groups of subjects, near-equal times being merged over all of them.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - groups: the group of each row, from 0.
  ///   - cause: the cause compared.
  ///   - strata: the stratum of each row, from 0; empty for a single one.
  ///   - rho: exponent of the weight.
  /// - Throws: ``SurvivalDataError`` when the columns differ in length or there can be no such group, stratum or cause.
  public init(
    _ data: SurvivalData, groups: [Int], cause: Int = 0, strata: [Int] = [], rho: Double = 0
  ) throws(SurvivalDataError) {
    guard (0..<SurvivalData.mostCauses).contains(cause) else { throw .unknownCause(row: 0, cause: cause) }
    let tables = try EventTable.strata(
      data, groups: groups, strata: strata, causeCount: max(data.causeCount, cause + 1))
    self.init(strata: tables, cause: cause, rho: rho)
  }

  /// Compares groups within strata.
  ///
  /// Times of different tables are compared exactly: count all groups together, so that near-equal ones are
  /// merged.
  ///
  /// - Parameters:
  ///   - strata: for each stratum, one table a group, in the same order; a group that a stratum lacks has an
  ///     empty table.
  ///   - cause: position of the cause compared.
  ///   - rho: exponent of the weight.
  ///
  /// - Complexity: O(*u* *g*³) for *u* distinct times in all strata and *g* groups.
  public init(strata: [[EventTable]], cause: Int, rho: Double = 0) {
    let groupCount = strata.first?.count ?? 0
    precondition(strata.allSatisfy { $0.count == groupCount }, "the same groups in every stratum")
    var scores = [Double](repeating: 0, count: groupCount)
    var variance = SymmetricMatrix(order: groupCount)
    var eventCount = 0
    for groups in strata {
      var stratum = GrayStratum(groups, cause: cause, rho: rho)
      stratum.run()
      for group in scores.indices {
        scores[group] += stratum.scores[group]
        for other in 0...group { variance[group, other] += stratum.variance[group, other] }
      }
      eventCount += stratum.eventCount
    }
    (self.cause, self.rho, self.scores, self.variance) = (cause, rho, scores, variance)
    let present = (0..<groupCount).filter { group in strata.contains { $0[group].subjectCount > 0 } }
    if eventCount == 0 {
      result = .undefined(.noEvents)
    } else if present.count < 2 {
      result = .undefined(.fewerThanTwoGroups)
    } else if let factor = Cholesky(variance.restricted(to: present.dropLast())) {
      result = .value(
        statistic: factor.inverseQuadraticForm(present.dropLast().map { scores[$0] }),
        degreesOfFreedom: present.count - 1)
    } else {
      result = .undefined(.noVariance)
    }
  }
}
