/// Orders rows by a small whole number each, such as the place of a time among the distinct ones.
enum CountingOrder {
  /// The rows by increasing key, those of one key in the order of the rows.
  ///
  /// - Parameter keyCount: every key lies from 0 up to it.
  /// - Complexity: O(*n* + *k*) for *n* rows and *k* keys.
  static func ascending(_ keys: [Int], keyCount: Int) -> [Int] {
    var next = [Int](repeating: 0, count: keyCount + 1)
    for key in keys { next[key + 1] += 1 }
    for key in 0..<keyCount { next[key + 1] += next[key] }
    var order = [Int](repeating: 0, count: keys.count)
    for row in keys.indices {
      order[next[keys[row]]] = row
      next[keys[row]] += 1
    }
    return order
  }

  /// The rows by decreasing key, those of one key in the order of the rows.
  ///
  /// - Complexity: O(*n* + *k*) for *n* rows and *k* keys.
  static func descending(_ keys: [Int], keyCount: Int) -> [Int] {
    ascending(keys.map { keyCount - 1 - $0 }, keyCount: keyCount)
  }
}
