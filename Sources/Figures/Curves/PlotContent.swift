import Report

/// What is inside the axes of a plot: curves, or shares upon each other, with their names.
struct PlotContent {
  private(set) var curves: [DrawnCurve] = []
  private(set) var shares: [DrawnShare] = []
  private let figure: Report.Figure
  private let scale: PlotScale

  /// Room above a plot in which names may stand.
  static let headroom = 14.0

  init(
    _ figure: Report.Figure, stack: [Report.Figure.Share], on scale: PlotScale, hasBands: Bool,
    _ options: CurvesOptions
  ) {
    (self.figure, self.scale) = (figure, scale)
    if options.isStacked {
      shares = stack.enumerated().map {
        DrawnShare($0.element, place: $0.offset, until: figure.lastTime, on: scale)
      }
    } else {
      curves = figure.curves.compactMap {
        DrawnCurve($0, on: scale, hasBand: hasBands, hasCensorings: options.hasCensorings)
      }
    }
  }

  private var readingTime: Double? {
    figure.readingTime.flatMap { $0 > 0 && $0 <= scale.horizon ? $0 : nil }
  }

  var elements: [Drawing.Element] {
    let read = readingTime.map { time in
      Drawing.Element.line(
        [scale.ceiling, scale.floor].map { scale.point(time, $0) },
        Drawing.Stroke(ink: .guide, width: 0.6, dash: [1.2, 1.8]))
    }
    let guide = read.map { [$0] } ?? []
    // Areas would hide the line.
    return shares.flatMap(\.elements) + guide + curves.flatMap(\.bandElements) + curves.flatMap(\.elements)
  }

  /// The signs that need a word.
  func signs(hasNames: Bool) -> [Report.Figure.Sign] {
    var signs: [Report.Figure.Sign] = shares.isEmpty ? [] : [.stack(shares.map(\.name))]
    if curves.contains(where: { !$0.censorings.isEmpty }) {
      signs.append(.censoring(isThinned: curves.contains(where: \.hasThinnedCensorings)))
    }
    if curves.contains(where: { !$0.bands.isEmpty }) { signs.append(.band) }
    if curves.contains(where: { $0.pieces.contains(where: \.isUncertain) }) { signs.append(.uncertainty) }
    if readingTime != nil { signs.append(.readingTime) }
    if scale.floor > 0 || scale.ceiling < 1 { signs.append(.cutAxis(scale.floor...scale.ceiling)) }
    if !hasNames { signs.append(.names) }
    return signs
  }

  /// The names with their leaders, as far as there is room for them.
  func names(_ measure: any TextMeasure) -> (elements: [Drawing.Element], areComplete: Bool) {
    shares.isEmpty ? curveNames(measure) : shareNames(measure)
  }

  private func curveNames(_ measure: any TextMeasure) -> (elements: [Drawing.Element], areComplete: Bool) {
    guard curves.count > 1 else { return ([], true) }
    let font = Typography.name
    var composer = Composer(measure)
    let texts = figure.curves.filter { $0.end != nil }.map(\.name.short)
    let named = zip(texts, curves).map {
      NamePlaces.Named(curve: $1, width: composer.width($0, font))
    }
    var area = scale.area
    area.top -= Self.headroom
    let places = NamePlaces(named, in: area, height: font.ascent + font.descent).places
    for ((text, curve), place) in zip(zip(texts, curves), places) {
      guard let place else { continue }
      if let leader = place.leader {
        composer.add(.line(leader, Drawing.Stroke(ink: curve.style.ink, width: 0.5)))
      }
      composer.text(
        text, x: place.box.left, baseline: place.box.top + font.ascent, font, curve.style.ink)
    }
    return (composer.elements, !places.contains(nil))
  }

  private func shareNames(_ measure: any TextMeasure) -> (elements: [Drawing.Element], areComplete: Bool) {
    let font = Typography.name
    var composer = Composer(measure)
    let widths = shares.map { composer.width($0.name, font) }
    let places = ShareNames(shares, widths: widths, height: font.ascent + font.descent, in: scale.area).places
    for (share, place) in zip(shares, places) {
      guard let place else { continue }
      if let leader = place.leader {
        composer.add(.line(leader, Drawing.Stroke(ink: .black, width: 0.5)))
        composer.add(.mark(.disc, leader[1], .black))
      }
      composer.text(share.name, x: place.box.left, baseline: place.box.top + font.ascent, font)
    }
    return (composer.elements, !places.contains(nil))
  }
}
