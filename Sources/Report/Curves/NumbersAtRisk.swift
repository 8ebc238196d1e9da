import Analysis
import CohortModel
import SurvivalStatistics

/// The numbers under a plot: who is still at risk, and what became of the others.
package struct NumbersAtRisk: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case atRisk, events, competing, censored }

    package var kind: Kind
    /// What is counted, the longest first: `deaths before relapse`, `deaths first`.
    package var labels: [String]
    /// One for each time.
    package var counts: [Int]
  }

  /// The rows of one arm, those at risk first.
  package struct Block: Hashable, Sendable {
    package var name: ArmName
    /// `nil` where the curves are of causes, not of arms.
    package var series: Int?
    package var rows: [Row]
  }

  /// In the shown unit.
  package var times: [Double]
  package var blocks: [Block]
  /// When the counts are of: `at risk just before, events and censored up to and including`.
  package var heading: Sentence
  /// The heading where the numbers are of those at risk alone, and where no more was possible.
  package static let atRisk = Sentence("at risk")
  package static let atRiskOnly = Sentence("at risk; no room for events")
  /// The heading where it stands before the times of the axis: `at risk at`, and with their unit `at risk, months`.
  package var axisHeading: String
  package var axisHeadingWithUnit: String
}

extension CurvesReport {
  /// Numbers at risk just before each time, and events of the plotted cause, of its competitors and censorings up to
  /// and including it.
  ///
  /// - Parameter times: in the shown unit.
  package func numbersAtRisk(at times: [Double]) -> NumbersAtRisk {
    let recorded = times.map(time.recorded)
    return NumbersAtRisk(
      times: times,
      blocks: zip(curves.arms, armNames).enumerated().map { index, arm in
        let table = RiskTable(arm.0.table, at: recorded)
        return NumbersAtRisk.Block(
          name: arm.1, series: showsCauses ? nil : index + 1, rows: rows(table))
      },
      heading: Sentence(
        "at risk just before; events and censored up to and including the time",
        shorter: ["at risk before; events so far", "at risk"]),
      axisHeading: "at risk at", axisHeadingWithUnit: "at risk, \(time.name)")
  }

  private func rows(_ table: RiskTable) -> [NumbersAtRisk.Row] {
    typealias Row = NumbersAtRisk.Row
    let atRisk = Row(kind: .atRisk, labels: ["at risk"], counts: table.atRisk)
    let censored = Row(kind: .censored, labels: ["censored"], counts: table.cumulativeCensored)
    guard curves.endpoint.kind == .competingRisks else {
      let events = Row(
        kind: .events, labels: endpoint.heading(cause: nil), counts: table.cumulativeEventsOfAnyCause)
      return [atRisk, events, censored]
    }
    let plotted = curves.cause ?? 0
    let causes = [plotted] + curves.endpoint.causes.indices.filter { $0 != plotted }
    let events = causes.filter { $0 < table.cumulativeEvents.count }.map { cause in
      Row(
        kind: cause == plotted || showsEachCause ? .events : .competing,
        labels: endpoint.heading(cause: cause),
        counts: table.cumulativeEvents[cause])
    }
    return [atRisk] + events + [censored]
  }

  /// Where a risk table is read if nobody says: from 0 on in steps that readers of the recorded unit expect, ten at
  /// most; in the recorded unit.
  package var standardTimes: [Double] {
    let last = curves.lastTime
    guard last > 0, last.isFinite else { return [0] }
    let steps = TimeDisplay(recorded: time.recorded, shown: nil).tickSteps
    var step = steps.first { last / $0 <= 10 } ?? 1
    while last / step > 10 { step *= 10 }
    // A cohort that is followed for less than a unit has a step below it.
    while step > max(last, .leastNormalMagnitude) { step /= 10 }
    return stride(from: 0, through: last, by: step).map { $0 }
  }
}
