extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies a condition that, once true, stays true; the end index when none
  /// does.
  ///
  /// - Complexity: O(log *n*).
  func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
