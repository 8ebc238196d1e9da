import CohortModel
package import SurvivalStatistics

/// How arms differ, beside the test of all of them and the difference at the reading time.
package struct ArmEffects: Equatable, Sendable {
  /// An arm against the reference.
  package struct Comparison: Equatable, Sendable {
    /// Places among the arms.
    package var arm: Int
    package var reference: Int
    /// The cause that events are of, by its place; `nil` for survival.
    package var cause: Int?
    /// Of hazards by Cox's model with Efron's ties; of the subdistribution's hazards by Fine and Gray's for a cause.
    package var ratio: RatioEstimate?
    package var whyNoRatio: Univariable.NoRatio?
    /// Whether the ratio changes with time: scaled Schoenfeld residuals against 1 − KM of everybody, for this arm and
    /// the reference alone; `nil` for a cause, and without a ratio.
    package var proportionality: ChiSquaredResult?
    /// To the reading time or, where an arm ends before it, to the end of its follow-up; `nil` for a cause.
    package var restrictedMean: RestrictedMeanDifference?

    package var model: RegressionKind { cause == nil ? .cox : .fineGray }
  }

  /// Two arms tested by themselves, P adjusted by Holm over all pairs of the cause.
  package struct Pair: Equatable, Sendable {
    package var first: Int
    package var second: Int
    package var cause: Int?
    package var result: ChiSquaredResult
    package var holm: Double?
  }

  /// Another test of all arms.
  package struct Weighted: Equatable, Sendable {
    /// `Gehan–Breslow`, `trend`.
    package var name: String
    package var result: ChiSquaredResult
  }

  package let comparisons: [Comparison]
  /// None for fewer than three arms with patients.
  package let pairs: [Pair]
  /// Weighted log-rank tests, and the trend where the arms are ordered; none for causes.
  package let weighted: [Weighted]

  /// Nothing is compared where something is known only later: those ratios would need its own clock.
  ///
  /// - Parameter isOrdered: whether the arms have an order, so that a trend means something.
  /// - Complexity: that of regressions on one factor, and for pairs of arms that of a test each.
  init(_ curves: Curves, isOrdered: Bool) throws {
    let isShown = curves.question.arms != nil && curves.lateness == nil
    let present = !isShown ? [] : curves.arms.indices.filter { curves.arms[$0].patientCount > 0 }
    let tables = present.map { curves.arms[$0].table }
    let tested = curves.endpoint.isTakenApart ? [nil] + curves.causes.filter { $0 != nil } : curves.causes
    guard present.count > 1 else {
      (comparisons, pairs, weighted) = ([], [], [])
      return
    }
    var (comparisons, pairs) = ([Comparison](), [Pair]())
    for cause in tested
    where cause != nil || curves.endpoint.kind == .survival || curves.endpoint.isTakenApart {
      try Task.checkCancellation()
      for place in tables.indices.dropFirst() {
        var one = Comparison(arm: present[place], reference: present[0], cause: cause)
        try one.fit(tables[place], against: tables[0])
        if cause == nil {
          one.restrictedMean = Self.restrictedMean(tables[place], tables[0], at: curves.readingTime)
        }
        comparisons.append(one)
      }
      try Self.setRatios(&comparisons, cause, tables, curves)
      guard present.count > 2 else { continue }
      let found =
        cause.map { PairwiseComparison.gray(strata: [tables], cause: $0) }
        ?? PairwiseComparison.logRank(strata: [tables])
      pairs += found.map {
        Pair(
          first: present[$0.first], second: present[$0.second], cause: cause, result: $0.result,
          holm: $0.adjustedPValue)
      }
    }
    (self.comparisons, self.pairs) = (comparisons, pairs)
    weighted = curves.endpoint.kind == .survival ? Self.weighted(tables, isOrdered: isOrdered) : []
  }

  /// To the reading time, but never past an arm's follow-up.
  private static func restrictedMean(
    _ arm: EventTable, _ reference: EventTable, at time: Double?
  ) -> RestrictedMeanDifference? {
    guard let one = arm.lastTime, let other = reference.lastTime else { return nil }
    let horizon = min(time ?? .infinity, one, other)
    guard let mean = KaplanMeier(arm).restrictedMean(to: horizon),
      let against = KaplanMeier(reference).restrictedMean(to: horizon)
    else { return nil }
    return RestrictedMeanDifference(mean, minus: against)
  }

  /// The ratios of one model of all arms.
  private static func setRatios(
    _ comparisons: inout [Comparison], _ cause: Int?, _ tables: [EventTable], _ curves: Curves
  ) throws {
    let places = comparisons.indices.filter { comparisons[$0].cause == cause }
    let names = curves.arms.filter { $0.patientCount > 0 }.map { $0.name ?? "" }
    let empty = zip(tables, names).filter { table, _ in
      (cause.map { table.eventCount(cause: $0) } ?? table.eventCount) == 0
    }
    var why: Univariable.NoRatio?
    if !empty.isEmpty {
      why = .noEvents(levels: empty.map(\.1))
    } else if cause != nil, tables.contains(where: { $0.entered.contains { $0 > 0 } }) {
      why = .delayedEntry
    } else {
      let regression = TableRegression(tables, reference: 0)
      let (estimates, outcome) =
        try cause.map { try regression.fineGray(cause: $0) } ?? regression.cox()
      if outcome.isConverged {
        for (place, estimate) in zip(places, estimates) { comparisons[place].ratio = estimate }
      } else {
        why = Univariable.NoRatio(outcome)
      }
    }
    for place in places where why != nil {
      (comparisons[place].whyNoRatio, comparisons[place].proportionality) = (why, nil)
    }
  }

  private static func weighted(_ tables: [EventTable], isOrdered: Bool) -> [Weighted] {
    let weights: [(String, LogRankWeights)] = [
      ("Gehan-Breslow", .gehanBreslow), ("Tarone-Ware", .taroneWare), ("Peto-Peto", .petoPeto),
      ("Fleming-Harrington(1,0)", .flemingHarrington(p: 1, q: 0)),
      ("Fleming-Harrington(0,1)", .flemingHarrington(p: 0, q: 1)),
    ]
    let tests = weights.map { Weighted(name: $0.0, result: LogRankTest(tables, weights: $0.1).result) }
    return isOrdered && tables.count > 2
      ? tests + [Weighted(name: "log-rank trend", result: LogRankTest(tables).trend())] : tests
  }
}

extension ArmEffects.Comparison {
  /// Whether the hazards of two arms stay in proportion, from a model of them alone.
  fileprivate mutating func fit(_ table: EventTable, against reference: EventTable) throws {
    guard cause == nil, table.eventCount > 0, reference.eventCount > 0 else { return }
    proportionality = try TableRegression([reference, table], reference: 0).proportionality()
  }
}

extension Analyst {
  /// How the arms of some curves differ; nothing without arms.
  package nonisolated func effects(_ curves: Curves) async throws -> ArmEffects {
    let variable = curves.question.arms.flatMap { schema.variable($0.variable) }
    return try ArmEffects(curves, isOrdered: variable.map { $0.kind == .ordered || $0.isNumeric } ?? false)
  }
}
