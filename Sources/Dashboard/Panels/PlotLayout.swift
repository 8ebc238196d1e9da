import SurvivalStatistics
package import TerminalGrid

/// Where the parts of the Curves view lie: title, plot, axis, risk table, estimates, notes.
///
/// The plot takes what the tables leave. Where the window is too low for every stratum, the tables show as many as
/// fit and say how many they leave out.
package struct PlotLayout: Sendable {
  package let title: Rect
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
  /// The risk table's lines for each stratum.
  package let rowsPerArm: Int
  /// The columns for the names of the strata in the risk table.
  package let labelWidth: Int
  /// Whether there is room for a heading over the estimates and a second line of notes.
  package let hasHeadings: Bool
  /// How many strata the tables have room for.
  package let armLimit: Int
  package let curveLimit: Int

  private static let lowestPlot = 6

  package init(_ state: DashboardState) {
    let area = ScreenLayout(state).curves.inset(left: 1, right: 1)
    let arms = state.snapshot?.analysis.arms ?? []
    let curves = state.snapshot?.analysis.curves ?? []

    // Title 1, axis 2, headings 2, notes 2; in a low window one heading, one note and a lower plot have to do.
    let wanted = state.options.riskRows.rawValue + 1
    let roomy = area.height - 7 - Self.lowestPlot
    hasHeadings = arms.count + curves.count <= roomy
    let room = hasHeadings ? roomy : area.height - 5 - Self.lowestPlot + 2
    rowsPerArm = arms.count * wanted + curves.count <= room ? wanted : 1
    let fits = arms.count * rowsPerArm + curves.count <= room
    armLimit = fits ? arms.count : min(arms.count, max(2, room - min(curves.count, room / 2)))
    curveLimit = fits ? curves.count : min(curves.count, max(2, room - armLimit))

    let (title, belowTitle) = area.splitTop(1)
    let (aboveNotes, notes) = belowTitle.splitBottom(hasHeadings ? 2 : 1)
    let (aboveEstimates, estimates) = aboveNotes.splitBottom(curveLimit + (hasHeadings ? 1 : 0))
    let (aboveRisk, riskTable) = aboveEstimates.splitBottom(armLimit * rowsPerArm + 1)
    let (plot, axis) = aboveRisk.splitBottom(2)
    (self.title, self.notes, self.estimates, self.riskTable, self.axis) = (
      title, notes, estimates, riskTable, axis
    )

    // Labels keep clear of the first column of numbers, whose middle is under the axis.
    let digits = arms.map { String($0.table.subjectCount).count }.max() ?? 1
    let names = arms.map(\.label.columns) + (rowsPerArm > 1 ? ["censored".count + 1] : [])
    let longest = (names.max() ?? 0) + 4 + digits / 2
    let margin = max(7 + digits / 2, min(longest, area.width / 4, 22))
    labelWidth = margin - 2 - digits / 2
    labels = plot.inset(left: margin)
    let plotArea = plot.inset(left: margin, right: 2)

    let display = state.snapshot.map { state.timeDisplay(of: $0.question) } ?? state.timeDisplay
    let longestTime = state.snapshot.map { display.shown($0.analysis.horizon) } ?? 1
    let horizon = min(state.options.horizon ?? longestTime, max(longestTime, 0))
    let (floor, ceiling) = Self.shares(state, curves, until: display.recorded(horizon))
    frame = PlotFrame(
      area: plotArea, horizon: horizon, floor: floor, ceiling: ceiling,
      charset: state.options.charset)

    let label = NumberText.short(horizon).count
    ticks = Ticks.times(
      horizon: frame.horizon, columns: plotArea.width, spacing: max(digits, label) + 3,
      steps: display.tickSteps)
  }

  /// 0 to 1, or when zoomed the smallest stretch of twentieths that holds all curves.
  private static func shares(
    _ state: DashboardState, _ curves: [AnalysedCurve], until time: Double
  ) -> (Double, Double) {
    guard state.options.zoomsAxis, !curves.isEmpty else { return (0, 1) }
    var (low, high) = (1.0, 0.0)
    for curve in curves {
      let start = curve.cause == nil ? 1.0 : 0.0
      (low, high) = (min(low, start), max(high, start))
      for (step, value) in curve.values.enumerated() where curve.times[step] <= time {
        (low, high) = (min(low, value), max(high, value))
      }
    }
    let floor = max(0, (low * 20 - 1e-9).rounded(.down) / 20)
    let ceiling = min(1, (high * 20 + 1e-9).rounded(.up) / 20)
    return ceiling - floor < 0.1 ? (max(0, ceiling - 0.1), max(0.1, ceiling)) : (floor, ceiling)
  }
}
