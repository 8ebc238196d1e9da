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
    /// By the levels that occur, the reference first; `nil` for a number as it is, and for an interaction.
    var groups: Groups?
    /// What each column of an interaction is the product of; none for any other term.
    var products: [Product] = []
    /// The reference asked for, where nobody has it.
    var absentReference: String?
  }

  /// A column of an interaction.
  struct Product: Sendable {
    /// The levels of the two variables; `nil` for a number as it is.
    var levels: (String?, String?)
    /// Those who have both levels, by their places.
    var members: [Int]
  }

  let cases: CompleteCases
  let terms: [Coded]
  /// The patients by the variables that each have a baseline hazard for every level; `nil` without any.
  let strata: Groups?
  let strataVariables: [Variable]
  /// Of those whom the endpoint can use in the window, the ones with something unknown.
  let unknownCount: Int
  /// Of those, the ones with a number of which there is no logarithm.
  let withoutLogarithm: Int
  let counts: WindowCounts

  /// - Parameters:
  ///   - rows: with the variables of the terms that are no interactions, and one endpoint.
  ///   - cause: the event; `nil` for any.
  init(
    _ rows: Rows, _ terms: [CovariateTerm], _ endpoint: Endpoint, cause: Int?, _ window: Question.Window,
    schema: CohortSchema
  ) throws {
    let outcomes = rows.outcomes.first ?? []
    let observations = outcomes.map { $0.flatMap { window.observed($0, endpoint.scale) } }
    let single = terms.filter { $0.partner == nil }
    let columns = zip(single, rows.columns).map { term, column in Self.coded(column, term) }
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
    var (coded, strata, names): ([Coded], [[Int]], [Variable]) = ([], [], [])
    for (term, column) in zip(single, columns) {
      try Task.checkCancellation()
      if case .levels(let codes) = column, term.coding == .strata {
        strata.append(kept.map { Int(codes[$0]) })
        names.append(try schema.variable(named: term.variable))
      } else {
        coded.append(try Self.term(term, column, kept, schema))
      }
    }
    for term in terms {
      guard let partner = term.partner else { continue }
      try Task.checkCancellation()
      guard let first = coded.first(where: { $0.variable.name == term.variable && $0.term.isMain }),
        let second = coded.first(where: { $0.variable.name == partner && $0.term.isMain })
      else {
        throw NamingError.notATerm(term.variable, why: "both variables of an interaction must be terms")
      }
      coded.append(Self.interaction(term, first, second, count: kept.count))
    }
    (self.terms, strataVariables) = (coded, names)
    self.strata =
      strata.isEmpty ? nil : Groups(strata: kept.indices.map { place in strata.map { $0[place] } })
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
    case .levels, .strata, .interaction: return column
    }
  }

  /// The covariates as they would be if everybody were in one group of a variable.
  func covariates(setting variable: String, to group: Int) -> [Covariate] {
    var set = terms
    for place in set.indices where set[place].term.isMain && set[place].variable.name == variable {
      guard let groups = set[place].groups else { continue }
      let everybody = [Int](repeating: group, count: cases.count)
      set[place].covariate = .factor(
        name: groups.factor(named: variable).name, levels: groups.names, codes: everybody)
    }
    return set.map { coded in
      guard let partner = coded.term.partner,
        case .columns(let name, let names, _) = coded.covariate,
        let first = set.first(where: { $0.term.isMain && $0.variable.name == coded.term.variable }),
        let second = set.first(where: { $0.term.isMain && $0.variable.name == partner })
      else { return coded.covariate }
      let values = zip(coded.products, names).map { product, _ in
        zip(
          Self.column(first, product.levels.0, count: cases.count),
          Self.column(second, product.levels.1, count: cases.count)
        ).map(*)
      }
      return .columns(name: name, names: names, values: values)
    }
  }

  /// The column of one level of a term, or of its number.
  private static func column(_ coded: Coded, _ level: String?, count: Int) -> [Double] {
    switch coded.covariate {
    case .factor(_, let levels, let codes): codes.map { levels[$0] == level ? 1 : 0 }
    case .continuous(_, let values): values
    case .columns: [Double](repeating: 0, count: count)
    }
  }

  /// The products of the columns of two terms; those that are zero for everybody are left out, as unused levels are.
  private static func interaction(
    _ term: CovariateTerm, _ first: Coded, _ second: Coded, count: Int
  ) -> Coded {
    let name = "\(first.variable.name):\(second.variable.name)"
    var (products, names, values): ([Product], [String], [[Double]]) = ([], [], [])
    for other in columns(second, count) {
      for one in columns(first, count) {
        let product = zip(one.values, other.values).map(*)
        guard product.contains(where: { $0 != 0 }) else { continue }
        let members = product.indices.filter { place in
          (one.level == nil || one.values[place] != 0) && (other.level == nil || other.values[place] != 0)
        }
        products.append(Product(levels: (one.level, other.level), members: members))
        names.append("\(name)=\(one.level ?? ""):\(other.level ?? "")")
        values.append(product)
      }
    }
    return Coded(
      term: term, variable: first.variable, covariate: .columns(name: name, names: names, values: values),
      products: products)
  }

  /// The columns that a term has in the design, each with its level.
  private static func columns(_ coded: Coded, _ count: Int) -> [(level: String?, values: [Double])] {
    if let groups = coded.groups {
      return groups.names.indices.dropFirst().map { group in
        (groups.names[group], groups.members.map { $0 == group ? 1 : 0 })
      }
    }
    guard case .continuous(_, let values) = coded.covariate else { return [] }
    return [(nil, values)]
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

  /// Whether a term is one of the two of an interaction, which means nothing without it.
  func isInInteraction(_ coded: Coded) -> Bool {
    coded.term.isMain
      && terms.contains {
        $0.term.partner != nil && [$0.term.variable, $0.term.partner].contains(coded.variable.name)
      }
  }
}
