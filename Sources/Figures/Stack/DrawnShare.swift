import Report

/// One share of a stacked figure on a page: the area between two step curves.
package struct DrawnShare: Hashable, Sendable {
  package let name: String
  package let ink: Ink
  /// The step curves below and above it, from left to right.
  package let lower: [Drawing.Point]
  package let upper: [Drawing.Point]

  init(_ share: Report.Figure.Share, place: Int, until end: Double, on scale: PlotScale) {
    name = share.name
    ink = Self.ink(share.series, place: place)
    lower = Self.line(share.times, share.lower, from: 0, until: end, on: scale)
    upper = Self.line(share.times, share.upper, from: share.series == nil ? 1 : 0, until: end, on: scale)
  }

  /// Lighter from share to share, so that neighbours differ in grey too; those free of events are nearly white.
  static func ink(_ series: Int?, place: Int) -> Ink {
    guard let series else { return Ink(0xF1F1F1) }
    return SeriesStyle(series).ink.onWhite(max(0.16, 0.62 - 0.2 * Double(place)))
  }

  private static func line(
    _ times: [Double], _ values: [Double], from start: Double, until end: Double, on scale: PlotScale
  ) -> [Drawing.Point] {
    var (points, value) = ([scale.point(0, start)], start)
    for step in scale.visibleSteps(times: times, values: values) where values[step] != value {
      points += [scale.point(times[step], value), scale.point(times[step], values[step])]
      value = values[step]
    }
    return points + [scale.point(min(end, scale.horizon), value)]
  }

  var elements: [Drawing.Element] {
    [.area(upper + lower.reversed(), ink), .line(upper, Drawing.Stroke(ink: .muted, width: 0.7))]
  }
}

extension Ink {
  /// So much of the colour on white paper, without being transparent.
  func onWhite(_ share: Double) -> Ink {
    func mixed(_ channel: UInt8) -> UInt32 {
      UInt32((255 - (255 - Double(channel)) * min(max(share, 0), 1)).rounded())
    }
    return Ink(mixed(red) << 16 | mixed(green) << 8 | mixed(blue))
  }
}
