package import Analysis
import CohortModel
import SurvivalStatistics

extension ModelsReport {
  /// A group for each term with the test of all its coefficients, below it a row for each level; one model after the
  /// other where there are several.
  ///
  /// - Parameters:
  ///   - kind: the only model that is shown; `nil` for all.
  ///   - showsUnadjusted: whether unadjusted ratios stand beside the adjusted ones also where there is little room.
  package func forest(of kind: RegressionKind? = nil, showsUnadjusted: Bool = false) -> ForestTable {
    let fits = fits(of: kind)
    let groups = fits.flatMap { fit in
      fit.terms.enumerated().map { place, term in
        var group = group(term)
        if place == 0, models.fits.count > 1 {
          group.heading = Sentence("\(Self.name(fit.kind)), \(Self.ratioName(fit.kind))")
        }
        return group
      }
    }
    var columns = columns
    if showsUnadjusted { columns[4].rank = .meaning }
    return ForestTable(rowHeading: "terms", columns: columns, groups: groups, ratioColumn: 2)
  }

  /// The one of that kind, or all where there is none.
  private func fits(of kind: RegressionKind?) -> [RegressionFit] {
    let chosen = models.fits.filter { $0.kind == kind }
    return chosen.isEmpty ? models.fits : chosen
  }

  private func group(_ term: RegressionFit.Term) -> ForestTable.Group {
    let isNumber = term.rows.allSatisfy { $0.level == nil && $0.partnerLevel == nil }
    let test: Quantity = isNumber ? .nothing : term.test.pValue.map(Quantity.pValue) ?? .nothing
    return ForestTable.Group(
      variable: term.variable.name, label: label(of: term),
      aside: isNumber
        ? Sentence([])
        : Sentence("\(term.columnCount) df" + (term.partner == nil ? "" : ", ratios of ratios")),
      cells: [
        .nothing, .nothing, .nothing, test, .nothing,
        term.proportionality?.pValue.map(Quantity.pValue) ?? .nothing,
      ], rows: term.rows.map { row($0, of: term) })
  }

  private func row(_ row: RegressionFit.Row, of term: RegressionFit.Term) -> ForestTable.Row {
    func ratio(_ estimate: RatioEstimate?) -> Quantity {
      row.isReference ? .text("1") : estimate.map(UnivariableReport.quantity) ?? .text("–")
    }
    return ForestTable.Row(
      name: rowName(row, of: term),
      cells: [
        .count(row.patientCount), .count(row.eventCount), ratio(row.adjusted),
        row.adjusted?.pValue.map(Quantity.pValue) ?? .nothing, ratio(row.unadjusted), .nothing,
      ], ratio: row.adjusted.map(ForestTable.Ratio.init), isReference: row.isReference)
  }

  /// How well each model fits, and how far it can be trusted, a few words a line.
  ///
  /// - Parameter kind: the only model that is told of; `nil` for all.
  package func fitLines(of kind: RegressionKind? = nil) -> [Remark] {
    fits(of: kind).flatMap { fit -> [Remark] in
      guard !fit.terms.isEmpty else { return [] }
      let heading = models.fits.count > 1 ? [Remark(.note, Self.name(fit.kind))] : []
      let proportional = fit.terms.count > 1 ? fit.terms.map(proportionality) : []
      return heading + [Self.eventsPerDegree(fit)]
        + (proportional + [
          fit.proportionality.flatMap { Self.proportionality("all terms", $0, .important) },
          Self.concordance(fit),
          Self.likelihoodRatio(fit.likelihoodRatio, "LR", .important),
        ]
        + fit.terms.map { term in
          term.dropped.flatMap { Self.likelihoodRatio($0, "without \(shortLabel(of: term)): LR", .aside) }
        }).compactMap(\.self)
    }
  }

  private static func eventsPerDegree(_ fit: RegressionFit) -> Remark {
    let events = fit.eventsPerDegree ?? 0
    let number = NumberText.fixed(events, 1)
    return Remark(
      events < 5 ? .danger : events < 10 ? .caution : .note,
      "\(NumberText.count(fit.eventCount)) events / \(fit.degreesOfFreedom) df = \(number)",
      shorter: ["\(number) events per df"])
  }

  private func proportionality(_ term: RegressionFit.Term) -> Remark? {
    term.proportionality.flatMap { Self.proportionality(label(of: term), $0, .aside) }
  }

  private func shortLabel(of term: RegressionFit.Term) -> String {
    term.partner == nil ? words.shortLabel(term.variable.name) : label(of: term)
  }

  /// P first: a long label may be cut.
  private static func proportionality(
    _ name: String, _ result: ChiSquaredResult, _ rank: Sentence.Rank
  ) -> Remark? {
    result.pValue.map { p in
      line(p < 0.05 ? .caution : .note, "PH test \(NumberText.pEquation(p)): \(name)", rank)
    }
  }

  private static func line(_ severity: Remark.Severity, _ text: String, _ rank: Sentence.Rank) -> Remark {
    Remark(severity, Sentence([Sentence.Part(text, rank)]))
  }

  private static func concordance(_ fit: RegressionFit) -> Remark? {
    guard let concordance = fit.concordance, let value = concordance.value else { return nil }
    let error = concordance.standardError.map { " (SE \(NumberText.fixed($0, 2)))" } ?? ""
    return line(.note, "concordance \(NumberText.fixed(value, 2))\(error)", .detail)
  }

  private static func likelihoodRatio(
    _ result: ChiSquaredResult, _ name: String, _ rank: Sentence.Rank
  ) -> Remark? {
    guard let statistic = result.statistic, let degrees = result.degreesOfFreedom, let p = result.pValue
    else { return nil }
    let value = NumberText.chiSquared(statistic, degreesOfFreedom: degrees)
    return line(.note, "\(name) \(value), \(NumberText.pEquation(p))", rank)
  }

  /// The remarks as they stand on a screen, and at last how the numbers are made, with what explains its signs.
  package func notes(_ signs: [Sentence]) -> [Remark] {
    // That no covariate is chosen is said where the terms would be.
    let grave = remarks.filter { $0.severity > .note }
    guard models.fits.contains(where: { !$0.terms.isEmpty }) else { return grave }
    return grave + [Remark(.note, Sentence(conventions.parts + signs.flatMap(\.parts)))]
  }
}
