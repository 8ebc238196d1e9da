import SurvivalStatistics

/// Parts of the curves, each for a panel of its own.
extension Curves {
  /// The causes of which there are curves, by their places; `nil` is all of them together.
  package var causes: [Int?] {
    var seen: Set<Int?> = []
    return curves.map(\.cause).filter { seen.insert($0).inserted }
  }

  /// The curves of one cause with its tests; of all causes together for `nil`.
  package func showing(cause: Int?) -> Curves {
    Curves(
      question: question, endpoint: endpoint, arms: arms, curves: curves.filter { $0.cause == cause },
      tests: tests.filter { $0.cause == cause }, differences: differences.filter { $0.cause == cause },
      counts: counts, followUp: followUp, lateness: lateness)
  }

  /// The curves of one arm as though there were no other.
  package func showing(arm: Int) -> Curves {
    var alone = question
    alone.arms = nil
    return Curves(
      question: alone, endpoint: endpoint, arms: [arms[arm]],
      curves: curves.filter { $0.arm == arm }.map { $0.ofArm(0) }, tests: [], differences: [], counts: counts,
      followUp: followUp, lateness: lateness)
  }
}
