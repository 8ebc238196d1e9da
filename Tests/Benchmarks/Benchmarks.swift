import Analysis
import CohortEngine
import CohortModel
import Dashboard
import Foundation
import Report
import Session
import Study
import SurvivalStatistics
import TerminalGrid

/// Times what a user waits for, beside its peers in the same run; the ratios are what counts.
@main
struct Benchmarks {
  static func main() async throws {
    BenchmarkLine.heading("what", "per second", "beside it")
    for rows in [78, 100_000, 1_000_000] { try await filterChange(BenchmarkCohort(rows: rows)) }
    for rows in [400_000, 1_000_000] { try await mainActor(rows: rows) }
    for rows in [100_000, 1_000_000] { try await factors(rows: rows) }
    try await regression(rows: 100_000)
    try await longSession()
    try await manyLevels()
    try await keyToScreen()
    try await start()
    guard !ProcessInfo.processInfo.arguments.contains("--no-reading") else { return }
    BenchmarkLine.heading("\nfrom text to a study, on one thread", "MB/s", "peers that only read it")
    try await reading(.registry(rows: 1_000_000), beside: ReadingPeer.all)
    try await reading(.wide(columns: 5000, rows: 300), beside: ReadingPeer.all)
    try await reading(.misspelt(rows: 80_000), beside: ReadingPeer.all)
  }

  /// A range that moves by a year, and one ticked level: counts, estimates, tests, and the screen they are laid out for.
  private static func filterChange(_ made: BenchmarkCohort) async throws {
    let cohort = made.cohort
    let engine = BitmapEngine(cohort)
    let name = NumberText.count(cohort.rowCount)
    let scanned = await Stopwatch.median { _ = made.scan((4, 40), by: 0) }
    var dashboard = BenchmarkDashboard(engine)
    func counted(_ question: Question) async throws {
      let request = EventTablesRequest(
        endpoint: question.endpoint, filters: question.filters, arms: question.arms)
      _ = try await engine.eventTables(request)
      let facets = Set(cohort.variables.map(\.name))
      _ = try await engine.facets(FacetsRequest(filters: question.filters, variables: facets))
    }
    let moved = try await Stopwatch.median { try await counted(dashboard.withMovedBound()) }
    BenchmarkLine("\(name) rows: a bound moves, counts and all facets", moved)
      .beside([("scan without facets", scanned)])
    let ticked = try await Stopwatch.median { try await counted(dashboard.withTickedLevel()) }
    BenchmarkLine("\(name) rows: a level is ticked, counts and all facets", ticked)
      .beside([("scan without facets", scanned)])
    let estimated = try await Stopwatch.median {
      // Nothing is remembered of the last question but what the engine keeps.
      _ = try await Analyst(engine).curves(dashboard.withTickedLevel())
    }
    BenchmarkLine("\(name) rows: the same with estimates, bands, test", estimated)
      .beside([("R", try Peer.seconds(cohort))])
    let plain = try await redrawn(&dashboard, "\(name) rows", beside: [("numbers alone", estimated)])
    guard cohort.rowCount > 1000 else { return }
    var followed = BenchmarkDashboard(
      BitmapEngine(BenchmarkCohort(rows: cohort.rowCount, followUp: true).cohort))
    _ = try await redrawn(
      &followed, "\(name) rows, follow-up of OS", beside: [("of the endpoint shown", plain)])
    var continuous = BenchmarkDashboard(
      BitmapEngine(BenchmarkCohort(rows: cohort.rowCount, times: .continuous).cohort))
    _ = try await redrawn(&continuous, "\(name) rows, continuous times", beside: [("in days", plain)])
  }

  /// The whole way from a ticked level to what panels draw, and to the cells of the screen.
  ///
  /// - Returns: seconds to the scene.
  private static func redrawn(
    _ dashboard: inout BenchmarkDashboard, _ what: String, beside peers: [(String, Double?)]
  ) async throws -> Double {
    let scene = try await Stopwatch.median {
      dashboard.ask(dashboard.withTickedLevel())
      try await dashboard.answer()
    }
    BenchmarkLine("\(what): change → scene for 120x36", scene).beside(peers)
    let frame = await Stopwatch.median { _ = dashboard.frame }
    BenchmarkLine("\(what): frame of it", frame).beside([("limit", mainActorLimit), ("change", scene)])
    return scene
  }

  /// Twenty factors looked at one at a time, six of them numbers with a ratio per unit, after a changed filter.
  private static func factors(rows: Int) async throws {
    let made = BenchmarkCohort(rows: rows, factors: 15)
    let engine = BitmapEngine(made.cohort)
    var dashboard = BenchmarkDashboard(engine)
    func question() -> Question {
      var question = dashboard.withTickedLevel()
      question.arms = nil
      return question
    }
    let names = made.cohort.variables.map(\.variable.name)
    let counted = try await Stopwatch.median {
      let question = question()
      let request = FactorTablesRequest(
        endpoint: question.endpoint, filters: question.filters, variables: names)
      _ = try await engine.factorTables(request)
    }
    let grid = try await Stopwatch.median { _ = try await Analyst(engine).univariable(question()) }
    BenchmarkLine("\(NumberText.count(rows)) rows: a level is ticked, 20 factors one at a time", grid)
      .beside([("counts alone", counted)])
  }

  /// A Cox model of five covariates, eight columns, on rows that are there.
  private static func regression(rows: Int) async throws {
    let cohort = BenchmarkCohort(rows: rows).cohort
    let endpoint = cohort.endpoints[0]
    let data = try SurvivalData(
      (0..<rows).map { row in
        let time = endpoint.scale.time(endpoint.times[row])
        return endpoint.status[row] > 0 ? .event(at: time) : .censored(at: time)
      })
    let covariates: [Covariate] = cohort.variables.compactMap { variable in
      let name = variable.variable.name
      switch variable.values {
      case .levels(let column):
        return .factor(name: name, levels: column.levels, codes: column.codes.map(Int.init))
      case .numbers(let column): return .continuous(name: name, values: column.values)
      default: return nil
      }
    }
    let fit = try await Stopwatch.median {
      _ = try CoxModel(data, design: DesignMatrix(covariates, rowCount: rows))
    }
    BenchmarkLine("\(NumberText.count(rows)) rows: Cox model of five covariates", fit)
      .beside([("R", try Peer.seconds(cohort, script: Peer.regression))])
  }

  /// What a session costs that has grown long: a command and its frame look at its history as little as they can.
  private static func longSession() async throws {
    var dashboard = BenchmarkDashboard(BitmapEngine(BenchmarkCohort(rows: 78).cohort))
    func pressed() async -> Double {
      await Stopwatch.median {
        var next = dashboard
        next.ask(next.withTickedLevel())
        _ = next.frame
      }
    }
    try await dashboard.answer()
    let first = await pressed()
    for _ in 0..<300 {
      dashboard.ask(dashboard.withTickedLevel())
      try await dashboard.answer()
    }
    BenchmarkLine("78 rows: three commands and a frame after 900 others", await pressed())
      .beside([("at the beginning", first), ("limit", mainActorLimit)])
  }

  /// A variable with a level for every other patient, all in sight and half of them ticked.
  private static func manyLevels() async throws {
    var dashboard = BenchmarkDashboard(BitmapEngine(BenchmarkCohort(rows: 10_000, centres: 5000).cohort))
    dashboard.run(.open("centre"))
    let half = Set((0..<2500).map { "centre \($0 * 2)" })
    dashboard.run(.filter("centre", .oneOf("centre", half)))
    try await dashboard.answer()
    dashboard.press(.tab)
    for _ in 0..<20 { dashboard.press(.pageDown) }
    let limit: [(String, Double?)] = [("limit", mainActorLimit)]
    let frame = await Stopwatch.median { _ = dashboard.frame }
    BenchmarkLine("10,000 rows, a variable of 5,000 levels: frame", frame).beside(limit)
    let ticked = await Stopwatch.median {
      var next = dashboard
      next.press(.character(" "))
      _ = next.frame
    }
    BenchmarkLine("10,000 rows, a variable of 5,000 levels: a value ticked, frame", ticked).beside(limit)
  }

  /// Nothing on the main actor may take longer, in seconds.
  private static let mainActorLimit = 0.005

  /// What holds up the next key: nothing may take 5 ms, however many patients and different times there are.
  private static func mainActor(rows: Int) async throws {
    var dashboard = BenchmarkDashboard(BitmapEngine(BenchmarkCohort(rows: rows, times: .distinct).cohort))
    dashboard.ask(dashboard.everybody)
    try await dashboard.answer()
    let name = "\(NumberText.count(rows)) rows, \(NumberText.count(dashboard.distinctTimes)) times"
    let limit: [(String, Double?)] = [("limit", mainActorLimit)]
    let frame = await Stopwatch.median { _ = dashboard.frame }
    BenchmarkLine("\(name): one frame", frame).beside(limit)
    for (what, keys) in [
      ("arms menu opened", [Key.character("s")]), ("help opened", [.character("?")]),
      ("a command's first letter", [.character(":"), .character("b")]),
      ("Data view opened", [.character("6")]),
      ("cross-hair moved", [.character("x"), .right]), ("a value ticked", [.tab, .character(" ")]),
    ] {
      let seconds = await Stopwatch.median {
        var opened = dashboard
        for key in keys { opened.press(key) }
        _ = opened.frame
      }
      BenchmarkLine("\(name): \(what), one frame", seconds).beside(limit)
    }
    dashboard.press(.character("6"))
    try await dashboard.answer()
    let data = await Stopwatch.median { _ = dashboard.frame }
    BenchmarkLine("\(name): Data view, one frame", data).beside(limit)
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
    BenchmarkLine(table.name, seconds, rate: speed).print(others)
  }

  /// A key on the dashboard of 100,000 rows, to its screen.
  private static func keyToScreen() async throws {
    let table = try BenchmarkTable.registry(rows: 100_000)
    var dashboard = BenchmarkDashboard(study: try Study.open(path: table.path))
    dashboard.run(.by(.levels(of: "stage")))
    for key in [Key.character("/"), .character("s"), .character("e"), .character("x"), .enter, .down] {
      dashboard.press(key)
    }
    let redrawn = try await Stopwatch.median {
      dashboard.press(.character(" "))
      dashboard.forget()
      try await dashboard.answer()
      _ = dashboard.frame
    }
    BenchmarkLine("100,000 rows: a key that filters, to its screen", redrawn)
      .beside([("a 30 Hz frame", 1 / 30.0)])
  }

  /// From the sample study's files to its first screen.
  private static func start() async throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appendingPathComponent("sample-data/blinatumomab-hsct.toml").path
    let seconds = try await Stopwatch.median {
      var dashboard = BenchmarkDashboard(study: try Study.open(path: path))
      try await dashboard.answer()
      _ = dashboard.frame
    }
    BenchmarkLine("the sample study: files to first screen", seconds).beside([])
  }
}
