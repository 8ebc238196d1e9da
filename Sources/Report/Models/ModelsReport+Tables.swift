import Analysis
import CohortModel
import PrintableText
import SurvivalStatistics

extension ModelsReport {
  private typealias Value = DataTable.Value

  /// A row for each coefficient and each reference.
  package var data: DataTable {
    let rows = models.fits.flatMap { fit in
      fit.terms.flatMap { term in term.rows.map { dataRow($0, term, fit) } }
    }
    return DataTable(
      name: "model",
      keys: [
        "model", "variable", "label", "level", "n", "n_event", "coefficient", "std_error", "ratio",
        "conf_low", "conf_high", "statistic", "p_value", "factor_statistic", "factor_df", "factor_p",
        "unadjusted_ratio", "unadjusted_low", "unadjusted_high", "method",
      ], rows: rows)
  }

  private func dataRow(_ row: RegressionFit.Row, _ term: RegressionFit.Term, _ fit: RegressionFit) -> [Value]
  {
    let (adjusted, alone) = (row.adjusted, row.unadjusted)
    let (interval, aloneInterval) = (adjusted?.interval, alone?.interval)
    let one: Double? = row.isReference ? 1 : nil
    return [
      .text(fit.kind.rawValue), .text(variable(term)), .text(label(of: term)), .text(level(row, of: term)),
      .integer(row.patientCount), .integer(row.eventCount),
      Value(adjusted?.coefficient), Value(adjusted?.standardError), Value(adjusted?.hazardRatio ?? one),
      Value(interval?.lower), Value(interval?.upper), Value(adjusted?.statistic), Value(adjusted?.pValue),
      Value(term.test.statistic), Value(term.test.degreesOfFreedom), Value(term.test.pValue),
      Value(alone?.hazardRatio ?? one), Value(aloneInterval?.lower), Value(aloneInterval?.upper),
      UnivariableReport.method(adjusted),
    ]
  }

  /// The name of the variable; of an interaction both with a colon between them, as R has it.
  private func variable(_ term: RegressionFit.Term) -> String {
    term.partner.map { "\(term.variable.name):\($0.name)" } ?? term.variable.name
  }

  private func level(_ row: RegressionFit.Row, of term: RegressionFit.Term) -> String {
    func level(_ level: String?, _ name: String) -> String {
      let main = models.question.covariates.first { $0.isMain && $0.variable == name }
      return level ?? main.map { Self.level($0.coding) } ?? ""
    }
    let first = level(row.level, term.variable.name)
    return term.partner.map { "\(first):\(level(row.partnerLevel, $0.name))" } ?? first
  }

  private static func level(_ coding: CovariateTerm.Coding) -> String {
    switch coding {
    case .per(1): "per unit"
    case .per(let step): "per \(step.digits)"
    case .logarithm: "log"
    case .levels, .cuts, .strata, .interaction: ""
    }
  }

  /// A row for each fit.
  package var fitData: DataTable {
    let rows = models.fits.map { fit -> [Value] in
      [
        .text(fit.kind.rawValue), .integer(fit.patientCount), .integer(fit.eventCount),
        .integer(fit.unknownCount), Value(fit.eventsPerDegree), Value(fit.likelihoodRatio.statistic),
        Value(fit.likelihoodRatio.degreesOfFreedom), Value(fit.likelihoodRatio.pValue),
        Value(fit.wald.statistic), Value(fit.wald.pValue), Value(fit.score?.statistic),
        Value(fit.score?.pValue), Value(fit.concordance?.value), Value(fit.concordance?.standardError),
        Value(fit.proportionality?.statistic), Value(fit.proportionality?.degreesOfFreedom),
        Value(fit.proportionality?.pValue), .text(fit.strata.map(\.name).joined(separator: ", ")),
        .text(fit.isPenalized ? RatioEstimate.Method.firth.rawValue : RatioEstimate.Method.wald.rawValue),
      ]
    }
    return DataTable(
      name: "model-fit",
      keys: [
        "model", "n", "n_event", "n_missing", "events_per_df", "lr_statistic", "lr_df", "lr_p",
        "wald_statistic", "wald_p", "score_statistic", "score_p", "concordance", "concordance_se",
        "ph_statistic", "ph_df", "ph_p", "strata", "method",
      ], rows: rows)
  }

  // MARK: For people

  /// What is said of a term and its levels, on a screen as on a page.
  var columns: [Table.Column] {
    let names = Set(models.fits.map { Self.ratioName($0.kind) })
    let ratio = names.count == 1 ? names.first ?? "ratio" : "ratio"
    return [
      Table.Column(["n"], isNumber: true, .important, spoken: "patients"),
      Table.Column(endpoint.heading(cause: models.cause), isNumber: true, .important),
      Table.Column(
        [Table.Column.Variant("\(ratio) (95% CI)"), Table.Column.Variant(ratio, .bare)], .meaning,
        spoken: "adjusted ratio"),
      Table.Column(["P"], isNumber: true, .meaning, spoken: "probability"),
      Table.Column(
        [Table.Column.Variant("unadjusted (95% CI)"), Table.Column.Variant("unadjusted", .bare)], .detail,
        spoken: "unadjusted ratio"),
      Table.Column(["PH test"], isNumber: true, .aside, spoken: "probability of proportional hazards"),
    ]
  }

  /// For each fit a row for each term with its test, below it one for each level.
  package var table: Table {
    let rows = models.fits.flatMap { fit -> [Table.Row] in
      let blank: [Quantity] = [.nothing, .nothing, .nothing, .nothing, .nothing, .nothing]
      let heading = Table.Row(["\(Self.name(fit.kind)), \(Self.ratioName(fit.kind))"], blank)
      return (models.fits.count > 1 ? [heading] : []) + fit.terms.flatMap { tableRows($0, fit) }
    }
    return Table(
      caption: headline, rowHeading: "term", columns: columns, rows: rows,
      footnotes: remarks.map(\.sentence) + [conventions])
  }

  private func tableRows(_ term: RegressionFit.Term, _ fit: RegressionFit) -> [Table.Row] {
    let proportional = term.proportionality?.pValue.map(Quantity.pValue) ?? .nothing
    let isNumber = term.rows.allSatisfy { $0.level == nil && $0.partnerLevel == nil }
    var rows: [Table.Row] = []
    if !isNumber {
      let degrees = "\(term.columnCount) df"
      rows.append(
        Table.Row(
          ["\(label(of: term)), \(degrees)"],
          [
            .nothing, .nothing, .nothing, term.test.pValue.map(Quantity.pValue) ?? .nothing, .nothing,
            proportional,
          ]))
    }
    rows += term.rows.map { row in
      Table.Row(
        [name(row, of: term)],
        [
          .count(row.patientCount), .count(row.eventCount), ratio(row.adjusted, row),
          row.adjusted?.pValue.map(Quantity.pValue) ?? .nothing, ratio(row.unadjusted, row),
          isNumber ? proportional : .nothing,
        ])
    }
    return rows
  }

  private func ratio(_ estimate: RatioEstimate?, _ row: RegressionFit.Row) -> Quantity {
    if row.isReference { return .text("1 (reference)") }
    return estimate.map(UnivariableReport.quantity) ?? .notEstimable(because: "")
  }

  /// A row for each fit with what says how well it fits.
  package var fitTable: Table {
    let rows = models.fits.map { fit in
      Table.Row(
        [Self.name(fit.kind)],
        [
          .count(fit.patientCount), .count(fit.eventCount), .count(fit.unknownCount),
          .text(fit.eventsPerDegree.map { NumberText.fixed($0, 1) } ?? ""), Self.test(fit.likelihoodRatio),
          Self.test(fit.wald), fit.score.map(Self.test) ?? .nothing,
          .text(fit.concordance?.value.map { NumberText.fixed($0, 2) } ?? ""),
          fit.proportionality.map(Self.test) ?? .nothing,
        ])
    }
    return Table(
      caption: headline, rowHeading: "model",
      columns: [
        Table.Column(["n"], isNumber: true, .important, spoken: "patients"),
        Table.Column(["events"], isNumber: true, .important),
        Table.Column(["left out"], isNumber: true, .detail, spoken: "left out for unknown covariates"),
        Table.Column(["events per df"], isNumber: true, .meaning),
        Table.Column(["likelihood ratio"], .detail), Table.Column(["Wald"], .detail),
        Table.Column(["score"], .aside), Table.Column(["concordance"], isNumber: true, .important),
        Table.Column(["proportional hazards"], .meaning),
      ], rows: rows, footnotes: remarks.map(\.sentence) + [conventions])
  }

  private static func test(_ result: ChiSquaredResult) -> Quantity {
    guard let statistic = result.statistic, let degrees = result.degreesOfFreedom, let p = result.pValue
    else {
      return .notEstimable(because: "")
    }
    let value = NumberText.chiSquared(statistic, degreesOfFreedom: degrees)
    return .text("\(value), \(NumberText.pEquation(p))")
  }
}
