import Analysis
import Report
import Session
import SurvivalStatistics
import TerminalGrid

/// Standardised curves in the plot of the curves that they are of.
extension Scene {
  /// The curves as they are observed dimmed, without names and marks of their own, and above them the standardised ones.
  static func curves(
    _ crude: [PlotCurve], of figure: Figure, adjusted: AdjustedReport, in frame: PlotFrame, _ display: Display
  ) -> [PlotCurve] {
    let charset = Charset(display.charset)
    let dimmed = crude.map { curve in
      var curve = curve
      (curve.label, curve.censorings, curve.band, curve.style) = ("", [], nil, Style(.muted))
      for step in curve.steps.indices { curve.steps[step].isFaint = true }
      return curve
    }
    let standardised = figure.curves.compactMap { curve -> PlotCurve? in
      guard let arm = adjusted.adjusted.arms.first(where: { $0.name == curve.name.level }),
        let end = curve.end
      else {
        return nil
      }
      let times = arm.times.map(adjusted.text.time.shown)
      let steps = frame.visibleSteps(times: times, values: arm.values, until: end.time).map { step in
        PlotCurve.Step(
          times[step], arm.values[step], lower: arm.limits[step]?.lower, upper: arm.limits[step]?.upper)
      }
      return PlotCurve(
        label: charset.spelled(curve.name.short), start: curve.start, steps: steps, end: end.time,
        style: Style(.series(curve.series)), band: display.showsIntervals ? .band(curve.series) : nil)
    }
    return dimmed + standardised
  }

  /// What is said of them below the plot.
  static func notes(_ adjusted: AdjustedReport) -> [CurvesNote] {
    guard !adjusted.adjusted.arms.isEmpty else {
      return adjusted.remarks.map { CurvesNote($0.severity == .danger ? .danger : .caution, $0.sentence) }
    }
    return [CurvesNote(.caution, adjusted.note), CurvesNote(.conventions, adjusted.conventions)]
  }
}
