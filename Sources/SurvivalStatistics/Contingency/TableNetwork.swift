internal import Foundation

/// The exact P value of an r × c table, column by column through the network of what is left of the row
/// totals.
///
/// A state is the row totals still to be filled, sorted, since their order does not matter, with the
/// probabilities that lead to it; paths of equal probability are merged. A path is closed as soon as its
/// completions all are, or all are not, at most as probable as the observed table: the first case adds their
/// known total, the second nothing.
///
/// - SeeAlso: Mehta & Patel (1983), Journal of the American Statistical Association 78: 427–434.
struct TableNetwork {
  /// The P value; `nil` when it takes more paths or more steps than allowed, or the task it runs in is cancelled.
  private(set) var pValue: Double?

  private let columns: [Int]
  private let factorials: LogFactorials
  private let limit: Double
  private let grandTotal: Double
  /// A state as one number: its sorted row totals in mixed radix.
  private let radices: [Int]
  private var total = CompensatedSum()
  private var states: [TableState] = []
  /// Number of paths kept in ``states``.
  private var pathCount = 0
  /// How many more steps may be taken: ways to fill a column, and paths carried on.
  private var stepsLeft: Int
  private var positions: [Int: Int] = [:]
  private var rest: [Int]
  private var sorted: [Int]

  init(_ table: ContingencyTable, pathLimit: Int, stepLimit: Int) {
    stepsLeft = stepLimit
    let (rows, factorials) = (table.rowTotals.sorted(), LogFactorials(upTo: table.total))
    // Large columns first: what remains is then small, and bounds on it are tight.
    columns = table.columnTotals.sorted(by: >)
    let observed = -table.counts.joined().reduce(0) { $0 + factorials[$1] }
    (self.factorials, limit, rest, sorted) = (factorials, observed + log1p(1e-7), rows, rows)
    radices = rows.map { $0 + 1 }
    let bounds = CompletionBounds(rows: rows, columns: columns[...], factorials)
    grandTotal = bounds.total
    let isEncodable = radices.reduce((product: 1, fits: true)) { partial, radix in
      let (product, overflow) = partial.product.multipliedReportingOverflow(by: radix)
      return (product, partial.fits && !overflow)
    }.fits
    guard isEncodable else { return }
    var start = TableState(rows: rows, bounds: bounds)
    start.add(TablePath(logProbability: 0, count: 1))
    pValue = run(from: start, pathLimit: pathLimit)
  }

  private mutating func run(from start: TableState, pathLimit: Int) -> Double? {
    // Each way to fill the first column is a step, so where these are too many nothing need be tried.
    guard let first = columns.first, Self.ways(toFill: first, start.rows) <= Double(stepsLeft) else {
      return nil
    }
    var current = [start]
    for stage in columns.indices {
      states.removeAll()
      pathCount = 0
      positions.removeAll(keepingCapacity: true)
      for index in current.indices {
        if Task.isCancelled { return nil }
        current[index].merge()
        let ladder = PathLadder(current[index], grandTotal: grandTotal)
        extend(current[index], ladder, stage: stage, row: 0, left: columns[stage], logWeight: 0)
        current[index].forget()
        if pathCount > pathLimit || stepsLeft < 0 { return nil }
      }
      current = states
    }
    return min(1, total.value)
  }

  /// In how many ways a column can be filled given row totals, as in how many ways its complement can.
  private static func ways(toFill column: Int, _ rows: [Int]) -> Double {
    // Of the two the smaller, whose count no part of the sum exceeds, so that rounding does no harm.
    let count = min(column, rows.reduce(0, +) - column)
    var ways = [1.0] + [Double](repeating: 0, count: count)
    for row in rows {
      var (next, window) = (ways, 0.0)
      for units in ways.indices {
        window += ways[units] - (units > row ? ways[units - row - 1] : 0)
        next[units] = window
      }
      ways = next
    }
    return ways[count]
  }

  /// Fills the column of a stage from one row on, in all possible ways.
  private mutating func extend(
    _ state: TableState, _ ladder: PathLadder, stage: Int, row: Int, left: Int, logWeight: Double
  ) {
    if row == state.rows.count - 1 {
      rest[row] = state.rows[row] - left
      close(state, ladder, stage: stage, logWeight: logWeight - factorials[left])
      return
    }
    var room = 0
    for later in (row + 1)..<state.rows.count { room += state.rows[later] }
    let (fewest, most) = (max(0, left - room), min(left, state.rows[row]))
    guard fewest <= most, stepsLeft >= 0 else { return }
    for count in fewest...most {
      rest[row] = state.rows[row] - count
      extend(
        state, ladder, stage: stage, row: row + 1, left: left - count,
        logWeight: logWeight - factorials[count])
    }
  }

  /// Carries the paths of a state over to the one that a filled column leads to, or closes them.
  private mutating func close(_ state: TableState, _ ladder: PathLadder, stage: Int, logWeight: Double) {
    let child = positionOfRest(stage: stage)
    let bounds = states[child].bounds
    let closed = ladder.count(notAbove: limit - logWeight - bounds.largest)
    if closed > 0 {
      total += ladder.sums[closed] * exp(logWeight + bounds.total - state.bounds.total)
    }
    let open = ladder.count(notAbove: limit - logWeight - bounds.smallest)
    stepsLeft -= 1 + max(open, closed) - closed
    for path in state.paths[closed..<max(open, closed)] {
      let before = states[child].paths.count
      states[child].add(TablePath(logProbability: path.logProbability + logWeight, count: path.count))
      pathCount += states[child].paths.count - before
    }
  }

  /// Where the state with the remaining row totals is kept; it is made when it is met first.
  private mutating func positionOfRest(stage: Int) -> Int {
    // Insertion sort in place: this runs once for every way to fill a column, and there are few rows.
    for row in rest.indices {
      var position = row
      while position > 0, sorted[position - 1] > rest[row] {
        sorted[position] = sorted[position - 1]
        position -= 1
      }
      sorted[position] = rest[row]
    }
    var key = 0
    for row in sorted.indices { key = key * radices[row] + sorted[row] }
    if let known = positions[key] { return known }
    let bounds = CompletionBounds(rows: sorted, columns: columns[(stage + 1)...], factorials)
    positions[key] = states.count
    states.append(TableState(rows: sorted, bounds: bounds))
    return states.count - 1
  }
}

/// Row totals still to be filled, with the ways that lead there.
private struct TableState {
  /// In increasing order.
  let rows: [Int]
  let bounds: CompletionBounds
  private(set) var paths: [TablePath] = []
  /// Number of paths at which equal ones are looked for next: most are, so they must not pile up.
  private var crowd = 1024

  init(rows: [Int], bounds: CompletionBounds) { (self.rows, self.bounds) = (rows, bounds) }

  mutating func add(_ path: TablePath) {
    paths.append(path)
    guard paths.count >= crowd else { return }
    merge()
    crowd = max(1024, 2 * paths.count)
  }

  /// Sorts the paths by probability and makes those one that differ by rounding only.
  mutating func merge() {
    paths.sort { $0.logProbability < $1.logProbability }
    var last = 0
    for index in paths.indices.dropFirst() {
      if paths[index].logProbability - paths[last].logProbability < 1e-10 {
        paths[last].count += paths[index].count
      } else {
        last += 1
        paths[last] = paths[index]
      }
    }
    if !paths.isEmpty { paths.removeSubrange((last + 1)...) }
  }

  /// Lets go of the paths once they have been carried on.
  mutating func forget() { paths = [] }
}

/// Ways to one state that have the same probability.
private struct TablePath {
  /// Logarithm of Π 1/nᵢⱼ! so far.
  var logProbability: Double
  /// How many ways there are; they may be more than an integer holds.
  var count: Double
}

/// The paths of a state by increasing probability, with running sums.
private struct PathLadder {
  /// Probability of all tables through the first paths: `sums[k]` for *k* of them.
  private(set) var sums = [0.0]
  private let probabilities: [Double]

  /// Sums over the merged paths of a state.
  init(_ state: TableState, grandTotal: Double) {
    probabilities = state.paths.map(\.logProbability)
    sums.reserveCapacity(state.paths.count + 1)
    for path in state.paths {
      sums.append(
        sums[sums.count - 1] + path.count * exp(path.logProbability + state.bounds.total - grandTotal))
    }
  }

  /// Number of paths at most as probable as a bound.
  func count(notAbove bound: Double) -> Int { probabilities.partitioningIndex { $0 > bound } }
}
