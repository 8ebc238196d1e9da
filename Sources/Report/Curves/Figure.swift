import Analysis
import CohortModel
import SurvivalStatistics

/// Curves as data for a drawing of any size: nothing is left to be computed but places on paper or screen.
package struct Figure: Hashable, Sendable {
  package struct Curve: Hashable, Sendable {
    package var name: ArmName
    /// The number of its colour, dash and mark, from 1.
    package var series: Int
    /// The value before the first step: 1 for survival, 0 for an incidence.
    package var start: Double
    /// In the shown unit, increasing; empty where nobody is in the arm.
    package var times: [Double]
    /// The value just after each time.
    package var values: [Double]
    /// The limits just after each time; `nil` where not estimable.
    package var lower: [Double?]
    package var upper: [Double?]
    /// Whether from each time on too few are at risk to rely on the curve.
    package var isUncertain: [Bool]
    /// Whether the curve steps at each time; the others are censorings alone.
    package var isEvent: [Bool]
    /// How many are censored at each time.
    package var censored: [Int]
    /// Where observation ends and how many were left; `nil` where nobody is in the arm, which then has no name in the
    /// plot.
    package var end: End?
  }

  package struct End: Hashable, Sendable {
    package var time: Double
    package var value: Double
    package var atRisk: Int
  }

  package var title: Sentence
  /// What the height is: `alive without relapse`.
  package var yTitle: String
  /// What the time is: `months since HSCT`.
  package var xTitle: String
  /// The unit's name alone, for where the title has no room.
  package var unit: String
  package var curves: [Curve]
  /// The causes of a stacked figure from below, at last those free of any; they take the place of ``curves``.
  package var layers: [Layer] = []
  /// The last time observed, in the shown unit.
  package var lastTime: Double
  /// Where the curves are read, in the shown unit.
  package var readingTime: Double?
  /// Steps between ticks of the time axis that readers of the unit expect, smallest first.
  package var tickSteps: [Double]
}

extension Figure {
  /// A share of the height at a tick, which is a whole number of per cent: `75%`.
  package static func label(share: Double) -> String { NumberText.short(share * 100, decimals: 0) + "%" }

  /// A shown time at a tick: `24`, `0.25`.
  package static func label(time: Double) -> String { NumberText.short(time) }
}

extension CurvesReport {
  /// The plot.
  ///
  /// - Complexity: O(distinct times of all curves).
  package var figure: Figure {
    Figure(
      title: Sentence([title] + filterParts),
      yTitle: isStacked ? "share of patients" : endpoint.yTitle(cause: curves.cause),
      xTitle: xTitle, unit: time.name, curves: zip(curves.curves, curveNames).map(drawn), layers: layers,
      lastTime: time.shown(curves.lastTime), readingTime: curves.readingTime.map(time.shown),
      tickSteps: time.tickSteps)
  }

  private func drawn(_ curve: Curve, _ name: ArmName) -> Figure.Curve {
    let (table, values, arm) = (curve.table, curve.values, curves.arms[curve.arm])
    return Figure.Curve(
      name: name, series: series(curve), start: curve.start, times: table.times.map(time.shown),
      values: values,
      lower: curve.band.lower, upper: curve.band.upper,
      isUncertain: curve.isUncertain,
      isEvent: table.times.indices.map { curve.eventCount(atStep: $0) > 0 }, censored: table.censored,
      end: arm.lastTime.map {
        Figure.End(time: time.shown($0), value: values.last ?? curve.start, atRisk: arm.atRiskAtEnd)
      })
  }
}
