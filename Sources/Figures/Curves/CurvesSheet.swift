package import Report

/// Curves on a page: headline, plot, numbers at risk on the plot's ticks, estimates, tests, and how they were made.
package struct CurvesSheet: Sendable {
  package let drawing: Drawing
  package let scale: PlotScale
  package let curves: [DrawnCurve]

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
    let inner = size.width - 2 * Typography.margin
    let horizon = min(options.until ?? .infinity, figure.lastTime)

    var head = Composer(measure, y: Typography.margin)
    head.head(study: study, report.headline, report.remarks, width: inner)
    let columns = CurvesColumns(report, figure, options, inner: inner, measure: measure)
    guard size.width - Typography.margin - columns.left >= Self.leastPlot else {
      throw .tooNarrow(needed: columns.left + Self.leastPlot + Typography.margin)
    }
    // Names of curves at the top of the plot stand above it.
    let top = head.y + (drawn.count > 1 ? 18 : 12)
    let area = Box(
      left: columns.left, top: top, right: size.width - Typography.margin - columns.overhang, bottom: top)
    // What is below does not depend on the height of the plot.
    let hasBands = options.hasBands ?? (drawn.count <= CurvesOptions.mostBands)
    let shares = options.isZoomed ? drawn.shares(until: horizon, withBands: hasBands) : 0...1
    var scale = PlotScale(
      area, horizon: horizon, floor: shares.lowerBound, ceiling: shares.upperBound)
    let times = AxisTicks.times(
      horizon: scale.horizon, width: area.width, spacing: columns.spacing, steps: figure.tickSteps,
      with: figure.readingTime)
    var below = Composer(measure)
    below.timeAxis(times, figure.xTitle, scale)
    below.numbersAtRisk(report.numbersAtRisk(at: times), options, columns, scale)
    below.y += 8
    let estimates = report.estimates()
    below.table(estimates, width: inner)
    below.y += 4
    for test in report.tests {
      below.paragraph(
        test.sentence.text, x: Typography.margin, width: inner,
        Font(size: Typography.result.size, isBold: test.emphasis == .bold),
        test.emphasis == .bold ? .black : .muted)
    }
    below.y += 3
    func made(_ scale: PlotScale) -> [DrawnCurve] {
      drawn.compactMap {
        DrawnCurve($0, on: scale, hasBand: hasBands, hasCensorings: options.hasCensorings)
      }
    }
    // Which signs there are depends on no height either, but for names without room.
    let flat = made(scale)
    func foot(hasNames: Bool) -> Composer {
      var foot = below
      let signs = Self.signs(flat, figure, scale, hasNames: hasNames)
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
    curves = made(scale)
    self.scale = scale

    let names = Self.names(drawn, curves, scale, measure)
    head.shareAxis(figure.yTitle, columns, scale)
    if let read = figure.readingTime, read > 0, read <= scale.horizon {
      let ends = [scale.ceiling, scale.floor].map { scale.point(read, $0) }
      head.add(.line(ends, Drawing.Stroke(ink: .guide, width: 0.6, dash: [1.2, 1.8])))
    }
    head.add(curves.flatMap(\.bandElements) + curves.flatMap(\.elements))
    head.add(names.elements)
    head.add(foot(hasNames: names.areComplete).elements.map { $0.moved(down: scale.area.bottom) })
    drawing = Drawing(
      width: size.width, height: height, title: report.headline.text, elements: head.elements)
  }

  private static func signs(
    _ curves: [DrawnCurve], _ figure: Report.Figure, _ scale: PlotScale, hasNames: Bool
  ) -> [Report.Figure.Sign] {
    var signs: [Report.Figure.Sign] = []
    if curves.contains(where: { !$0.censorings.isEmpty }) {
      signs.append(.censoring(isThinned: curves.contains(where: \.hasThinnedCensorings)))
    }
    if curves.contains(where: { !$0.bands.isEmpty }) { signs.append(.band) }
    if curves.contains(where: { $0.pieces.contains(where: \.isUncertain) }) { signs.append(.uncertainty) }
    if let read = figure.readingTime, read > 0, read <= scale.horizon { signs.append(.readingTime) }
    if scale.floor > 0 || scale.ceiling < 1 { signs.append(.cutAxis(scale.floor...scale.ceiling)) }
    if !hasNames { signs.append(.names) }
    return signs
  }

  /// The names of several curves with their leaders, as far as there is room for them.
  private static func names(
    _ drawn: [Report.Figure.Curve], _ curves: [DrawnCurve], _ scale: PlotScale, _ measure: any TextMeasure
  ) -> (elements: [Drawing.Element], areComplete: Bool) {
    guard curves.count > 1 else { return ([], true) }
    let font = Typography.name
    var composer = Composer(measure)
    let named = zip(drawn, curves).map {
      NamePlaces.Named(curve: $1, width: composer.width($0.name.short, font))
    }
    var area = scale.area
    area.top -= 14
    let places = NamePlaces(named, in: area, height: font.ascent + font.descent).places
    for (curve, place) in zip(zip(drawn, curves), places) {
      guard let place else { continue }
      if let leader = place.leader {
        composer.add(.line(leader, Drawing.Stroke(ink: curve.1.style.ink, width: 0.5)))
      }
      composer.text(
        curve.0.name.short, x: place.box.left, baseline: place.box.top + font.ascent, font,
        curve.1.style.ink)
    }
    return (composer.elements, !places.contains(nil))
  }
}
