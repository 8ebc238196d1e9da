internal import Foundation

/// The exact P value of an r × c table, column by column through the network of what is left of the row totals.
///
/// A state is the row totals still to be filled, sorted, since their order does not matter, with the probabilities that lead
/// to it; paths of equal probability are merged. A path is closed as soon as its completions all are, or all are not,
/// at most as probable as the observed table: the first case adds their known total, the second nothing.
///
/// - SeeAlso: Mehta & Patel (1983), Journal of the American Statistical Association 78: 427–434.
struct TableNetwork: Sendable {
  /// The P value; `nil` when more states than allowed were needed.
  let pValue: Double?

  init(_ table: ContingencyTable, stateLimit: Int) {
    // Large columns first: what remains is then small, and bounds on it are tight.
    let columns = table.columnTotals.sorted(by: >)
    var search = TableSearch(columns: columns, factorials: LogFactorials(upTo: table.total))
    let observed = -table.counts.joined().reduce(0) { $0 + search.factorials[$1] }
    pValue = search.run(rows: table.rowTotals.sorted(), limit: observed + log1p(1e-7), stateLimit: stateLimit)
  }
}

/// Logarithms of factorials.
struct LogFactorials: Sendable {
  private let values: [Double]

  init(upTo largest: Int) { values = (0...max(largest, 0)).map { lgamma(Double($0) + 1) } }

  subscript(number: Int) -> Double { values[number] }
}

/// The state of a search through the network.
private struct TableSearch {
  let columns: [Int]
  let factorials: LogFactorials
  private var total = CompensatedSum()
  private var limit = 0.0
  private var grandTotal = 0.0
  private var next: [[Int]: Frontier] = [:]
  private var pathCount = 0

  init(columns: [Int], factorials: LogFactorials) { (self.columns, self.factorials) = (columns, factorials) }

  /// The paths that lead to one state, and the bounds on their completions.
  struct Frontier {
    var bounds: CompletionBounds
    /// Number of paths by log probability in units of 1e-10, with the probability itself.
    var paths: [Int: (logProbability: Double, count: Double)] = [:]
  }

  mutating func run(rows: [Int], limit: Double, stateLimit: Int) -> Double? {
    self.limit = limit
    grandTotal = CompletionBounds(rows: rows, columns: columns[...], factorials).total
    var current: [[Int]: Frontier] = [
      rows: Frontier(
        bounds: CompletionBounds(rows: rows, columns: columns[...], factorials), paths: [0: (0, 1)])
    ]
    for stage in columns.indices {
      (next, pathCount) = ([:], 0)
      for (state, frontier) in current {
        let paths = Array(frontier.paths.values)
        var fill = [Int](repeating: 0, count: state.count)
        extend(state, paths, stage: stage, &fill, row: 0, left: columns[stage], logWeight: 0)
        if pathCount > stateLimit { return nil }
      }
      current = next
    }
    return min(1, total.value)
  }

  /// Fills the column of a stage from one row on, in all possible ways.
  private mutating func extend(
    _ state: [Int], _ paths: [(logProbability: Double, count: Double)], stage: Int, _ fill: inout [Int],
    row: Int,
    left: Int, logWeight: Double
  ) {
    if row == state.count - 1 {
      guard left <= state[row] else { return }
      fill[row] = left
      close(state, paths, stage: stage, fill, logWeight: logWeight - factorials[left])
      return
    }
    var room = 0
    for later in (row + 1)..<state.count { room += state[later] }
    guard max(0, left - room) <= min(left, state[row]) else { return }
    for count in max(0, left - room)...min(left, state[row]) {
      fill[row] = count
      extend(
        state, paths, stage: stage, &fill, row: row + 1, left: left - count,
        logWeight: logWeight - factorials[count])
    }
  }

  /// Carries paths over to the state that a filled column leads to, or closes them.
  private mutating func close(
    _ state: [Int], _ paths: [(logProbability: Double, count: Double)], stage: Int, _ fill: [Int],
    logWeight: Double
  ) {
    var rest = state
    for row in rest.indices { rest[row] -= fill[row] }
    rest.sort()
    var frontier =
      next.removeValue(forKey: rest)
      ?? Frontier(bounds: CompletionBounds(rows: rest, columns: columns[(stage + 1)...], factorials))
    for path in paths {
      let probability = path.logProbability + logWeight
      if probability + frontier.bounds.largest <= limit {
        total += path.count * exp(probability + frontier.bounds.total - grandTotal)
      } else if probability + frontier.bounds.smallest <= limit {
        let key = Int((probability * 1e10).rounded())
        if frontier.paths[key] == nil { pathCount += 1 }
        frontier.paths[key, default: (probability, 0)].count += path.count
      }
    }
    next[rest] = frontier
  }
}
