import CohortEngine
import Dashboard
import Foundation
import Study
import SurvivalStatistics
import TerminalGrid

/// Times what a user waits for, beside its peers in the same run; the ratios are what counts.
@main
struct Benchmarks {
  static func main() async throws {
    print("what                                                    median      per second   beside it")
    for rows in [100_000, 1_000_000] { try await filterChange(rows: rows) }
    try await keyToScreen()
    try await start()
    print(
      "\nfrom text to a study, on one thread                     median        MB/s   peers that only read it"
    )
    try await reading(.registry(rows: 1_000_000), beside: ReadingPeer.all)
    try await reading(.wide(columns: 5000, rows: 300), beside: ReadingPeer.all)
    try await reading(.misspelt(rows: 80_000), beside: ReadingPeer.all)
  }

  private static func report(_ what: String, _ seconds: Double, beside: [(String, Double?)] = []) {
    let peers = beside.compactMap { name, peer in
      peer.map { "\(name) \(milliseconds($0)), \(String(format: "%.1f", $0 / seconds))x" }
    }
    let columns = [
      what.padding(toLength: 54, withPad: " ", startingAt: 0), milliseconds(seconds),
      String(format: "%9.0f", 1 / seconds), peers.joined(separator: "; "),
    ]
    print(columns.joined(separator: "  "))
  }

  private static func milliseconds(_ seconds: Double) -> String { String(format: "%8.3f ms", seconds * 1000) }

  /// A range that moves by a year, and one ticked level; counts, estimates, tests and the screen.
  private static func filterChange(rows: Int) async throws {
    let cohort = BenchmarkCohort.make(rows: rows)
    let engine = BitmapEngine(cohort)
    var query = CohortQuery(endpoint: 0, stratification: .levels(variable: 0), facets: [0, 1, 2, 3, 4])
    var lower = 4.0
    let moved = await Stopwatch.median {
      lower = lower == 4 ? 5 : 4
      query.filters[4] = .range(variable: 4, NumericRange(lower: lower, upper: 40))
      _ = await engine.answer(query)
    }
    var level = 0
    let ticked = await Stopwatch.median {
      level = 1 - level
      query.filters[1] = .levels(variable: 1, [level])
      _ = await engine.answer(query)
    }
    let scanned = await Stopwatch.median { _ = BenchmarkCohort.scan(cohort, (4, 40), by: 0) }
    let name = NumberText.count(rows)
    report(
      "\(name) rows: a bound moves, counts and all facets", moved, beside: [("scan without facets", scanned)])
    report(
      "\(name) rows: a level is ticked, counts and all facets", ticked,
      beside: [("scan without facets", scanned)])

    let recomputer = Recomputer(engine, cohort: cohort)
    var question = Question()
    question.stratification = .levels(variable: 0)
    let whole = try await Stopwatch.median {
      level = 1 - level
      question.filters[1] = .levels(variable: 1, [level])
      _ = try await recomputer.snapshot(for: question, facets: query.facets)
    }
    report(
      "\(name) rows: the same with estimates, bands, test", whole, beside: [("R", try Peer.seconds(cohort))])
  }

  /// A table from its text to all that is known of it, beside those that give its columns only.
  private static func reading(_ table: BenchmarkTable, beside peers: [ReadingPeer]) async throws {
    let seconds = try await Stopwatch.median(runs: 5) { _ = try Study.open(path: table.path) }
    let speed = table.megabytes / seconds
    let others = try peers.map { peer in
      guard let seconds = try peer.seconds(table) else { return "\(peer.name) is not installed" }
      return String(
        format: "\(peer.name) %.0f, %.2fx", table.megabytes / seconds, speed / (table.megabytes / seconds))
    }
    let columns = [
      table.name.padding(toLength: 54, withPad: " ", startingAt: 0), milliseconds(seconds),
      String(format: "%9.0f", speed), others.joined(separator: "; "),
    ]
    print(columns.joined(separator: "  "))
  }

  /// A key on the dashboard of 100,000 rows, to its screen.
  private static func keyToScreen() async throws {
    let table = try BenchmarkTable.registry(rows: 100_000)
    let state = DashboardState(study: try Study.open(path: table.path), size: Size(columns: 120, rows: 36))
    var renderer = try await Renderer(
      state, recomputer: Recomputer(BitmapEngine(state.cohort), cohort: state.cohort))
    try await renderer.perform(.command("by stage"))
    try await renderer.press([
      .character("/"), .character("s"), .character("e"), .character("x"), .enter, .down,
    ])
    let redrawn = try await Stopwatch.median {
      try await renderer.press([.character(" ")])
      _ = renderer.grid
    }
    report("100,000 rows: a key that filters, to its screen", redrawn, beside: [("a 30 Hz frame", 1 / 30.0)])
  }

  /// From the sample study's files to its first screen.
  private static func start() async throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appendingPathComponent("sample-data/blinatumomab-hsct.toml").path
    let seconds = try await Stopwatch.median {
      let study = try Study.open(path: path)
      let state = DashboardState(study: study, size: Size(columns: 120, rows: 36))
      let renderer = try await Renderer(
        state, recomputer: Recomputer(BitmapEngine(study.cohort), cohort: study.cohort))
      _ = renderer.grid
    }
    report("the sample study: files to first screen", seconds)
  }
}
