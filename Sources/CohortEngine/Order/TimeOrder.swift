import CohortModel

/// The rows of a cohort sorted by one endpoint's time, so that each distinct time is a contiguous range of positions.
///
/// Positions number the rows in that order: `rows[position]` is a row of the cohort. Rows that the endpoint cannot
/// use come last, from ``usableCount`` on.
struct TimeOrder: Sendable {
  let rows: [Int32]
  let usableCount: Int
  /// The distinct times, in the recorded unit: all exits, and all late entries.
  let times: [Double]
  /// Positions `boundaries[i] ..< boundaries[i + 1]` leave at `times[i]`.
  let boundaries: [Int32]
  /// A cause (1…) or 0 for censored, at each usable position.
  let status: [Int8]
  /// The index into ``times`` at which each usable position leaves.
  let step: [Int32]
  /// The index into ``times`` at which each usable position enters, -1 for the start; empty without delayed entry.
  let entryStep: [Int32]

  /// The order of the file, in which no row is used.
  init(rowCount: Int) {
    (rows, usableCount) = ((0..<rowCount).map(Int32.init), 0)
    (times, boundaries, status, step, entryStep) = ([], [0], [], [], [])
  }

  /// O(rows · log rows).
  init(_ endpoint: EndpointColumn) {
    let usable = endpoint.status.indices.filter { endpoint.status[$0] != EndpointColumn.unusable }
    let unusable = endpoint.status.indices.filter { endpoint.status[$0] == EndpointColumn.unusable }
    // A stable order: rows of one time stay in the order of the file.
    let sorted = usable.sorted { (endpoint.times[$0], $0) < (endpoint.times[$1], $1) }
    rows = (sorted + unusable).map(Int32.init)
    usableCount = sorted.count
    status = sorted.map { endpoint.status[$0] }

    let exits = sorted.map { endpoint.times[$0] }
    let entries = endpoint.entries.map { entries in sorted.map { entries[$0] } } ?? []
    let tied = TiedTicks(exits + entries)
    let ends = exits.map(tied.step)
    let begins = zip(entries, ends).map { entry, end -> Int? in
      // Rows that end as they begin are unusable. Where without them the tolerance reaches another, it was there before.
      let begin = min(tied.step(of: entry), end - 1)
      // Whoever enters at or before time zero is there from the start, as long as nobody leaves by then.
      return begin >= 0 && (entry > 0 || begin >= ends[0]) ? begin : nil
    }
    var isListed = [Bool](repeating: false, count: tied.starts.count)
    for step in ends { isListed[step] = true }
    for case let step? in begins { isListed[step] = true }
    var (times, index) = ([Double](), [Int32](repeating: -1, count: tied.starts.count))
    for step in isListed.indices where isListed[step] {
      index[step] = Int32(clamping: times.count)
      times.append(endpoint.scale.time(tied.starts[step]))
    }
    self.times = times
    step = ends.map { index[$0] }
    entryStep = begins.map { $0.map { index[$0] } ?? -1 }

    var boundaries: [Int32] = [0]
    boundaries.reserveCapacity(times.count + 1)
    var left = 0
    for time in times.indices {
      while left < step.count, step[left] == time { left += 1 }
      boundaries.append(Int32(clamping: left))
    }
    self.boundaries = boundaries
  }
}
