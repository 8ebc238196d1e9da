internal import Foundation

/// The corrected P of a maximally selected log-rank statistic from the exact distribution of whole-number scores.
///
/// The log-rank scores are moved to start at 0, stretched to end at the number of rows *N*, and rounded. For each cut
/// the distribution of the lower group's sum over all equally likely allocations is then known exactly. The chance that
/// any cut exceeds the statistic is bounded by the sum over the cuts, less what neighbouring cuts are certain to share
/// (an improved Bonferroni inequality), so the P is a little too large rather than too small.
///
/// R's `maxstat.test(pmethod = "HL")` gives the same where the values are distinct, but for two slips that make its P
/// too small: it leaves out draws whose scores add up to 0 (one of *N* in the smallest samples), and where values are
/// tied it takes off what a cut shares with a neighbour that was no candidate.
///
/// ```swift
/// let data = try SurvivalData([6, 9, 3, 8, 7, 4, 1, 2].map { .event(at: $0) })
/// let search = try MaximallySelectedLogRank(values: [10, 20, 30, 40, 50, 60, 70, 80], data)
/// if let corrected = HothornLausenTest(search) { print(corrected) }
/// // HothornLausenTest: statistic 1.576, P 0.686
/// ```
///
/// - SeeAlso: Hothorn & Lausen (2003), Computational Statistics & Data Analysis 43: 121–137, section 3; Streitberg &
///   Röhmel (1986), Statistical Software Newsletter 12: 10–17, for the distribution.
public struct HothornLausenTest: Equatable, Sendable {
  /// The most rows for which the distribution is computed; beyond, permutation answers faster.
  public static let mostRows = 250

  /// The largest standardised sum of the whole-number scores.
  public let statistic: Double
  /// The bound on the probability that any of the cuts exceeds the statistic by chance; at most 1.
  public let pValue: Double

  /// Computes the test for the cuts of a search.
  ///
  /// - Returns: `nil` where there was no cut to try, or more than ``mostRows`` rows.
  /// - Complexity: O(*n*² · Σ scores), at most *n*⁴, for *n* rows.
  public init?(_ search: MaximallySelectedLogRank) {
    let rowCount = search.scores.count
    guard search.best != nil, rowCount <= Self.mostRows, let lowest = search.scores.min(),
      let highest = search.scores.max(), lowest < highest
    else { return nil }
    let scale = Double(rowCount) / (highest - lowest)
    let scores = search.scores.map { Int((($0 - lowest) * scale).rounded(.toNearestOrEven)) }
    let counts = search.candidates.map(\.lowerCount)
    let standard = Standardization(scores.map(Double.init))
    guard let largestCount = counts.last, standard.variance > 0 else { return nil }

    let sums = scores.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let observed = counts.map { standard.statistic(sum: Double(sums[$0]), count: $0) }.max() ?? 0
    let allocations = ScoreSumDistribution(scores, upTo: largestCount)
    var total = CompensatedSum()
    for (index, count) in counts.enumerated() {
      let follower = index > 0 && counts[index - 1] == count - 1
      total += Self.exceedance(of: observed, count: count, allocations[count], standard)
      if follower {
        total += -Self.shared(
          beyond: observed, count: count - 1, allocations[count - 1], standard, largest: scores.max() ?? 0)
      }
    }
    (statistic, pValue) = (observed, min(1, max(0, total.value)))
  }

  /// P(|T| > b) for one number of rows.
  private static func exceedance(
    of bound: Double, count: Int, _ allocation: ArraySlice<Double>, _ standard: Standardization
  ) -> Double {
    var total = CompensatedSum()
    for (sum, probability) in allocation.enumerated()
    where probability > 0 && standard.statistic(sum: Double(sum), count: count) > bound {
      total += probability
    }
    return total.value
  }

  /// The probability that a cut exceeds the bound so far that the next does whichever row joins it.
  private static func shared(
    beyond bound: Double, count: Int, _ allocation: ArraySlice<Double>, _ standard: Standardization,
    largest: Int
  ) -> Double {
    var total = CompensatedSum()
    for (sum, probability) in allocation.enumerated() where probability > 0 {
      guard standard.statistic(sum: Double(sum), count: count) > bound else { continue }
      // From the lower tail the largest score leads back the most, from the upper the smallest, which is 0.
      let isLower = Double(sum) < Double(count) * standard.mean
      let next = Double(isLower ? sum + largest : sum)
      let staysLower = next < Double(count + 1) * standard.mean
      if staysLower == isLower, standard.statistic(sum: next, count: count + 1) > bound {
        total += probability
      }
    }
    return total.value
  }
}
