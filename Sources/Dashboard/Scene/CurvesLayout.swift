import Analysis
import CohortModel
import Report
import Session
package import TerminalGrid

/// Where the parts of the Curves view lie: what the height means, plot, axis, risk table, estimates, notes.
///
/// ``CurvesPlan`` shares out the lines; where they do not suffice, the tables show as many arms as fit and say how many
/// they leave out.
package struct CurvesLayout: Sendable {
  /// What the height of the curves is.
  package let yTitle: Rect
  /// The lines of what the height is where they stand beside the axis; none where it is above the plot.
  package let yTitleLines: [String]
  package let frame: PlotFrame
  /// The axis line and its labels below the plot, or in one row with them.
  package let axis: Rect
  package let riskTable: Rect
  package let estimates: Rect
  package let notes: Rect
  /// The plot with the free columns to its right.
  package let labels: Rect
  /// The ticks of the time axis in the shown unit, which are also the columns of the risk table; one is where the
  /// curves are read.
  package let ticks: [Double]
  /// The risk table's lines for each arm.
  package let rowsPerArm: Int
  /// The columns for the names of the arms in the risk table.
  package let labelWidth: Int
  /// Whether the estimates stand in the rows of the risk table.
  package let isOneBlock: Bool
  /// Whether the heading of the numbers at risk stands before the times of the axis.
  package let isHeadingInAxis: Bool
  /// Whether the times of the axis stand in its line.
  package let hasOneAxisRow: Bool
  /// How many arms and curves the tables have room for.
  package let armLimit: Int
  package let curveLimit: Int
  /// Whether the axis was fitted to the curves because the plot is low, and not because somebody asked for it.
  package let isFittedByNeed: Bool

  /// Whether there is one line for all conventions.
  let hasBriefNotes: Bool

  init(_ ask: Scene.Ask, _ report: CurvesReport, _ figure: Figure, yTitle text: String) {
    let area = ScreenLayout(size: ask.size, hidesFilters: ask.display.hidesFilters).curves.inset(
      left: 1, right: 1)
    let digits = report.curves.arms.map { String($0.patientCount).count }.max() ?? 1
    let numbers = report.numbersAtRisk(at: [])
    func margin(_ plan: CurvesPlan) -> Int {
      Self.margin(plan, numbers, width: area.width, digits: digits)
    }
    let plan = CurvesPlan.plan(
      CurvesPlan.Needs(
        height: area.height, arms: report.armNames.count, curves: figure.curves.count,
        rowsPerArm: Self.rows(ask, report), notes: report.notes(isBrief: false),
        briefNotes: report.notes(isBrief: true), canMergeHeading: ask.display.riskRows == .atRisk,
        titleBeside: { plan in
          // A fitted axis has other ticks, and nobody has a plot.
          guard !ask.display.zoomsAxis, report.curves.counts.analysed > 0 else { return nil }
          let rows = Self.rowsBelowTopTick(plan.plotLines + plan.titleLines)
          let least = margin(plan) - 2
          return (least...max(least, area.width / 3 - 2)).lazy
            .compactMap { text.wrapped(columns: $0, lines: rows) }.first
        }))
    hasBriefNotes = plan.hasBriefNotes
    (rowsPerArm, isOneBlock) = (plan.rowsPerArm, plan.isOneBlock)
    (armLimit, curveLimit) = (plan.armLimit, plan.curveLimit)
    (isHeadingInAxis, hasOneAxisRow) = (plan.isHeadingInAxis, plan.hasOneAxisRow)

    let (title, belowTitle) = area.splitTop(plan.titleLines)
    let (aboveNotes, noteArea) = belowTitle.splitBottom(plan.noteLines)
    let (aboveEstimates, estimateArea) = aboveNotes.splitBottom(plan.estimateLines)
    let (aboveRisk, risk) = aboveEstimates.splitBottom(plan.blockLines)
    let (plot, axis) = aboveRisk.splitBottom(plan.axisLines)
    (self.notes, riskTable, self.axis) = (noteArea, risk, axis)

    let margin = max(margin(plan), (plan.titleBeside?.map(\.columns).max() ?? 0) + 2)
    // Two blanks before the numbers, of which a long name may take one.
    labelWidth = margin - 1 - digits / 2
    labels = plot.inset(left: margin)
    if let lines = plan.titleBeside {
      yTitleLines = lines
      yTitle = Rect(x: plot.x, y: plot.y + 1, width: margin - 2, height: lines.count)
    } else {
      (yTitleLines, yTitle) = ([], title)
    }
    let longestLayer = figure.layers.map { $0.name.short.columns }.max() ?? 0
    let names = figure.hasThinLayer(rows: plot.height) ? min(longestLayer + 4, area.width / 4) : 0
    let right = isOneBlock ? min(max(25, Self.estimateWidth(report)), area.width * 2 / 5) + 2 : max(2, names)
    let plotArea = plot.inset(left: margin, right: right)
    // In one block the heading of the estimates is in the line of that of the numbers at risk.
    let heading = isHeadingInAxis ? axis.maxY - 1 : risk.y
    estimates =
      isOneBlock
      ? Rect(
        x: plotArea.maxX + 2, y: heading, width: area.maxX - plotArea.maxX - 2, height: risk.maxY - heading)
      : estimateArea

    let until = ask.display.until.map { $0.value(in: ask.unit) } ?? figure.lastTime
    let horizon = min(until, max(figure.lastTime, 0))
    // Areas that are everybody together have an axis for everybody.
    let canFit = figure.layers.isEmpty
    isFittedByNeed = canFit && !ask.display.zoomsAxis && plotArea.height < CurvesPlan.lowestReadable
    let isFitted = canFit && ask.display.zoomsAxis || isFittedByNeed
    let (floor, ceiling) =
      isFitted ? Self.shares([figure], until: horizon, withBands: ask.display.showsIntervals) : (0, 1)
    frame = PlotFrame(
      area: plotArea, horizon: horizon, floor: floor, ceiling: ceiling,
      charset: Charset(ask.display.charset))
    let regular = Ticks.times(
      horizon: frame.horizon, columns: plotArea.width,
      spacing: max(digits, Figure.label(time: horizon).count) + 3, steps: figure.tickSteps)
    ticks = Ticks.times(regular, with: figure.readingTime ?? 0, steps: figure.tickSteps, in: frame) {
      max(digits, Figure.label(time: $0).count)
    }
  }

  /// The columns left of the axis: for the names of the arms, clear of the first column of numbers, whose middle is
  /// under the axis, and for what heads the numbers there.
  private static func margin(_ plan: CurvesPlan, _ numbers: NumbersAtRisk, width: Int, digits: Int) -> Int {
    let names = numbers.blocks.map(\.name.short)
    let labels =
      plan.rowsPerArm > 1
      ? numbers.blocks.flatMap { $0.rows.prefix(plan.rowsPerArm).map { " " + ($0.labels.last ?? "") } } : []
    let longest = ((names + labels).map(\.columns).max() ?? 0) + 4 + digits / 2
    let heading =
      plan.hasOneAxisRow ? numbers.axisHeadingWithUnit : plan.isHeadingInAxis ? numbers.axisHeading : ""
    // A narrow plot needs its columns more than the names do.
    let most = width < 64 ? width / 4 : min(width * 2 / 7, 26)
    return max(7 + digits / 2, min(max(longest, heading.columns + 2 + digits / 2), most))
  }

  /// The rows beside a plot of so many that are between its topmost tick and the next.
  private static func rowsBelowTopTick(_ rows: Int) -> Int {
    let frame = PlotFrame(area: Rect(x: 0, y: 0, width: 2, height: max(1, rows)), horizon: 1)
    let next = Ticks.shares(floor: 0, ceiling: 1, rows: rows).last { $0 < 1 }
    return next.map { frame.row(of: $0) - 1 } ?? 0
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

  private static func estimateWidth(_ report: CurvesReport) -> Int {
    report.estimates(besideAxis: true).withoutNames.layout(fitting: 26, gap: 2) { $0.columns }.width
  }

  /// The smallest stretch of twentieths that holds all curves up to a time, and their bands where these are drawn.
  static func shares(
    _ figures: [Figure], until time: Double, withBands: Bool
  ) -> (Double, Double) {
    let curves = figures.flatMap(\.curves)
    guard let first = curves.first else { return (0, 1) }
    var (low, high) = (first.start, first.start)
    for curve in curves {
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
