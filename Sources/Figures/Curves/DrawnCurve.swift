import Report

/// One curve on a page: its line, its band, its censor marks, and the marks that tell it from the others.
package struct DrawnCurve: Hashable, Sendable {
  /// A stretch of the line that is drawn in one way.
  package struct Piece: Hashable, Sendable {
    package var points: [Drawing.Point]
    /// Whether too few are at risk to rely on it.
    package var isUncertain: Bool
  }

  package let style: SeriesStyle
  package private(set) var pieces: [Piece] = []
  /// Closed paths; several where limits are missing in between.
  package private(set) var bands: [[Drawing.Point]] = []
  /// Where somebody is censored, on the curve.
  package private(set) var censorings: [Drawing.Point] = []
  package private(set) var marks: [Drawing.Point] = []
  /// Whether there are fewer censor marks than times at which somebody is censored.
  package private(set) var hasThinnedCensorings = false
  /// Where the line ends.
  package let end: Drawing.Point

  /// - Returns: `nil` where nobody is in the arm.
  init?(_ curve: Report.Figure.Curve, on scale: PlotScale, hasBand: Bool, hasCensorings: Bool) {
    guard let last = curve.end else { return nil }
    style = SeriesStyle(curve.series)
    let steps = scale.visibleSteps(times: curve.times, values: curve.values)
    let right = min(last.time, scale.horizon)
    end = scale.point(right, steps.last.map { curve.values[$0] } ?? curve.start)
    trace(curve, steps, on: scale)
    if hasBand { fill(curve, steps, until: right, on: scale) }
    if hasCensorings { markCensorings(curve, on: scale) }
    placeMarks(curve.series, on: scale)
  }

  /// Every point of the line, in order.
  package var points: [Drawing.Point] { pieces.flatMap(\.points) }

  private mutating func trace(_ curve: Report.Figure.Curve, _ steps: [Int], on scale: PlotScale) {
    var piece = Piece(points: [scale.point(0, curve.start)], isUncertain: false)
    var value = curve.start
    for step in steps {
      let time = curve.times[step]
      if curve.values[step] != value {
        piece.points += [scale.point(time, value), scale.point(time, curve.values[step])]
        value = curve.values[step]
      }
      guard curve.isUncertain[step] != piece.isUncertain else { continue }
      let turn = scale.point(time, value)
      if piece.points.last != turn { piece.points.append(turn) }
      pieces.append(piece)
      piece = Piece(points: [turn], isUncertain: curve.isUncertain[step])
    }
    if piece.points.last != end { piece.points.append(end) }
    pieces.append(piece)
    pieces.removeAll { $0.points.count < 2 }
  }

  private mutating func fill(
    _ curve: Report.Figure.Curve, _ steps: [Int], until right: Double, on scale: PlotScale
  ) {
    var upper: [Drawing.Point] = []
    var lower: [Drawing.Point] = []
    func close() -> [[Drawing.Point]] { upper.isEmpty ? [] : [upper + lower.reversed()] }
    for (place, step) in steps.enumerated() {
      guard let low = curve.lower[step], let high = curve.upper[step] else {
        bands += close()
        (upper, lower) = ([], [])
        continue
      }
      let next = place + 1 < steps.count ? curve.times[steps[place + 1]] : right
      upper += [scale.point(curve.times[step], high), scale.point(next, high)]
      lower += [scale.point(curve.times[step], low), scale.point(next, low)]
    }
    bands += close()
  }

  /// So many marks can be told apart; of more, one stands for all within some points.
  private static let mostCensorings = 150
  private static let censoringSpacing = 4.0

  private mutating func markCensorings(_ curve: Report.Figure.Curve, on scale: PlotScale) {
    let all = curve.times.indices.filter { curve.censored[$0] > 0 && curve.times[$0] <= scale.horizon }
    let spacing = all.count > Self.mostCensorings ? Self.censoringSpacing : 0
    for step in all {
      let point = scale.point(curve.times[step], curve.values[step])
      if let last = censorings.last, point.x - last.x < spacing { continue }
      censorings.append(point)
    }
    hasThinnedCensorings = censorings.count < all.count
  }

  private static let markSpacing = 84.0

  /// Marks at even distances, those of each series elsewhere; one at the end of a curve that is too short for them.
  private mutating func placeMarks(_ series: Int, on scale: PlotScale) {
    let all = points
    var x = scale.area.left + 30 + Double((max(1, series) - 1) % 8) * Self.markSpacing / 8
    var place = 0
    while x < end.x {
      while place + 1 < all.count, all[place + 1].x <= x { place += 1 }
      marks.append(Drawing.Point(x, all[place].y))
      x += Self.markSpacing
    }
    if marks.isEmpty { marks = [end] }
  }

  static let lineWidth = 1.3
  static let uncertainWidth = 0.6
  static let markRadius = 2.4
  /// Half the height of a censor mark.
  static let censoringReach = 2.6

  var bandElements: [Drawing.Element] { bands.map { .area($0, style.ink.faded(to: 0.14)) } }

  var elements: [Drawing.Element] {
    let lines = pieces.map { piece in
      Drawing.Element.line(
        piece.points,
        Drawing.Stroke(
          ink: style.ink, width: piece.isUncertain ? Self.uncertainWidth : Self.lineWidth, dash: style.dash))
    }
    let ticks = censorings.map { point in
      Drawing.Element.line(
        [-1, 1].map { Drawing.Point(point.x, point.y + $0 * Self.censoringReach) },
        Drawing.Stroke(ink: style.ink, width: 0.6))
    }
    return lines + ticks + marks.map { .mark(style.mark, $0, style.ink) }
  }
}
