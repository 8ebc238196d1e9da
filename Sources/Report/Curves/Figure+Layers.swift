import Analysis
import SurvivalStatistics

extension Figure {
  /// A share of a stacked figure: everything between two step curves.
  package struct Layer: Hashable, Sendable {
    package var name: ArmName
    /// The number of its colour and texture, from 1.
    package var series: Int
    /// Whether it is those free of any event, who lie on top.
    package var isEventFree: Bool
    /// Where the layer begins and ends before the first step.
    package var start: ClosedRange<Double>
    /// In the shown unit, increasing; the same for all layers.
    package var times: [Double]
    /// Where the layer begins just after each time: the upper end of the one below.
    package var lower: [Double]
    /// Where it ends.
    package var upper: [Double]
  }
}

extension CurvesReport {
  /// The causes of the only arm upon each other from below, then those free of any event; none where they do not lie
  /// upon each other, and where there are arms: each has a panel of its own.
  ///
  /// - Complexity: O(distinct times · causes).
  var layers: [Figure.Layer] {
    guard isStacked, curves.arms.count == 1, let first = curves.curves.first else { return [] }
    let times = first.table.times.map(time.shown)
    var (below, start) = ([Double](repeating: 0, count: times.count), 0.0)
    return zip(curves.curves, curveNames).map { curve, name in
      let above = zip(below, curve.values).map(+)
      let end = start + curve.start
      defer { (below, start) = (above, end) }
      return Figure.Layer(
        name: name, series: series(curve), isEventFree: curve.cause == nil, start: start...end, times: times,
        lower: below, upper: above)
    }
  }
}
