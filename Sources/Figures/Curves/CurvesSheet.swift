package import Report

/// Curves on a page: headline, plot, numbers at risk on the plot's ticks, estimates, tests, and how they were made.
package struct CurvesSheet: Sendable {
  package let drawing: Drawing
  package let scale: PlotScale
  /// None where shares lie upon each other.
  package let curves: [DrawnCurve]
  /// From below; none where curves lie beside each other.
  package let shares: [DrawnShare]

  private static let leastPlot = 90.0

  /// - Parameters:
  ///   - study: its title, which says so where the patients are invented.
  ///   - measure: of the fonts it will be drawn with.
  package init(
    _ report: CurvesReport, study: String, size: PageSize = PageSize(),
    options: CurvesOptions = CurvesOptions(),
    measure: any TextMeasure
  ) throws(FigureError) {
    let figure = report.figure
    let drawn = figure.curves.filter { $0.end != nil }
    guard !drawn.isEmpty else { throw .nothingToDraw(because: "no patient is left to analyse") }
    let stack = options.isStacked ? report.stack : []
    if options.isStacked, stack.isEmpty {
      throw .nothingToDraw(because: "one cause has nothing to be stacked on")
    }
    let inner = size.width - 2 * Typography.margin
    let horizon = min(options.until ?? .infinity, figure.lastTime)

    var head = Composer(measure, y: Typography.margin)
    head.head(study: study, report.headline, report.remarks, width: inner)
    let columns = CurvesColumns(report, figure, options, inner: inner, measure: measure)
    guard size.width - Typography.margin - columns.left >= Self.leastPlot else {
      throw .tooNarrow(needed: columns.left + Self.leastPlot + Typography.margin)
    }
    // Names of curves at the top of the plot stand above it.
    let top = head.y + (drawn.count > 1 && !options.isStacked ? PlotContent.headroom + 4 : 12)
    let area = Box(
      left: columns.left, top: top, right: size.width - Typography.margin - columns.overhang, bottom: top)
    // What is below does not depend on the height of the plot.
    let hasBands = options.hasBands ?? (drawn.count <= CurvesOptions.mostBands)
    let extent =
      options.isZoomed && !options.isStacked ? drawn.shares(until: horizon, withBands: hasBands) : 0...1
    var scale = PlotScale(
      area, horizon: horizon, floor: extent.lowerBound, ceiling: extent.upperBound)
    let times = AxisTicks.times(
      horizon: scale.horizon, width: area.width, spacing: columns.spacing, steps: figure.tickSteps,
      with: figure.readingTime)
    var below = Composer(measure)
    below.timeAxis(times, figure.xTitle, scale)
    below.numbersAtRisk(report.numbersAtRisk(at: times), options, columns, scale)
    below.y += 8
    let estimates = report.estimates()
    below.table(estimates, width: inner, isStacked: options.isStacked)
    below.y += 4
    for test in report.tests {
      below.paragraph(
        test.sentence.text, x: Typography.margin, width: inner,
        Font(size: Typography.result.size, isBold: test.emphasis == .bold),
        test.emphasis == .bold ? .black : .muted)
    }
    below.y += 3
    func content(_ scale: PlotScale) -> PlotContent {
      PlotContent(figure, stack: stack, on: scale, hasBands: hasBands, options)
    }
    // Which signs there are depends on no height either, but for names without room.
    let flat = content(scale)
    func foot(hasNames: Bool) -> Composer {
      var foot = below
      let signs = flat.signs(hasNames: hasNames)
      foot.foot(
        report.remarks,
        [
          Sentence(figure.legend(signs).parts + estimates.signNotes.flatMap(\.parts)), report.followUp,
          report.conventions,
        ], width: inner)
      return foot
    }
    let rest = foot(hasNames: false).y
    let usual = min(max(area.width * 0.56, 150), 300)
    let height = size.height ?? (top + usual + rest + Typography.margin)
    let plotHeight = height - top - rest - Typography.margin
    guard plotHeight >= Self.leastPlot else {
      throw .tooLow(needed: top + Self.leastPlot + rest + Typography.margin)
    }
    scale.area.bottom = top + plotHeight
    let plot = content(scale)
    (curves, shares, self.scale) = (plot.curves, plot.shares, scale)
    let names = plot.names(measure)
    head.add(plot.elements)
    head.shareAxis(options.isStacked ? Report.Figure.stackTitle : figure.yTitle, columns, scale)
    head.add(names.elements)
    head.add(foot(hasNames: names.areComplete).elements.map { $0.moved(down: scale.area.bottom) })
    drawing = Drawing(
      width: size.width, height: height, title: report.headline.text, elements: head.elements)
  }
}
