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
    try await reading()
    try await start()
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

  /// A table of 100,000 rows from text to study.
  private static func reading() async throws {
    let cohort = BenchmarkCohort.make(rows: 100_000)
    guard case .numbers(let ages) = cohort.variables[4].values else { return }
    var text = "id,os_months,os_status,age,phase,sex\n"
    for row in 0..<cohort.rowCount {
      let endpoint = cohort.endpoints[0]
      let month = String(format: "%.2f", Double(endpoint.times[row]) / 30.4375)
      text +=
        "P\(row),\(month),\(min(1, endpoint.status[row])),\(Int(ages.values[row])),CR\(row % 3),\(row % 2 == 0 ? "F" : "M")\n"
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "atrisk-bench-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    let seconds = try await Stopwatch.median(runs: 5) { _ = try Study.open(path: file.path) }
    let megabytes = String(format: "%.1f", Double(text.utf8.count) / 1e6)
    report("100,000 rows, \(megabytes) MB: reading a table", seconds)

    let state = DashboardState(study: try Study.open(path: file.path), size: Size(columns: 120, rows: 36))
    var renderer = try await Renderer(
      state, recomputer: Recomputer(BitmapEngine(state.cohort), cohort: state.cohort))
    try await renderer.perform(.command("by phase"))
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
