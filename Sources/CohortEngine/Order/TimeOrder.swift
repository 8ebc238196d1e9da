import Foundation

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

  /// O(rows · log rows).
  init(_ endpoint: Endpoint) {
    let usable = endpoint.status.indices.filter { endpoint.status[$0] != Endpoint.unusable }
    let unusable = endpoint.status.indices.filter { endpoint.status[$0] == Endpoint.unusable }
    // A stable order: rows of one time stay in the order of the file.
    let sorted = usable.sorted { (endpoint.times[$0], $0) < (endpoint.times[$1], $1) }
    rows = (sorted + unusable).map(Int32.init)
    usableCount = sorted.count
    status = sorted.map { endpoint.status[$0] }

    let firstExit = sorted.first.map { endpoint.times[$0] } ?? 0
    let entries = endpoint.entries.map { entries in sorted.map { entries[$0] } } ?? []
    // Whoever enters at or before time zero is there from the start, as long as nobody leaves by then.
    let isLate: (Int64) -> Bool = { $0 > 0 || $0 >= firstExit }
    let ticks = Self.distinct(sorted.map { endpoint.times[$0] } + entries.filter(isLate))
    times = ticks.map { endpoint.scale.time($0.lowerBound) }
    step = sorted.map { Self.step(of: endpoint.times[$0], among: ticks) }
    entryStep = entries.map { isLate($0) ? Self.step(of: $0, among: ticks) : -1 }

    var boundaries: [Int32] = [0]
    boundaries.reserveCapacity(times.count + 1)
    var position = 0
    for time in times.indices {
      while position < step.count, step[position] == time { position += 1 }
      boundaries.append(Int32(position))
    }
    self.boundaries = boundaries
  }

  /// The distinct times in increasing order, each from its first tick to its last, neighbours closer than R's tie tolerance (√ε of their mean) taken as one.
  ///
  /// Times recorded with up to seven digits are never merged; it mends noise such as 0.30000000000000004.
  private static func distinct(_ ticks: [Int64]) -> [ClosedRange<Int64>] {
    var distinct: [Int64] = []
    for tick in ticks.sorted() where tick != distinct.last { distinct.append(tick) }
    let mean = distinct.reduce(0.0) { $0 + Double($1) } / Double(max(1, distinct.count))
    let tolerance = Double.ulpOfOne.squareRoot() * abs(mean)
    var runs: [ClosedRange<Int64>] = []
    for tick in distinct {
      if let last = runs.last, Double(tick) - Double(last.upperBound) <= tolerance {
        runs[runs.count - 1] = last.lowerBound...tick
      } else {
        runs.append(tick...tick)
      }
    }
    return runs
  }

  /// Which of the times a tick belongs to: O(log times).
  private static func step(of tick: Int64, among times: [ClosedRange<Int64>]) -> Int32 {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle].upperBound < tick { low = middle + 1 } else { high = middle }
    }
    return Int32(low)
  }
}
