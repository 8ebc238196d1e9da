import CohortModel
import SurvivalStatistics

/// A regression that is fitted again and again, and predicts with everybody in one group after the other.
struct StandardizedModel {
  /// The arms.
  let groups: Groups
  /// Whether each patient had the event.
  let events: [Bool]
  /// The distinct times of the event, thinned where there are very many.
  let times: [Double]
  private let kind: RegressionKind
  private let data: SurvivalData
  private let design: DesignMatrix
  private let strata: [Int]
  private let designs: [DesignMatrix]
  /// Why the model is not defined; `nil` where it is.
  private let obstacle: ModelObstacle?

  private static let mostTimes = 200

  /// - Parameter variable: the arms' one, a term of the frame.
  init(_ frame: ModelFrame, _ kind: RegressionKind, variable: String) throws {
    let cases = frame.cases
    let events = cases.data.outcomes.map { $0.cause.map(cases.event.contains) ?? false }
    (self.kind, self.events) = (kind, events)
    data = kind == .fineGray ? try cases.eventAndCompeting() : try cases.timeToEvent()
    let all = Set(events.indices.filter { events[$0] }.map { cases.data[$0].time }).sorted()
    let kept = Self.mostTimes
    times = all.count <= kept ? all : (0..<kept).map { all[$0 * (all.count - 1) / (kept - 1)] }
    strata = frame.strata?.members ?? []
    let term = frame.terms.first { $0.term.isMain && $0.variable.name == variable }
    guard let groups = term?.groups else {
      throw NamingError.notATerm(variable, why: "curves are of its levels, and it is no term with levels")
    }
    self.groups = groups
    let design = try DesignMatrix(frame.terms.map(\.covariate), rowCount: cases.count)
    self.design = design
    designs = try groups.names.indices.map { group in
      try DesignMatrix(
        frame.covariates(setting: variable, to: group), rowCount: cases.count, codedAs: design)
    }
    obstacle =
      kind != .fineGray ? nil : cases.data.hasDelayedEntry ? .delayedEntry : strata.isEmpty ? nil : .strata
  }

  /// One curve for each group, or why there are none.
  ///
  /// Where a coefficient grows for ever the curve that it tends to is given all the same.
  ///
  /// - Parameter counts: how often each patient is drawn; `nil` for once.
  func curves(counts: [Int]?) throws -> (curves: [[Double]]?, obstacle: ModelObstacle?) {
    if let obstacle { return (nil, obstacle) }
    let weights = counts.map { CaseWeights.frequencies($0) }
    let shares = counts.map { $0.map(Double.init) } ?? []
    let (curves, outcome): ([[Double]?], RegressionOutcome)
    if kind == .fineGray {
      let model = try FineGrayModel(data, design: design, weights: weights, convergence: .cmprsk)
      outcome = model.outcome
      curves = designs.map { model.standardizedIncidence(over: $0, at: times, weights: shares) }
    } else {
      let model = try CoxModel(data, design: design, strata: strata, weights: weights)
      outcome = model.outcome
      curves = designs.map {
        model.standardizedSurvival(over: $0, strata: strata, at: times, weights: shares)
      }
    }
    let known = curves.compactMap(\.self)
    guard known.count == curves.count else { return (nil, ModelObstacle(outcome, design) ?? .notConverged) }
    return (known, nil)
  }
}
