/// The latest answers by what was asked, bounded by what they weigh.
struct ResultCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var value: Value
    var weight: Int
    /// The number of the latest use: the lowest of all goes first.
    var use: Int
  }

  private var entries: [Key: Entry] = [:]
  private var uses = 0
  private var total = 0
  private let capacity: Int

  /// - Parameter capacity: the most that all answers may weigh together; the newest one is kept however heavy it is.
  init(capacity: Int) { self.capacity = capacity }

  /// The answer, which counts as the newest from now on.
  mutating func value(for key: Key) -> Value? {
    guard let index = entries.index(forKey: key) else { return nil }
    uses += 1
    entries.values[index].use = uses
    return entries.values[index].value
  }

  /// - Complexity: O(answers kept) for each that goes.
  mutating func insert(_ value: Value, for key: Key, weight: Int) {
    uses += 1
    let replaced = entries.updateValue(Entry(value: value, weight: weight, use: uses), forKey: key)
    total += weight - (replaced?.weight ?? 0)
    while total > capacity, entries.count > 1,
      let oldest = entries.min(by: { $0.value.use < $1.value.use })
    {
      entries[oldest.key] = nil
      total -= oldest.value.weight
    }
  }
}
