import CohortModel
import Foundation
import SurvivalStatistics

/// The complete cases of a regression, coded.
struct ModelFrame: Sendable {
  /// Each with all that its rows need to be named.
  struct Coded: Sendable {
    var term: CovariateTerm
    var variable: Variable
    var covariate: Covariate
    /// By the levels that occur, the reference first; `nil` for a number as it is.
    var groups: Groups?
    /// The reference asked for, where nobody has it.
    var absentReference: String?
  }

  let cases: CompleteCases
  let terms: [Coded]
  /// Of those whom the endpoint can use in the window, the ones with something unknown.
  let unknownCount: Int
  /// Of those, the ones with a number of which there is no logarithm.
  let withoutLogarithm: Int
  let counts: WindowCounts

  /// - Parameters:
  ///   - rows: with the terms' variables and one endpoint.
  ///   - cause: the event; `nil` for any.
  init(
    _ rows: Rows, _ terms: [CovariateTerm], _ endpoint: Endpoint, cause: Int?, _ window: Question.Window,
    schema: CohortSchema
  ) throws {
    let outcomes = rows.outcomes.first ?? []
    let observations = outcomes.map { $0.flatMap { window.observed($0, endpoint.scale) } }
    let columns = zip(terms, rows.columns).map { term, column in Self.coded(column, term) }
    var kept: [Int] = []
    var (usable, unloggable) = (0, 0)
    for row in observations.indices where observations[row] != nil {
      usable += 1
      if columns.allSatisfy({ !$0.isMissing(row) }) {
        kept.append(row)
      } else if rows.columns.allSatisfy({ !$0.isMissing(row) }) {
        unloggable += 1
      }
    }
    (unknownCount, withoutLogarithm) = (usable - kept.count, unloggable)
    let unusable = outcomes.count { $0 == nil }
    counts = WindowCounts(
      selected: outcomes.count, unusable: unusable, beforeLandmark: outcomes.count - unusable - usable)
    cases = try CompleteCases(
      kept.compactMap { observations[$0] }, causeCount: endpoint.causes.count,
      event: cause.map { [$0] } ?? Set(endpoint.causes.indices))
    var coded: [Coded] = []
    for (term, column) in zip(terms, columns) {
      try Task.checkCancellation()
      coded.append(try Self.term(term, column, kept, schema))
    }
    self.terms = coded
  }

  /// The values as they enter: a logarithm that there is none of is a gap.
  private static func coded(_ column: RowColumn, _ term: CovariateTerm) -> RowColumn {
    guard case .numbers(let values) = column else { return column }
    switch term.coding {
    case .per(let step): return .numbers(values.map { $0.isFinite ? $0 / step : .nan })
    case .logarithm: return .numbers(values.map { $0 > 0 && $0.isFinite ? log($0) : .nan })
    case .cuts(let cuts):
      return .levels(
        values.map { value in value.isNaN ? -1 : Int32(clamping: cuts.count { value > $0 }) })
    case .levels: return column
    }
  }

  private static func term(
    _ term: CovariateTerm, _ column: RowColumn, _ kept: [Int], _ schema: CohortSchema
  ) throws -> Coded {
    let variable = try schema.variable(named: term.variable)
    switch column {
    case .numbers(let values):
      return Coded(
        term: term, variable: variable,
        covariate: .continuous(name: variable.name, values: kept.map { values[$0] }))
    case .levels(let codes):
      var (names, reference) = (variable.levels, variable.reference)
      if case .cuts(let cuts) = term.coding {
        (names, reference) = (Arms.cuts(of: variable.name, at: cuts).names(in: schema), nil)
      } else if case .levels(let asked?) = term.coding {
        reference = asked
      }
      let occurring = Set(kept.map { codes[$0] })
      let asked = names.firstIndex { $0 == reference }
      let wanted = asked.flatMap { occurring.contains(Int32(clamping: $0)) ? $0 : nil }
      let first = wanted ?? 0
      let order = names.isEmpty ? [] : [first] + names.indices.filter { $0 != first }
      var places = [Int](repeating: 0, count: names.count)
      for (place, level) in order.enumerated() { places[level] = place }
      let groups = Groups(levels: order.map { names[$0] }, codes: kept.map { places[Int(codes[$0])] })
      return Coded(
        term: term, variable: variable, covariate: groups.factor(named: variable.name), groups: groups,
        absentReference: wanted == nil ? reference : nil)
    case .texts: throw NamingError.notATerm(variable.name, why: "its values are free text")
    }
  }
}
