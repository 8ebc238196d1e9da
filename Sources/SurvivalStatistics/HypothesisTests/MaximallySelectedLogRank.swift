internal import Foundation

/// The cut of a number that separates survival best, with P values that pay for the search.
///
/// All cuts between distinct values that leave at least a proportion of the rows on either side are tried.
/// The statistic is the largest standardised log-rank score of the group at or below the cut.
///
/// ```swift
/// let data = try SurvivalData([
///   .event(at: 9), .event(at: 8), .event(at: 7), .event(at: 3), .event(at: 2), .event(at: 1),
/// ])
/// let search = try MaximallySelectedLogRank(values: [10, 20, 30, 40, 50, 60], data)
/// print(search)
/// print(search.improvedBonferroniPValue ?? 1 < 0.2)
/// // MaximallySelectedLogRank: 5 cuts tried, best at 20, statistic 1.953
/// // true
/// ```
///
/// - SeeAlso: Lausen & Schumacher (1992), Biometrics 48: 73–85; Hothorn & Lausen (2003), Computational
///   Statistics & Data Analysis 43: 121–137.
public struct MaximallySelectedLogRank: Equatable, Sendable {
  /// One cut that was tried.
  public struct Candidate: Equatable, Sendable {
    /// The largest value of the lower group.
    public let cutpoint: Double
    /// Number of rows in the lower group.
    public let lowerCount: Int
    /// The standardised score, without sign.
    public let statistic: Double
  }

  /// The smallest proportion of rows asked for in the lower group.
  public let minimumProportion: Double
  /// The largest proportion of rows asked for in the lower group.
  public let maximumProportion: Double
  /// All cuts tried, by increasing value.
  public let candidates: [Candidate]
  /// The cut with the largest statistic, the first such on a tie; `nil` when there was none to try or no
  /// failure.
  public let best: Candidate?

  /// Log-rank scores of the rows by increasing value.
  let scores: [Double]

  /// Searches for the cut.
  ///
  /// - Parameters:
  ///   - values: the number of each row.
  ///   - data: the observation of each row; entry must not be delayed. Failures from all causes are the event.
  ///   - minimumProportion: smallest proportion of rows in the lower group.
  ///   - maximumProportion: largest proportion of rows in the lower group.
  /// - Throws: ``SurvivalDataError`` when the columns differ in length, a value is not finite or entry is
  ///   delayed.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  public init(
    values: [Double], _ data: SurvivalData, minimumProportion: Double = 0.1,
    maximumProportion: Double = 0.9
  ) throws(SurvivalDataError) {
    try RegressionRows.validate(
      rowCount: data.count, [("value", values.count)])
    for row in values.indices where !values[row].isFinite { throw .notFinite(column: "value", row: row) }
    if data.hasDelayedEntry { throw .delayedEntryNotDefined }
    let order = values.indices.sorted { values[$0] < values[$1] }
    let scores = Self.logRankScores(data.tied.times, data.isEvent(cause: nil))
    (self.minimumProportion, self.maximumProportion) = (minimumProportion, maximumProportion)
    self.scores = order.map { scores[$0] }
    let count = Double(values.count)
    let smallest = max(1, Int((count * minimumProportion).rounded(.down)))
    let largest = Int((count * maximumProportion).rounded(.down))
    let counts = order.indices.dropFirst()
      .filter { values[order[$0]] != values[order[$0 - 1]] && $0 >= smallest && $0 <= largest }
    let statistics = Self.statistics(self.scores, lowerCounts: counts)
    candidates = counts.indices.map {
      Candidate(cutpoint: values[order[counts[$0] - 1]], lowerCount: counts[$0], statistic: statistics[$0])
    }
    var best: Candidate?
    for candidate in candidates where candidate.statistic > best?.statistic ?? 0 { best = candidate }
    self.best = best
  }

  /// P by Lausen and Schumacher's approximation for many cuts; it may exceed 1.
  public var lausenSchumacherPValue: Double? {
    best.map { best in
      let b = best.statistic
      guard b >= 1 else { return 1 }
      let odds = maximumProportion * (1 - minimumProportion) / ((1 - maximumProportion) * minimumProportion)
      let density = TailProbability.normalDensity(b)
      return max(0, density * 4 / b + density * (b - 1 / b) * log(odds))
    }
  }

  /// P by the improved Bonferroni inequality over neighbouring cuts; it may exceed 1.
  ///
  /// - SeeAlso: Lausen, Sauerbrei & Schumacher (1994), in *Computational Statistics* (Physica, Heidelberg),
  ///   483–496.
  public var improvedBonferroniPValue: Double? {
    best.map { best in
      let (b, total) = (best.statistic, Double(scores.count))
      var p = CompensatedSum(2 * TailProbability.normal(above: b))
      for (lower, upper) in zip(candidates, candidates.dropFirst()) {
        let (m, next) = (Double(lower.lowerCount), Double(upper.lowerCount))
        let t = (1 - m * (total - next) / ((total - m) * next)).squareRoot()
        p += exp(-b * b / 2) / .pi * (t - (b * b / 4 - 1) * t * t * t / 6)
      }
      return p.value
    }
  }

  /// P by permuting survival over the values: the share of permutations whose best cut is better.
  ///
  /// Permutations whose best cut is exactly as good count one half (mid-P). They are many in small samples, where R's
  /// `maxstat` leaves to rounding which of them count.
  ///
  /// - Parameters:
  ///   - permutations: how many; the standard error of the answer is √(p(1 − p)/permutations).
  ///   - generator: source of randomness; the same source gives the same answer.
  /// - Returns: the P value; `nil` without a cut or permutations, or when the task it runs in is cancelled.
  /// - Complexity: O(*n* · permutations) for *n* rows.
  /// - SeeAlso: Lancaster (1961), Journal of the American Statistical Association 56: 223–234.
  public func permutationPValue(
    permutations: Int, using generator: inout some RandomNumberGenerator
  ) -> Double? {
    guard let best, permutations > 0 else { return nil }
    let scale = Standardization(scores)
    // What rounding alone tells apart is tied.
    let (tied, better) = (best.statistic * (1 - 1e-10), best.statistic * (1 + 1e-10))
    var (shuffled, extreme) = (scores, 0.0)
    for _ in 0..<permutations {
      if Task.isCancelled { return nil }
      shuffled.shuffle(using: &generator)
      var (sum, position, weight) = (0.0, 0, 0.0)
      for candidate in candidates {
        while position < candidate.lowerCount {
          sum += shuffled[position]
          position += 1
        }
        let statistic = scale.statistic(sum: sum, count: candidate.lowerCount)
        guard statistic >= tied else { continue }
        weight = statistic > better ? 1 : 0.5
        if weight == 1 { break }
      }
      extreme += weight
    }
    return extreme / Double(permutations)
  }

  /// event − Σ 1/(N − #{earlier or equal} + 1) over the failures up to each row's time.
  private static func logRankScores(_ times: [Double], _ isEvent: [Bool]) -> [Double] {
    let order = times.indices.sorted { times[$0] < times[$1] }
    var scores = [Double](repeating: 0, count: times.count)
    var (hazard, start) = (CompensatedSum(), 0)
    while start < order.count {
      var (end, failures) = (start, 0)
      while end < order.count, times[order[end]] == times[order[start]] {
        if isEvent[order[end]] { failures += 1 }
        end += 1
      }
      hazard += Double(failures) / Double(order.count - end + 1)
      for row in order[start..<end] { scores[row] = (isEvent[row] ? 1 : 0) - hazard.value }
      start = end
    }
    return scores
  }

  private static func statistics(_ scores: [Double], lowerCounts: [Int]) -> [Double] {
    let scale = Standardization(scores)
    var (sum, position, statistics) = (CompensatedSum(), 0, [Double]())
    for count in lowerCounts {
      while position < count {
        sum += scores[position]
        position += 1
      }
      statistics.append(scale.statistic(sum: sum.value, count: count))
    }
    return statistics
  }
}
