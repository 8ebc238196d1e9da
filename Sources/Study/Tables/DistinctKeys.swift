/// Finds out whether all of many keys differ, without a table as large as their number.
///
/// Keys are dealt by their leading bits into heaps that fit the nearest cache; equal keys meet in one heap.
struct DistinctKeys {
  private var keys: [UInt64] = []
  /// A heap has about as many keys.
  private static let heapSize = 512

  init(capacity: Int) { keys.reserveCapacity(capacity) }

  /// Adds a key; zero stands for a free place and counts as one.
  mutating func append(_ key: UInt64) { keys.append(key | 1) }

  /// Whether no key was added twice.
  ///
  /// - Complexity: O(keys).
  var areAllDifferent: Bool {
    var bits = 0
    while keys.count >> bits > Self.heapSize { bits += 1 }
    let shift = UInt64(64 - bits)
    var ends = [Int](repeating: 0, count: 1 << bits)
    for key in keys { ends[Int(truncatingIfNeeded: key >> shift)] += 1 }
    var largest = 0
    var total = 0
    for heap in ends.indices {
      largest = max(largest, ends[heap])
      total += ends[heap]
      ends[heap] = total
    }
    var dealt = [UInt64](repeating: 0, count: keys.count)
    for key in keys {
      let heap = Int(truncatingIfNeeded: key >> shift)
      ends[heap] -= 1
      dealt[ends[heap]] = key
    }
    var size = 2
    while size < largest * 2 { size *= 2 }
    var places = [UInt64](repeating: 0, count: size)
    // By now `ends` tells where each heap begins.
    for heap in ends.indices {
      let keys = dealt[ends[heap]..<(heap + 1 < ends.count ? ends[heap + 1] : dealt.count)]
      guard Self.differ(keys, &places) else { return false }
    }
    return true
  }

  /// Whether the keys of a heap differ.
  private static func differ(_ keys: ArraySlice<UInt64>, _ places: inout [UInt64]) -> Bool {
    let mask = places.count - 1
    for index in places.indices { places[index] = 0 }
    for key in keys {
      var place = Int(truncatingIfNeeded: key >> 8) & mask
      while places[place] != 0 {
        if places[place] == key { return false }
        place = (place + 1) & mask
      }
      places[place] = key
    }
    return true
  }
}
