/// A step curve: its value at a time is that of the last step at or before it, and `start` before the first.
package struct PlotCurve: Hashable, Sendable {
  /// A change of the curve.
  package struct Step: Hashable, Sendable {
    package var time: Double
    package var value: Double
    /// The ends of the confidence interval, where there is one.
    package var lower: Double?
    package var upper: Double?
    /// Too few patients are left for the reader to rely on the curve from here on: it is drawn as sparse pieces,
    /// whatever its dash.
    package var isFaint: Bool

    package init(
      _ time: Double, _ value: Double, lower: Double? = nil, upper: Double? = nil, isFaint: Bool = false
    ) {
      (self.time, self.value, self.lower, self.upper, self.isFaint) = (time, value, lower, upper, isFaint)
    }
  }

  package var label: String
  /// The value at time zero: 1 for survival, 0 for an incidence.
  package var start: Double
  /// In order of time.
  package var steps: [Step]
  /// Where observation, and so the curve, ends.
  package var end: Double
  /// Times at which patients were censored, in order.
  package var censorings: [Double]
  package var style: Style
  package var dash: Dash
  /// The glyph that names the curve at a few places along it; `nil` where colour and dash have nothing to tell apart.
  package var mark: Character?
  /// The background of the confidence band; `nil` draws no band.
  package var band: Role?

  package init(
    label: String, start: Double, steps: [Step], end: Double, censorings: [Double] = [], style: Style,
    dash: Dash = .solid, mark: Character? = nil, band: Role? = nil
  ) {
    (self.label, self.start, self.steps, self.end) = (label, start, steps, end)
    (self.censorings, self.style, self.dash, self.mark, self.band) = (censorings, style, dash, mark, band)
  }
}
