import Testing

@testable import Analysis

@Suite("What answers are kept")
struct ResultCacheTests {
  @Test("What was used the longest ago goes first, as much as is needed and no more")
  func oldestGoes() {
    var cache = ResultCache<String, Int>(capacity: 10)
    for (name, weight) in [("a", 4), ("b", 3), ("c", 3)] { cache.insert(weight, for: name, weight: weight) }
    #expect(cache.value(for: "a") == 4)
    cache.insert(2, for: "d", weight: 2)
    #expect(["a", "b", "c", "d"].map { cache.value(for: $0) } == [4, nil, 3, 2])
  }

  @Test(
    "An answer that is given again weighs once, and one that is too heavy is kept alone until the next comes")
  func weights() {
    var cache = ResultCache<String, Int>(capacity: 10)
    cache.insert(1, for: "a", weight: 4)
    for value in 2...9 { cache.insert(value, for: "b", weight: 6) }
    #expect(cache.value(for: "a") == 1 && cache.value(for: "b") == 9)
    cache.insert(3, for: "c", weight: 99)
    #expect(["a", "b", "c"].map { cache.value(for: $0) } == [nil, nil, 3])
    cache.insert(4, for: "d", weight: 1)
    #expect(["c", "d"].map { cache.value(for: $0) } == [nil, 4])
  }
}
