import TerminalGrid

extension PlotCurve {
  /// The curve of what can be seen of it in a frame alone.
  func thinned(to frame: PlotFrame) -> PlotCurve {
    var thinned = self
    thinned.steps = frame.visibleSteps(
      times: steps.map(\.time), values: steps.map(\.value), until: end
    ).map { steps[$0] }
    thinned.censorings = frame.visibleCensorings(
      times: censorings, counts: censorings.map { _ in 1 })
    return thinned
  }
}
