/// Weights of items by rank that can be changed and summed below a rank quickly (a Fenwick tree).
struct RankCounts: Sendable {
  private var tree: [Double]
  /// Weight of all items.
  private(set) var total = 0.0

  /// No items, of ranks from 0 up to a number.
  init(rankCount: Int) { tree = Array(repeating: 0.0, count: rankCount + 1) }

  /// Adds weight to a rank; a negative one takes it away.
  ///
  /// - Complexity: O(log *r*) for *r* ranks.
  mutating func add(_ weight: Double, rank: Int) {
    total += weight
    var index = rank + 1
    while index < tree.count {
      tree[index] += weight
      index += index & -index
    }
  }

  /// Weight of the items of a lower rank.
  ///
  /// - Complexity: O(log *r*) for *r* ranks.
  func below(_ rank: Int) -> Double {
    var (sum, index) = (0.0, rank)
    while index > 0 {
      sum += tree[index]
      index -= index & -index
    }
    return sum
  }
}
