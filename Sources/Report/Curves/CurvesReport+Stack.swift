import Analysis
import CohortModel
import SurvivalStatistics

extension Figure {
  /// A share of a stacked figure: everything between two step curves.
  package struct Share: Hashable, Sendable {
    package var name: String
    /// The number of its colour, from 1; `nil` for those free of any event, who lie on top.
    package var series: Int?
    /// In the shown unit, increasing; the same for all shares.
    package var times: [Double]
    /// Where the share begins and ends just after each time; before the first, only those free of any event are there.
    package var lower: [Double]
    package var upper: [Double]
  }
}

extension CurvesReport {
  /// The causes of one arm upon each other, the first at the bottom, then those free of any event: together they are
  /// everybody; empty where the curves are not of all competing causes.
  ///
  /// - Complexity: O(distinct times · causes).
  package var stack: [Figure.Share] {
    guard showsCauses, let first = curves.curves.first else { return [] }
    let times = first.table.times.map(time.shown)
    var below = [Double](repeating: 0, count: times.count)
    var shares = zip(curves.curves, curveNames).map { curve, name in
      let above = zip(below, curve.values).map(+)
      defer { below = above }
      return Figure.Share(
        name: name.full, series: series(curve), times: times, lower: below, upper: above)
    }
    shares.append(
      Figure.Share(
        name: eventFree, series: nil, times: times, lower: below, upper: times.map { _ in 1 }))
    return shares
  }

  /// Those without any of the events: `alive without relapse`.
  private var eventFree: String {
    var composite = curves.endpoint
    composite.kind = .survival
    return EndpointText(composite).yTitle(cause: nil)
  }
}
