import Analysis
import CohortModel
import Report
import Session
package import TerminalGrid

/// Where the parts of the Curves view lie: what the height means, plot, axis, risk table, estimates, notes.
///
/// The plot takes what the tables leave. Where that would be too low to read a value off, the estimates move beside the
/// numbers at risk, the least of the notes go, and the tables show as many arms as fit and say how many they leave out.
package struct CurvesLayout: Sendable {
  /// What the height of the curves is.
  package let yTitle: Rect
  package let frame: PlotFrame
  /// The axis line and its labels below the plot.
  package let axis: Rect
  package let riskTable: Rect
  package let estimates: Rect
  package let notes: Rect
  /// The plot with the free columns to its right.
  package let labels: Rect
  /// The ticks of the time axis in the shown unit, which are also the columns of the risk table.
  package let ticks: [Double]
  /// The risk table's lines for each arm.
  package let rowsPerArm: Int
  /// The columns for the names of the arms in the risk table.
  package let labelWidth: Int
  /// Whether the estimates stand in the rows of the risk table.
  package let isOneBlock: Bool
  /// How many arms and curves the tables have room for.
  package let armLimit: Int
  package let curveLimit: Int
  /// Whether the axis was fitted to the curves because the plot is low, and not because somebody asked for it.
  package let isFittedByNeed: Bool

  /// Whether there is one line for all conventions.
  let hasBriefNotes: Bool

  /// A plot of fewer rows cannot show a share to within one point of a hundred.
  private static let exact = 22
  /// A lower plot cannot show a share to within two points of a hundred.
  package static let lowestReadable = 12
  private static let lowest = 5

  init(
    _ ask: Scene.Ask, _ report: CurvesReport, _ figure: Figure, notes: [CurvesNote]
  ) {
    let area = ScreenLayout(size: ask.size, hidesFilters: ask.display.hidesFilters).curves.inset(
      left: 1, right: 1)
    let arms = report.armNames.count
    let whole = Plan(ask, report, arms: arms, curves: figure.curves.count, notes: notes, height: area.height)
    hasBriefNotes = whole.plotLines(of: area.height) < Self.exact
    let plan =
      hasBriefNotes
      ? Plan(
        ask, report, arms: arms, curves: figure.curves.count, notes: CurvesNote.brief(notes),
        height: area.height)
      : whole
    (rowsPerArm, isOneBlock) = (plan.rowsPerArm, plan.isOneBlock)
    (armLimit, curveLimit) = (plan.armLimit, plan.curveLimit)

    let (title, belowTitle) = area.splitTop(1)
    let (aboveNotes, noteArea) = belowTitle.splitBottom(plan.noteLines)
    let (aboveEstimates, estimateArea) = aboveNotes.splitBottom(isOneBlock ? 0 : curveLimit + 1)
    let (aboveRisk, risk) = aboveEstimates.splitBottom(plan.blockLines)
    let (plot, axis) = aboveRisk.splitBottom(2)
    (yTitle, self.notes, riskTable, self.axis) = (title, noteArea, risk, axis)

    // Labels keep clear of the first column of numbers, whose middle is under the axis.
    let digits = report.curves.arms.map { String($0.patientCount).count }.max() ?? 1
    let longest = (Self.rowNames(report, rowsPerArm).map(\.columns).max() ?? 0) + 4 + digits / 2
    let margin = max(7 + digits / 2, min(longest, area.width / 4, 26))
    labelWidth = margin - 2 - digits / 2
    labels = plot.inset(left: margin)
    let right = isOneBlock ? min(max(25, Self.estimateWidth(report)), area.width * 2 / 5) + 2 : 2
    let plotArea = plot.inset(left: margin, right: right)
    estimates =
      isOneBlock
      ? Rect(x: plotArea.maxX + 2, y: risk.y, width: area.maxX - plotArea.maxX - 2, height: risk.height)
      : estimateArea

    let until = ask.display.until.map { $0.value(in: ask.unit) } ?? figure.lastTime
    let horizon = min(until, max(figure.lastTime, 0))
    isFittedByNeed = !ask.display.zoomsAxis && plotArea.height < Self.lowestReadable
    let isFitted = ask.display.zoomsAxis || isFittedByNeed
    let (floor, ceiling) =
      isFitted ? Self.shares(figure, until: horizon, withBands: ask.display.showsIntervals) : (0, 1)
    frame = PlotFrame(
      area: plotArea, horizon: horizon, floor: floor, ceiling: ceiling,
      charset: Charset(ask.display.charset))
    ticks = Ticks.times(
      horizon: frame.horizon, columns: plotArea.width,
      spacing: max(digits, Figure.label(time: horizon).count) + 3, steps: figure.tickSteps)
  }

  /// How the lines of the view are shared out.
  private struct Plan {
    var isOneBlock = false
    var rowsPerArm: Int
    var noteLines: Int
    var armLimit: Int
    var curveLimit: Int

    /// The heading and the rows of the risk table.
    var blockLines: Int { 1 + armLimit * rowsPerArm }

    func plotLines(of height: Int) -> Int {
      height - 3 - noteLines - blockLines - (isOneBlock ? 0 : curveLimit + 1)
    }

    init(
      _ ask: Scene.Ask, _ report: CurvesReport, arms: Int, curves: Int, notes: [CurvesNote], height: Int
    ) {
      rowsPerArm = CurvesLayout.rows(ask, report)
      (noteLines, armLimit, curveLimit) = (notes.count, arms, curves)
      func isLow(_ plan: Plan) -> Bool { plan.plotLines(of: height) < CurvesLayout.lowestReadable }
      // Curves of causes have no rows in the risk table beside which their estimates could stand.
      if isLow(self) { isOneBlock = arms == curves }
      let essential = notes.count { $0.kind.isEssential }
      while isLow(self), noteLines > max(essential, 1) { noteLines -= 1 }
      if isLow(self) { rowsPerArm = 1 }
      // A low plot is fitted to its curves; an arm without numbers would be worse.
      while plotLines(of: height) < CurvesLayout.lowest, max(armLimit, curveLimit) > 2 {
        if isOneBlock || armLimit >= curveLimit { armLimit -= 1 }
        if isOneBlock || curveLimit > armLimit { curveLimit -= 1 }
      }
    }
  }

  /// The lines that were asked for of each arm.
  private static func rows(_ ask: Scene.Ask, _ report: CurvesReport) -> Int {
    let causes = report.curves.endpoint.kind == .competingRisks ? report.curves.endpoint.causes.count : 1
    return switch ask.display.riskRows {
    case .atRisk: 1
    case .withEvents: 1 + causes
    case .withEventsAndCensored: 2 + causes
    }
  }

  private static func rowNames(_ report: CurvesReport, _ rows: Int) -> [String] {
    let blocks = report.numbersAtRisk(at: []).blocks
    return blocks.map(\.name.short)
      + (rows > 1 ? blocks.flatMap { $0.rows.prefix(rows).map { " " + ($0.labels.last ?? "") } } : [])
  }

  private static func estimateWidth(_ report: CurvesReport) -> Int {
    report.estimates().withoutNames.layout(fitting: 26, gap: 2) { $0.columns }.width
  }

  /// The smallest stretch of twentieths that holds all curves up to a time, and their bands where these are drawn.
  private static func shares(
    _ figure: Figure, until time: Double, withBands: Bool
  ) -> (Double, Double) {
    guard let first = figure.curves.first else { return (0, 1) }
    var (low, high) = (first.start, first.start)
    for curve in figure.curves {
      for (step, value) in curve.values.enumerated() where curve.times[step] <= time {
        (low, high) = (min(low, value), max(high, value))
        guard withBands, let lower = curve.lower[step], let upper = curve.upper[step] else { continue }
        (low, high) = (min(low, lower), max(high, upper))
      }
    }
    let floor = max(0, (low * 20 - 1e-9).rounded(.down) / 20)
    let ceiling = min(1, (high * 20 + 1e-9).rounded(.up) / 20)
    return ceiling - floor < 0.1 ? (max(0, ceiling - 0.1), max(0.1, ceiling)) : (floor, ceiling)
  }
}
