/// The latest answers by what was asked, bounded by what they weigh.
struct ResultCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var entries: [(key: Key, value: Value, weight: Int)] = []
  private let capacity: Int

  /// - Parameter capacity: the most that all answers may weigh together; the newest one is kept however heavy it is.
  init(capacity: Int) { self.capacity = capacity }

  /// The answer, which counts as the newest from now on.
  ///
  /// - Complexity: O(answers kept).
  mutating func value(for key: Key) -> Value? {
    guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
    let entry = entries.remove(at: index)
    entries.append(entry)
    return entry.value
  }

  mutating func insert(_ value: Value, for key: Key, weight: Int) {
    entries.removeAll { $0.key == key }
    entries.append((key, value, weight))
    var total = entries.reduce(0) { $0 + $1.weight }
    while total > capacity, entries.count > 1 { total -= entries.removeFirst().weight }
  }
}
