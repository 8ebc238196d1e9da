import Report

/// The widths left of a plot and between its ticks, which axis and risk table share.
struct CurvesColumns {
  /// Where the plot begins.
  let left: Double
  /// The names of the arms in lines, in the order of the risk table.
  let names: [[String]]
  /// What the height is, in lines that run upwards.
  let tickWidth: Double
  /// The least distance of two ticks.
  let spacing: Double
  /// What the last tick's label or count may need right of the plot.
  let overhang: Double

  init(
    _ report: CurvesReport, _ figure: Report.Figure, _ options: CurvesOptions, inner: Double,
    measure: any TextMeasure
  ) {
    let numbers = report.numbersAtRisk(at: [0])
    let composer = Composer(measure)
    let counts = numbers.blocks.flatMap { $0.rows.flatMap(\.counts) }.map(NumberText.count)
    let widest =
      (counts.map { composer.width($0, Typography.cell) }
      + [composer.width(Report.Figure.label(time: figure.lastTime), Typography.tick)]).max() ?? 0
    spacing = widest + 16
    overhang = widest / 2
    tickWidth = composer.width("100%", Typography.tick)
    let sample = numbers.blocks.contains { $0.series != nil } ? Composer.sampleWidth + 5 : 0
    let most = inner * 0.3 - sample
    names = numbers.blocks.map { measure.lines($0.name.short, Typography.cell, width: most) }
    var nameWidths = names.joined().map { composer.width($0, Typography.cell) + sample }
    if options.riskRows != .atRisk {
      nameWidths += numbers.blocks.flatMap { $0.rows.compactMap(\.labels.last) }
        .map { composer.width($0, Typography.cell) + Composer.sampleWidth + 5 }
    }
    let axis = tickWidth + Typography.axis.leading + 14
    left = Typography.margin + max(axis, (nameWidths.max() ?? 0) + widest / 2 + 8)
  }
}

extension Composer {
  private static let tickLength = 3.5

  /// The axis of shares left of a plot, with what it is.
  mutating func shareAxis(_ title: String, _ columns: CurvesColumns, _ scale: PlotScale) {
    let area = scale.area
    add(.line([Drawing.Point(area.left, area.top), Drawing.Point(area.left, area.bottom)], Typography.thin))
    for share in AxisTicks.shares(scale, spacing: 30) {
      let y = scale.y(share)
      add(
        .line(
          [Drawing.Point(area.left - Self.tickLength, y), Drawing.Point(area.left, y)], Typography.thin))
      text(
        Report.Figure.label(share: share), .right, x: area.left - Self.tickLength - 2,
        baseline: y + Typography.tick.ascent / 2 - 0.5, Typography.tick)
    }
    let lines = measure.lines(title, Typography.axis, width: area.height)
    let right = area.left - Self.tickLength - columns.tickWidth - 7
    for (place, line) in lines.reversed().enumerated() {
      uprightText(
        line, x: right - Double(place) * Typography.axis.leading, middle: (area.top + area.bottom) / 2,
        Typography.axis)
    }
  }

  /// The axis of time below a plot, whose lower edge is at zero here, with what it is.
  mutating func timeAxis(_ times: [Double], _ title: String, _ scale: PlotScale) {
    let area = scale.area
    add(.line([Drawing.Point(area.left, 0), Drawing.Point(area.right, 0)], Typography.thin))
    for time in times {
      let x = scale.x(time)
      add(.line([Drawing.Point(x, 0), Drawing.Point(x, Self.tickLength)], Typography.thin))
      text(
        Report.Figure.label(time: time), .middle, x: x,
        baseline: Self.tickLength + 2 + Typography.tick.ascent, Typography.tick)
    }
    y = Self.tickLength + 2 + Typography.tick.leading + 2
    for line in measure.lines(title, Typography.axis, width: area.width) {
      text(
        line, .middle, x: (area.left + area.right) / 2, baseline: y + Typography.axis.ascent, Typography.axis)
      y += Typography.axis.leading
    }
    y += 6
  }

  /// The counts below the ticks that they are of.
  mutating func numbersAtRisk(
    _ numbers: NumbersAtRisk, _ options: CurvesOptions, _ columns: CurvesColumns, _ scale: PlotScale
  ) {
    let heading = options.riskRows == .atRisk ? NumbersAtRisk.atRisk : numbers.heading
    paragraph(
      heading.text, x: Typography.margin, width: scale.area.right - Typography.margin, Typography.heading,
      after: 1)
    for (block, lines) in zip(numbers.blocks, columns.names) {
      let x = Typography.margin + (block.series == nil ? 0 : Self.sampleWidth + 5)
      if let series = block.series { sample(series, x: Typography.margin) }
      let top = y
      for line in lines {
        text(line, x: x, baseline: y + Typography.cell.ascent, Typography.cell)
        y += Typography.cell.leading
      }
      let rows = block.rows.filter { options.riskRows.shows($0.kind) }
      guard rows.count > 1 else {
        if let row = rows.first { counts(row, at: top, numbers.times, scale) }
        continue
      }
      for row in rows {
        text(
          row.labels.last ?? "", x: x, baseline: y + Typography.cell.ascent, Typography.cell, .muted)
        counts(row, at: y, numbers.times, scale)
        y += Typography.cell.leading
      }
    }
  }

  private mutating func counts(
    _ row: NumbersAtRisk.Row, at top: Double, _ times: [Double], _ scale: PlotScale
  ) {
    for (time, count) in zip(times, row.counts) {
      text(
        NumberText.count(count), .middle, x: scale.x(time), baseline: top + Typography.cell.ascent,
        Typography.cell)
    }
  }
}

extension CurvesOptions.RiskRows {
  fileprivate func shows(_ kind: NumbersAtRisk.Row.Kind) -> Bool {
    switch kind {
    case .atRisk: true
    case .events, .competing: self != .atRisk
    case .censored: self == .withEventsAndCensored
    }
  }
}
