/// Counts of items by rank that can be changed and summed below a rank quickly (a Fenwick tree).
struct RankCounts: Sendable {
  private var tree: [Int]
  /// Number of items in all.
  private(set) var total = 0

  /// No items, of ranks from 0 up to a number.
  init(rankCount: Int) { tree = Array(repeating: 0, count: rankCount + 1) }

  /// Adds items of a rank; a negative number takes them away.
  ///
  /// - Complexity: O(log *r*) for *r* ranks.
  mutating func add(_ count: Int, rank: Int) {
    total += count
    var index = rank + 1
    while index < tree.count {
      tree[index] += count
      index += index & -index
    }
  }

  /// Number of items of a lower rank.
  ///
  /// - Complexity: O(log *r*) for *r* ranks.
  func below(_ rank: Int) -> Int {
    var (sum, index) = (0, rank)
    while index > 0 {
      sum += tree[index]
      index -= index & -index
    }
    return sum
  }
}
