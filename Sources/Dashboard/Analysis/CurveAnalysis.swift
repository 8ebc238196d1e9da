package import CohortEngine
package import SurvivalStatistics

/// What the Curves view shows: estimates, tests and follow-up, from the event tables of an answer.
package struct CurveAnalysis: Sendable, Equatable {
  /// A row of the risk table.
  package struct Arm: Sendable, Equatable {
    package var label: String
    package var series: Int
    package var table: EventTable
  }

  package var arms: [Arm]
  package var curves: [AnalysedCurve]
  /// `nil` without strata.
  package var test: AnalysedTest?
  /// Median follow-up of everybody, by reverse Kaplan–Meier.
  package var followUp: QuantileEstimate
  /// The last time at which anybody was observed.
  package var horizon: Double

  /// - Complexity: O(strata · distinct times).
  package init(_ answer: CohortAnswer, endpoint: Endpoint, transform: ConfidenceTransform = .logLog) {
    let strata = answer.strata.enumerated().map { Arm(label: $1.label, series: $0 + 1, table: $1.table) }
    arms = strata.isEmpty ? [Arm(label: "All", series: 1, table: answer.overall)] : strata
    switch endpoint.kind {
    case .survival:
      curves = arms.indices.map { [arms] in Self.survival($0, of: arms, transform) }
    case .competingRisks where strata.isEmpty:
      // One arm: its causes beside each other, so that nobody reads relapse without death in remission.
      curves = Self.incidences(of: arms[0], causes: endpoint.causes, transform)
    case .competingRisks:
      curves = arms.indices.map { [arms] in Self.incidence($0, of: arms, transform) }
    }
    test = strata.isEmpty ? nil : Self.test(strata, endpoint.kind)
    followUp = KaplanMeier(answer.overall.reversed).median
    horizon = answer.overall.lastTime ?? 0
  }

  private static func survival(
    _ arm: Int, of arms: [Arm], _ transform: ConfidenceTransform
  ) -> AnalysedCurve {
    let table = arms[arm].table
    let estimate = KaplanMeier(table)
    return AnalysedCurve(
      label: arms[arm].label, arm: arm, series: arms[arm].series, events: table.eventCount,
      times: table.times,
      values: estimate.survival, band: estimate.band(transform: transform),
      isFaint: faintness(table, survival: estimate.survival),
      median: estimate.quantile(0.5, transform: transform), end: end(of: table),
      survivalAtEnd: estimate.survival.last ?? 1)
  }

  private static func incidence(
    _ arm: Int, of arms: [Arm], _ transform: ConfidenceTransform
  ) -> AnalysedCurve {
    let estimate = AalenJohansen(arms[arm].table)
    return curve(
      estimate, cause: 0, label: arms[arm].label, arm: arm, series: arms[arm].series, transform)
  }

  private static func incidences(
    of arm: Arm, causes: [String], _ transform: ConfidenceTransform
  ) -> [AnalysedCurve] {
    let estimate = AalenJohansen(arm.table)
    return causes.enumerated().map { cause, label in
      curve(estimate, cause: cause, label: label, arm: 0, series: cause + 1, transform)
    }
  }

  private static func curve(
    _ estimate: AalenJohansen, cause: Int, label: String, arm: Int, series: Int,
    _ transform: ConfidenceTransform
  ) -> AnalysedCurve {
    let table = estimate.table
    return AnalysedCurve(
      label: label, arm: arm, series: series, cause: cause, events: table.eventCount(cause: cause),
      times: table.times, values: estimate.cumulativeIncidence[cause],
      band: estimate.band(cause: cause, transform: transform),
      isFaint: faintness(table, survival: estimate.survival),
      end: end(of: table), survivalAtEnd: estimate.survival.last ?? 1)
  }

  private static func end(of table: EventTable) -> AnalysedCurve.End? {
    guard let time = table.times.last, let atRisk = table.atRisk.last else { return nil }
    return AnalysedCurve.End(time: time, atRisk: atRisk)
  }

  /// Whether, from each time on, fewer than ten are at risk or one more event would move the curve by over 5 points.
  private static func faintness(_ table: EventTable, survival: [Double]) -> [Bool] {
    table.times.indices.map { step in
      let left = step + 1 < table.atRisk.count ? table.atRisk[step + 1] : 0
      return left < 10 || survival[step] / Double(left) > 0.05
    }
  }

  private static func test(_ strata: [Arm], _ kind: Endpoint.Kind) -> AnalysedTest {
    let tables = strata.map(\.table)
    let empty = strata.filter { $0.table.subjectCount == 0 }.map(\.label)
    return switch kind {
    case .survival:
      AnalysedTest(name: "log-rank", result: LogRankTest(tables).result, emptyStrata: empty)
    case .competingRisks:
      AnalysedTest(name: "Gray", result: GrayTest(tables, cause: 0).result, emptyStrata: empty)
    }
  }
}
