import Analysis
import CohortEngine
import CohortModel
import Report
import Session
import Study
import TerminalGrid
import TestSupport
import Testing

@testable import Dashboard
@testable import atrisk

@Suite("The Data view")
struct DataViewTests {
  private static let filtered = ["where disease_phase in (CR2, CR3)", "by very_early_relapse"]
  /// Ten patients, of whom four cannot be used for four reasons.
  private static let odd = """
    id,age,sex,os_months,os_status,note
    P1,34,F,12.5,dead,x
    P2,41,M,-3,alive,y
    P3,,M,20,alive,
    P4,55,F,,dead,z
    P5,61,M,8,lost,a
    P6,38,F,30,alive,b
    P7,29,M,44,dead,c
    P8,70,F,2,zombie,\u{1B}[31m
    P9,50,F,18,alive,e
    P10,52,M,,,f
    P10,52,M,,,f
    """

  @Test(
    "Its sections on every size", arguments: Screens.sizes,
    [("endpoints", "6"), ("missing", "6 Tab o"), ("flow", "6 Tab Tab Tab")])
  func screens(size: String, section: (name: String, keys: String)) async throws {
    let renderer = try await Screens.renderer(size: size, keys: section.keys, commands: Self.filtered)
    expectSnapshot(of: renderer.grid, named: "data-\(section.name)-\(size)")
  }

  @Test("Findings with their lines and what stands there", arguments: Screens.sizes)
  func findings(size: String) async throws {
    var renderer = try await Screens.renderer(table: Self.odd, size: size)
    try await renderer.keys("6 Tab Tab Down")
    expectSnapshot(of: renderer.grid, named: "data-findings-\(size)")
  }

  @Test("A finding names the patients of its lines and what its column holds there; Enter shows all of it")
  func findingRows() async throws {
    var renderer = try await Screens.renderer(table: Self.odd, size: "80x24")
    try await renderer.keys("6 Tab Tab Down")
    #expect(renderer.row("P2 · os_months: -3")?.contains("line 3") == true)
    try await renderer.keys("k")
    #expect(renderer.row("put together with another row")?.contains("line 12") == true)
    try await renderer.keys("Enter")
    #expect(renderer.state.data.isReading)
    #expect(renderer.row("line 11")?.contains("P10") == true)
    try await renderer.keys("Escape")
    #expect(!renderer.state.data.isReading && renderer.state.display.view == .data)
    #expect(!renderer.text.unicodeScalars.contains("\u{1B}"))
  }

  @Test("The file itself: its paths, how many rows and patients, and what somebody wrote about it")
  func file() async throws {
    let renderer = try await Screens.renderer(size: "80x24", keys: "6 BTab")
    for text in ["blinatumomab-hsct.toml", "blinatumomab-hsct.csv", "rows         78", "no row describes"] {
      #expect(renderer.text.contains(text), "\(text)")
    }
  }

  @Test("Tab and the arrows go round the sections, and each keeps its place")
  func sections() async throws {
    var renderer = try await Screens.renderer(keys: "6 Down Down Tab Down")
    #expect(renderer.state.data.section == .columns && renderer.state.data.cursor == 1)
    try await renderer.keys("Left")
    #expect(renderer.state.data.section == .endpoints && renderer.state.data.cursor == 2)
    try await renderer.keys("BTab")
    #expect(renderer.state.data.section == .file)
    try await renderer.keys("Right l l G")
    #expect(renderer.state.data.section == .findings)
    try await renderer.keys("Tab")
    #expect(renderer.state.data.section == .flow)
  }

  @Test("o sorts the columns by what is missing, by name and as in the file")
  func sorting() async throws {
    var renderer = try await Screens.renderer(keys: "6 Tab Down Down")
    let scene = try #require(renderer.state.scene?.data)
    let columns = scene.report.reading.columns
    func names() throws -> [String] {
      let data = try #require(renderer.state.scene?.data)
      let order = renderer.state.data.order
      return columns.indices.compactMap { data.column(row: $0, order)?.name }
    }
    #expect(try names() == columns.map(\.name))
    #expect(renderer.state.data.cursor == 2 && columns[2].name == "age_years")
    try await renderer.keys("o")
    let missing = try names().map { name in columns.first { $0.name == name }?.missing ?? -1 }
    #expect(missing == missing.sorted(by: >) && missing.first == 72 && renderer.state.data.cursor == 0)
    try await renderer.keys("o")
    let lowered = try names().map { $0.lowercased() }
    #expect(lowered == lowered.sorted() && lowered.count == columns.count)
    let place = renderer.state.data.cursor
    try await renderer.keys("o")
    #expect(try names() == columns.map(\.name))
    // The cursor stays on its column.
    #expect(columns[renderer.state.data.cursor].name.lowercased() == lowered[place])
  }

  @Test("How many lack a value is what the schema counts, as number and share")
  func missing() async throws {
    let renderer = try await Screens.renderer(size: "200x60", keys: "6 Tab o")
    let schema = renderer.state.schema
    let columns = try #require(renderer.state.scene?.data).report.reading.columns
    #expect(columns.map(\.missing) == schema.variables.map(\.missingCount))
    let row = try #require(renderer.row("very_early_relapse"))
    #expect(row.contains("19") && row.contains("24.4%") && row.contains("██"))
  }

  @Test("The flow goes from the file to those analysed, and who leaves a step is told with why")
  func flow() async throws {
    let renderer = try await Screens.renderer(
      size: "200x60", keys: "6 BTab BTab", commands: Self.filtered + ["landmark 6"])
    let report = try #require(renderer.state.scene?.data).report
    #expect(report.flow.first?.count == 78 && report.flow.last?.condition == "analysed")
    #expect(report.flow.map(\.count) == report.flow.map(\.count).sorted(by: >))
    let counts = try #require(renderer.state.scene).report.curves.counts
    #expect(report.flow.last?.count == counts.analysed)
    #expect(renderer.row("14 left out: not Disease phase at HSCT CR2, CR3") != nil)
    #expect(renderer.row("5 left out: Very early relapse (before 18 months) unknown, so in no arm") != nil)
    #expect(renderer.row("\(counts.beforeLandmark) left out: had the event") != nil)
    let lost = zip(report.flow, report.flow.dropFirst()).filter { $0.count > $1.count }
    #expect(lost.count == 3 && lost.allSatisfy { !$1.why.isEmpty })
    // Rows of one patient are put together before anybody is left out.
    var odd = try await Screens.renderer(table: Self.odd, size: "100x30")
    try await odd.keys("6 BTab BTab")
    #expect(odd.row("1 left out: rows of the same patient") != nil)
    #expect(odd.row("4 left out: time or status of Overall survival not known") != nil)
  }

  @Test("Enter shows the curves of an endpoint or a column, and comes back to its place")
  func opening() async throws {
    var renderer = try await Screens.renderer(keys: "6 Down Down Down Enter")
    #expect(renderer.state.question.endpoint == "CIR" && renderer.state.display.view == .curves)
    try await renderer.keys("q")
    #expect(renderer.state.display.view == .data && renderer.state.data.cursor == 3)
    try await renderer.keys("Tab Down Enter")
    #expect(renderer.state.question.arms?.variable == "sex" && renderer.state.display.view == .curves)
    try await renderer.keys("6 g Enter")
    #expect(renderer.state.display.view == .data)
    #expect(renderer.state.message?.kind == .error)
  }

  @Test("Every entry is reached and in sight", arguments: Screens.sizes)
  func scrolling(size: String) async throws {
    var renderer = try await Screens.renderer(size: size, keys: "6 Tab")
    let scene = try #require(renderer.state.scene?.data)
    for column in scene.report.reading.columns {
      let grid = renderer.grid
      let selected = (scene.list.y..<scene.list.maxY).filter {
        grid[scene.list.maxX - 1, $0].style.background == .selection
      }
      #expect(selected.count == 1)
      #expect(grid.rowTexts[selected.first ?? 0].contains(column.name.prefix(12)))
      try await renderer.keys("Down")
    }
    #expect(renderer.state.data.cursor == scene.report.reading.columns.count - 1)
  }

  @Test("The mouse chooses a section and an entry")
  func mouse() async throws {
    let renderer = try await Screens.renderer(keys: "6")
    var state = renderer.state
    let scene = try #require(state.scene?.data)
    let tab = try #require(DataPanel.tabs(scene).first { $0.section == .columns })
    _ = state.receive(MouseEvent(.press, x: tab.columns.lowerBound, y: scene.tabs.y))
    #expect(state.data.section == .columns)
    _ = state.receive(MouseEvent(.press, x: scene.list.x + 2, y: scene.list.y + 4))
    #expect(state.data.cursor == 3)
  }

  @Test("ASCII holds nothing but ASCII, and without a file that is said")
  func ascii() async throws {
    let renderer = try await Screens.renderer(keys: "6 Tab o", commands: ["charset ascii"])
    #expect(renderer.text.allSatisfy { $0.isASCII })
    var bare = try await Screens.renderer(
      BitmapEngine(Screens.opening().study.cohort))
    try await bare.keys("6 Down Enter Tab")
    #expect(bare.text.contains("There is no file to tell of"))
  }
}
