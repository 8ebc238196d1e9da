import Analysis
import CohortModel
package import Report
import Session
package import TerminalGrid

/// Several small figures with the same axes, as they lie on a screen of one size.
package struct PanelsScene: Sendable {
  /// One figure with what can be seen of it; its frame begins at the corner of the screen.
  package struct Panel: Sendable {
    package let title: Sentence
    package let curves: [PlotCurve]
    package let areas: [PlotArea]
    package let series: [Int]
    package let atRisk: NumbersAtRisk
    /// What is estimated of each curve where the curves are read.
    package let estimates: [String]
    package let estimateSeries: [Int]
    package let test: TestReport?
  }

  package let panels: [Panel]
  /// Whose P values are shown.
  let reports: [CurvesReport]
  /// Whether a test of all arms stands below the panels.
  let showsWholeTest: Bool
  /// What the height of all figures is, and where they are read.
  package let yTitle: String
  let estimateHeading: String
  let estimateNames: [String]
  package let frame: PlotFrame
  package let ticks: [Double]
  /// What a reader must know, below the panels.
  package let notes: [CurvesNote]
  package let area: Rect
  let noteArea: Rect
  /// The columns left of the first panel of a row.
  let margin: Int
  /// How many panels stand beside each other and upon each other.
  package let columns: Int
  package let rows: Int
  let height: Int
  let hasEstimates: Bool
  let hasTests: Bool

  /// How many are on the screen at once.
  package var capacity: Int { columns * rows }
  /// How far the panels can be scrolled.
  package var lastOffset: Int { max(0, panels.count - capacity) }

  static let gap = 5
  private static let narrowest = 25

  /// - Complexity: O(distinct times of all curves).
  init(
    _ found: [PanelReport], of report: CurvesReport, remarks: [Remark], _ ask: Scene.Ask
  ) {
    let charset = Charset(ask.display.charset)
    let whole = ScreenLayout(size: ask.size, hidesFilters: ask.display.hidesFilters).curves.inset(
      left: 1, right: 1)
    let figures = found.map(\.report.figure)
    let isByFactor = report.curves.question.panels != nil
    reports = found.map(\.report)
    showsWholeTest = report.isStacked && !isByFactor
    let isByCause = !isByFactor && !report.isStacked
    yTitle = figures.first.map { isByCause ? "cumulative incidence" : $0.yTitle } ?? ""
    notes =
      remarks.map { CurvesNote(.caution, $0.sentence) }
      + report.notes(isBrief: true).filter { note in
        if case .test = note.kind { report.isStacked && !isByFactor } else { true }
      }
    let tables = found.map { $0.report.estimates(besideAxis: true) }
    estimateHeading = tables.first.flatMap(Self.heading) ?? ""
    let tests = found.map { $0.report.tests.first }
    hasTests = tests.contains { $0 != nil }
    let names = (found.first?.report.armNames ?? []).map(\.short)
    let curveNames = tables.first.map { $0.rows.map { $0.names.last ?? "" } } ?? []
    estimateNames = curveNames
    let digits = found.flatMap { $0.report.curves.arms }.map { String($0.patientCount).count }.max() ?? 1
    let longest = ((names + curveNames).map { charset.spelled($0).columns }.max() ?? 0) + 4 + digits / 2
    margin = max(8, min(longest, whole.width / 4, 24))

    let width = whole.width - margin
    let most = max(1, (width + Self.gap) / (Self.narrowest + Self.gap))
    columns = max(1, min(found.count, most))
    let atRiskRows = names.count
    let estimateRows = estimateHeading.isEmpty ? 0 : curveNames.count + 1
    let fixed = 1 + 2 + atRiskRows + (hasTests ? 1 : 0)
    let noteLines = min(notes.count, whole.height < 24 ? 2 : 4)
    // Above the panels what their height is, below them what a reader must know and what is not shown.
    let below = noteLines + 1
    let available = whole.height - 1 - below
    let wanted = (found.count + columns - 1) / max(1, columns)
    rows = max(1, min(wanted, available / (fixed + estimateRows + 10)))
    height = available / rows
    hasEstimates = estimateRows > 0 && height - fixed - estimateRows >= 8
    let plotHeight = max(3, height - fixed - (hasEstimates ? estimateRows : 0))
    (area, noteArea) = whole.splitBottom(below)
    let plotWidth = (width - Self.gap * (columns - 1)) / columns
    let names2 = figures.flatMap { $0.layers.map { charset.spelled($0.name.short).columns } }.max() ?? 0
    let right = figures.contains { $0.hasThinLayer(rows: plotHeight) } ? min(names2 + 4, plotWidth / 3) : 1
    let last = figures.map(\.lastTime).max() ?? 0
    let until = ask.display.until.map { $0.value(in: ask.unit) } ?? last
    let (floor, ceiling) =
      ask.display.zoomsAxis && !report.isStacked
      ? CurvesLayout.shares(figures, until: until, withBands: ask.display.showsIntervals) : (0, 1)
    let frame = PlotFrame(
      area: Rect(x: 0, y: 0, width: plotWidth - right, height: plotHeight),
      horizon: min(until, max(last, 0)), floor: floor, ceiling: ceiling, charset: charset)
    self.frame = frame
    let steps = figures.first?.tickSteps ?? []
    let ticks = Ticks.times(
      horizon: frame.horizon, columns: frame.area.width,
      spacing: max(digits, Figure.label(time: frame.horizon).count) + 3, steps: steps)
    self.ticks = ticks
    let room = frame.area.width
    panels = found.indices.map { place in
      let (panel, figure) = (found[place], figures[place])
      return Panel(
        title: panel.title,
        curves: figure.layers.isEmpty
          ? figure.curves.map {
            Scene.plotted($0, in: frame, ask.display, isNamed: figure.curves.count > 1)
          } : [],
        areas: Scene.areas(figure, in: frame, charset), series: figure.curves.map(\.series),
        atRisk: panel.report.numbersAtRisk(at: ticks),
        estimates: Self.estimates(tables[place], room: room, charset),
        estimateSeries: tables[place].rows.map { $0.series ?? 1 }, test: tests[place])
    }
  }

  private static func heading(_ table: Table) -> String? {
    table.columns.first { $0.rank == .meaning }?.variants
      .last { $0.form == .cell && !$0.isLastResort }?.heading
  }

  private static func estimates(_ table: Table, room: Int, _ charset: Charset) -> [String] {
    guard let column = table.columns.firstIndex(where: { $0.rank == .meaning }) else { return [] }
    return table.rows.map { row in
      let cell = row.cells[column]
      let full = charset.spelled(cell.text(.cell))
      return full.columns <= room ? full : charset.spelled(cell.text(.bare))
    }
  }
}

extension Figure {
  /// Whether a layer is too thin for its name at a plot of so many rows.
  func hasThinLayer(rows: Int) -> Bool {
    layers.contains { layer in
      guard let lower = layer.lower.last, let upper = layer.upper.last else { return false }
      let thickness = (upper - lower) * Double(rows)
      return thickness > 0 && thickness < 2.5
    }
  }
}

extension Scene {
  /// What can be seen of the layers of a stacked figure.
  static func areas(_ figure: Figure, in frame: PlotFrame, _ charset: Charset) -> [PlotArea] {
    zip(figure.layers, figure.curves).map { layer, curve in
      let end = curve.end?.time ?? -1
      let visible = frame.visibleSteps(times: layer.times, values: layer.upper, until: end)
      return PlotArea(
        label: charset.spelled(layer.name.short),
        edge: PlotCurve(
          label: "", start: layer.start.upperBound,
          steps: visible.map { PlotCurve.Step(layer.times[$0], layer.upper[$0]) }, end: end,
          style: Style(.series(layer.series))),
        texture: layer.isEventFree ? nil : charset.texture(series: layer.series))
    }
  }
}
