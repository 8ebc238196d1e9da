package import Analysis
import CohortModel
import SurvivalStatistics

extension UnivariableReport {
  /// A group for each factor with its test, below it a row for each level; then the factors known only later.
  package func forest(by order: FactorOrder) -> ForestTable {
    let columns = columns
    // After the counts, and the estimate where there is one.
    let ratioColumn = result.readingTime == nil ? 2 : 3
    return ForestTable(
      rowHeading: Self.words(order), columns: columns,
      groups: result.factors(by: order).map { group($0, ratioColumn) } + lateGroups(columns.count),
      ratioColumn: ratioColumn)
  }

  /// How factors are sorted, as the heading above them says it.
  package static func words(_ order: FactorOrder) -> String {
    switch order {
    case .p: "factors by P"
    case .name: "factors by name"
    case .study: "factors as in the study"
    }
  }

  private func group(_ factor: Univariable.Factor, _ ratioColumn: Int) -> ForestTable.Group {
    let before = [Quantity](repeating: .nothing, count: ratioColumn + 1)
    let p = factor.test.result.pValue.map(Quantity.pValue) ?? .notEstimable(because: "")
    let adjusted = [factor.holm, factor.benjaminiHochberg].map { $0.map(Quantity.pValue) ?? .nothing }
    return ForestTable.Group(
      variable: factor.variable.name, label: factor.variable.label, aside: aside(factor),
      cells: before + [p] + adjusted, isMuted: factor.test.caution != nil || factor.test.result.pValue == nil,
      rows: rows(factor))
  }

  /// What limits a factor: the unknown, why its levels have no ratio, and why its P says little.
  private func aside(_ factor: Univariable.Factor) -> Sentence {
    var parts: [Sentence.Part] = []
    if factor.unknownCount > 0 {
      parts.append(Sentence.Part("\(NumberText.count(factor.unknownCount)) unknown", .meaning))
    }
    if let why = factor.whyNoRatios {
      // The levels stand below: none is to be told from those of another variable.
      let said =
        if case .noEvents(let levels) = why {
          levels.count < 3
            ? "no events in \(levels.formatted)"
            : "no events in \(levels[0]) and \(levels.count - 1) other levels"
        } else { words(why, of: factor) }
      parts.append(Sentence.Part("no \(ratioName): \(said)", shorter: ["no \(ratioName)"], .important))
    }
    if factor.isPenalized {
      parts.append(
        Sentence.Part(
          "\(ratioName) by Firth's penalised likelihood", shorter: ["Firth's \(ratioName)"], .important))
    }
    switch factor.test.caution {
    case .smallArm(let level, let patients):
      parts.append(Sentence.Part("only \(NumberText.count(patients)) in \(level)", .detail))
    case .fewEvents(let count):
      parts.append(Sentence.Part("only \(endpoint.events(count, cause: result.cause))", .detail))
    case nil: break
    }
    if case .undefined(let reason) = factor.test.result {
      parts.append(Sentence.Part("no test: \(reason.words)", .detail))
    }
    return Sentence(parts)
  }

  private func rows(_ factor: Univariable.Factor) -> [ForestTable.Row] {
    let reading = result.readingTime
    let after = [Quantity](repeating: .nothing, count: 3)
    var rows = factor.levels.map { level -> ForestTable.Row in
      let ratio: Quantity =
        level.isReference ? .text("1") : level.ratio.map(Self.quantity) ?? .text("–")
      let read = reading.map { [estimate(level.curve, at: $0)] } ?? []
      return ForestTable.Row(
        name: level.name,
        cells: [.count(level.patientCount), .count(level.eventCount)] + read + [ratio] + after,
        ratio: level.ratio.map(ForestTable.Ratio.init), isReference: level.isReference)
    }
    if let unit = factor.perUnit {
      rows.append(
        ForestTable.Row(
          name: words.perUnit(of: factor.variable),
          cells: [.count(unit.patientCount), .count(unit.eventCount)] + (reading == nil ? [] : [.nothing])
            + [unit.ratio.map(Self.quantity) ?? .text("–")] + after,
          ratio: unit.ratio.map(ForestTable.Ratio.init)))
    }
    return rows
  }

  /// The estimate; where a curve has ended before, no more than when.
  private func estimate(_ curve: Curve, at reading: Double) -> Quantity {
    let quantity = curve.quantity(at: reading, time)
    guard case .pastFollowUp(let last, _, _) = quantity else { return quantity }
    return .text("NE, ends at \(NumberText.short(last, decimals: 1))")
  }

  private func lateGroups(_ columnCount: Int) -> [ForestTable.Group] {
    let heading = Sentence("known only later, so not tested from time zero", shorter: ["known only later"])
    return result.late.enumerated().map { place, variable in
      let known = variable.knownAt.flatMap { words.schema.variable($0) }
      // A column that nobody named tells a reader nothing.
      let from = known.flatMap { $0.label == $0.name ? nil : "known from \($0.label)" } ?? ""
      return ForestTable.Group(
        heading: place == 0 ? heading : nil, variable: variable.name, label: variable.label,
        aside: Sentence([Sentence.Part(from, .detail)]),
        cells: [Quantity](repeating: .nothing, count: columnCount), rows: [])
    }
  }
}

extension ForestTable.Ratio {
  init(_ estimate: RatioEstimate) {
    self.init(estimate.hazardRatio, estimate.interval.lower, estimate.interval.upper)
  }
}
