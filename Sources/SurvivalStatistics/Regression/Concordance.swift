/// How well a predictor orders survival times: the share of comparable pairs in which the higher risk fails
/// first.
///
/// A pair is comparable when one fails while the other is at risk and survives that time; two who fail at the
/// same time are not. Pairs tied in the predictor count one half, and pairs are formed within strata only.
///
/// ```swift
/// let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
/// print(try Concordance(data, predictors: [3, 1, 4, 2]))
/// // Concordance: 0.5 (SE 0.1667)
/// ```
///
/// - SeeAlso: Harrell, Lee & Mark (1996), Statistics in Medicine 15: 361–387; Therneau & Atkinson (2023),
///   *survival*, vignette "Concordance".
public struct Concordance: Equatable, Sendable {
  /// Pairs ordered as predicted: their number, or the sum of the products of their weights.
  public let concordant: Double
  /// Pairs ordered the other way.
  public let discordant: Double
  /// Comparable pairs with equal predictors.
  public let tied: Double
  /// (concordant + ½ tied)/all; `nil` without comparable pairs.
  public let value: Double?
  /// Its standard error by the infinitesimal jackknife; `nil` without comparable pairs.
  ///
  /// With frequencies, equal subjects count as independent.
  public let standardError: Double?

  /// Counts pairs of subjects; failures from all causes are the event.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - predictors: predicted risk of each row, higher meaning earlier failure.
  ///   - strata: the stratum of each row; empty for a single one.
  ///   - weights: what each row stands for; a pair counts as the product of its weights.
  /// - Throws: ``SurvivalDataError`` when the columns differ in length, a predictor is no number or a weight cannot be.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  public init(
    _ data: SurvivalData, predictors: [Double], strata: [Int] = [], weights: CaseWeights? = nil
  ) throws(SurvivalDataError) {
    try RegressionRows.validate(
      rowCount: data.count, [("predictor", predictors.count)], optional: [("stratum", strata.count)])
    try weights?.validate(rowCount: data.count)
    for row in predictors.indices where predictors[row].isNaN {
      throw .notFinite(column: "predictor", row: row)
    }
    let sets = CoxRiskSets(
      data.tied, isEvent: data.isEvent(cause: nil), strata: strata,
      design: StandardizedDesign(try DesignMatrix([], rowCount: data.count)), weights: weights)
    self.init(sets, predictors: sets.original.map { predictors[$0] })
  }

  /// Counts pairs.
  ///
  /// - Parameters:
  ///   - sets: rows in order of time within strata.
  ///   - predictors: predicted risk at each position, higher meaning earlier failure.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  init(_ sets: CoxRiskSets, predictors: [Double]) {
    var pairs = PairCounts(rowCount: predictors.count)
    let (ranks, rankCount) = Self.ranks(predictors)
    for range in sets.strata { pairs.count(sets, range, ranks: ranks, rankCount: rankCount) }
    // Every pair was counted once for each of its two rows.
    (concordant, discordant, tied) = (
      Self.total(pairs.concordant, sets) / 2, Self.total(pairs.discordant, sets) / 2,
      Self.total(pairs.tied, sets) / 2
    )
    let all = concordant + discordant + tied
    guard all > 0 else {
      (value, standardError) = (nil, nil)
      return
    }
    let share = (concordant + tied / 2) / all
    var variance = CompensatedSum()
    for row in predictors.indices {
      let own = pairs.concordant[row] + pairs.tied[row] / 2
      let comparable = pairs.concordant[row] + pairs.discordant[row] + pairs.tied[row]
      let (influence, weight) = ((own - share * comparable) / all, sets.weight(row))
      variance += influence * influence * (sets.areFrequencies ? weight : weight * weight)
    }
    (value, standardError) = (share, variance.value.squareRoot())
  }

  /// The place of each predictor among the distinct ones.
  private static func ranks(_ predictors: [Double]) -> (ranks: [Int], count: Int) {
    let order = predictors.indices.sorted { predictors[$0] < predictors[$1] }
    var (ranks, rank) = ([Int](repeating: 0, count: predictors.count), -1)
    for place in order.indices {
      if place == 0 || predictors[order[place]] != predictors[order[place - 1]] { rank += 1 }
      ranks[order[place]] = rank
    }
    return (ranks, rank + 1)
  }

  private static func total(_ pairs: [Double], _ sets: CoxRiskSets) -> Double {
    CompensatedSum.of(pairs.indices.lazy.map { pairs[$0] * sets.weight($0) })
  }
}

extension CoxModel {
  /// How well the model orders the times it was fitted to; `nil` unless it converged.
  public var concordance: Concordance? {
    guard outcome.isConverged else { return nil }
    return Concordance(
      likelihood.riskSets, predictors: likelihood.riskSets.linearPredictors(scaledCoefficients))
  }
}

/// Comparable pairs of each row: the weight of those it is paired with.
private struct PairCounts {
  var concordant: [Double]
  var discordant: [Double]
  var tied: [Double]

  init(rowCount: Int) {
    concordant = Array(repeating: 0, count: rowCount)
    (discordant, tied) = (concordant, concordant)
  }

  /// Goes through one stratum from the last time to the first.
  ///
  /// Rows that outlive a time are kept in one tree, failures met so far in another: a failure is compared
  /// with the first; a survivor with the failures that happened between its entry and its end, the difference
  /// of two readings.
  mutating func count(_ sets: CoxRiskSets, _ range: Range<Int>, ranks: [Int], rankCount: Int) {
    var survivors = RankCounts(rankCount: rankCount)
    var failures = RankCounts(rankCount: rankCount)
    var (position, leaving) = (range.lowerBound, range.lowerBound)
    while position < range.upperBound {
      let time = sets.times[position]
      while !sets.entryOrder.isEmpty, leaving < range.upperBound,
        sets.entries[sets.entryOrder[leaving]] >= time
      {
        let row = sets.entryOrder[leaving]
        survivors.add(-sets.weight(row), rank: ranks[row])
        compare(row, with: failures, ranks[row], sign: 1)
        leaving += 1
      }
      let first = position
      while position < range.upperBound, sets.times[position] == time { position += 1 }
      for row in first..<position where !sets.isEvent[row] {
        survivors.add(sets.weight(row), rank: ranks[row])
        compare(row, with: failures, ranks[row], sign: -1)
      }
      for row in first..<position where sets.isEvent[row] {
        let (lower, lowerOrEqual) = (survivors.below(ranks[row]), survivors.below(ranks[row] + 1))
        concordant[row] += lower
        tied[row] += lowerOrEqual - lower
        discordant[row] += survivors.total - lowerOrEqual
      }
      for row in first..<position where sets.isEvent[row] { failures.add(sets.weight(row), rank: ranks[row]) }
      for row in first..<position where sets.isEvent[row] {
        survivors.add(sets.weight(row), rank: ranks[row])
        compare(row, with: failures, ranks[row], sign: -1)
      }
    }
    let staying = sets.entryOrder.isEmpty ? Array(range) : Array(sets.entryOrder[leaving..<range.upperBound])
    for row in staying { compare(row, with: failures, ranks[row], sign: 1) }
  }

  /// Adds (or takes away) a survivor's pairs with the failures met so far.
  private mutating func compare(_ row: Int, with failures: RankCounts, _ rank: Int, sign: Double) {
    let (lower, lowerOrEqual) = (failures.below(rank), failures.below(rank + 1))
    concordant[row] += sign * (failures.total - lowerOrEqual)
    tied[row] += sign * (lowerOrEqual - lower)
    discordant[row] += sign * lower
  }
}
