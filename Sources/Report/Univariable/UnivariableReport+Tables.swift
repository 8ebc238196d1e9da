import Analysis
import CohortModel
import SurvivalStatistics

extension UnivariableReport {
  private typealias Value = DataTable.Value

  /// A row for each level; what belongs to the factor stands on each of them, as it does for those known only later.
  package var data: DataTable {
    let early = result.factors.map { ($0.variable.name, rows(of: $0)) }
    let late = result.late.map { ($0.name, lateRows(of: $0)) }
    let byName = Dictionary(early + late) { first, _ in first }
    return DataTable(
      name: "univariable",
      keys: [
        "variable", "label", "level", "known_at", "n", "n_event", "n_missing", "time", "estimate", "conf_low",
        "conf_high", "test", "statistic", "df", "p_value", "p_holm", "p_bh", "model", "ratio", "ratio_low",
        "ratio_high", "ratio_p", "note", "method",
      ], rows: words.schema.variables.flatMap { byName[$0.name] ?? [] })
  }

  private func rows(of factor: Univariable.Factor) -> [[Value]] {
    let variable = factor.variable
    let test = factor.test.result
    let tested: [Value] = [
      .text(factor.test.method.rawValue), Value(test.statistic), Value(test.degreesOfFreedom),
      Value(test.pValue), Value(factor.holm), Value(factor.benjaminiHochberg),
    ]
    let note = factor.whyNoRatios.map { words($0, of: factor) }
    var rows = factor.levels.map { level in
      let read = reading(of: level.curve)
      return [
        .text(variable.name), .text(variable.label), .text(level.name), .empty, .integer(level.patientCount),
        .integer(level.eventCount), .integer(factor.unknownCount), Value(result.readingTime),
        Value(read?.value), Value(read?.interval?.lower), Value(read?.interval?.upper),
      ] + tested + ratio(level.ratio) + [Value(note), Self.method(level.ratio)]
    }
    if let unit = factor.perUnit {
      let why = unit.whyNoRatio.map { words($0, of: factor) }
      rows.append(
        [
          .text(variable.name), .text(variable.label), .text("per unit"), .empty, .integer(unit.patientCount),
          .integer(unit.eventCount), .integer(factor.unknownCount), .empty, .empty, .empty, .empty,
        ] + tested + ratio(unit.ratio) + [Value(why), Self.method(unit.ratio)])
    }
    return rows
  }

  private func lateRows(of variable: Variable) -> [[Value]] {
    let names = variable.isNumeric ? [""] : variable.levels
    return names.map { name in
      [.text(variable.name), .text(variable.label), .text(name), Value(variable.knownAt)]
        + [Value](repeating: .empty, count: 18) + [
          .text("known only later: not tested from time zero"), .empty,
        ]
    }
  }

  private func reading(of curve: Curve) -> ProbabilityEstimate? {
    guard let at = result.readingTime, case .estimate(let found, _, _) = curve.reading(at: at) else {
      return nil
    }
    return found
  }

  /// `wald` or `firth`: how a ratio, its interval and its P were made.
  static func method(_ estimate: RatioEstimate?) -> DataTable.Value {
    estimate.map { .text($0.method.rawValue) } ?? .empty
  }

  private func ratio(_ estimate: RatioEstimate?) -> [Value] {
    let interval = estimate?.interval
    return [
      .text(result.model.rawValue), Value(estimate?.hazardRatio), Value(interval?.lower),
      Value(interval?.upper), Value(estimate?.pValue),
    ]
  }

  // MARK: For people

  /// What is said of a factor and its levels, on a screen as on a page.
  var columns: [Table.Column] {
    let test = isIncidence ? "Gray P" : "log-rank P"
    return [
      Table.Column(["n"], isNumber: true, .important, spoken: "patients"),
      Table.Column(endpoint.heading(cause: result.cause), isNumber: true, .important),
    ] + readingColumns + [
      Table.Column(
        [Table.Column.Variant("\(ratioName) (95% CI)"), Table.Column.Variant(ratioName, .bare)], .meaning,
        spoken: isIncidence ? "subdistribution hazard ratio" : "hazard ratio"),
      Table.Column([test, "P"], isNumber: true, .meaning, spoken: "\(test) value"),
      Table.Column(["Holm"], isNumber: true, .detail, spoken: "P by Holm"),
      Table.Column(["BH"], isNumber: true, .aside, spoken: "P by Benjamini and Hochberg"),
    ]
  }

  private var readingColumns: [Table.Column] {
    guard let read = result.readingTime else { return [] }
    let (what, at) = (endpoint.yTitle(cause: result.cause), time.text(time.shown(read)))
    return [
      Table.Column(
        [
          Table.Column.Variant("\(what) at \(at) (95% CI)"), Table.Column.Variant("\(at) (95% CI)"),
          Table.Column.Variant(at, .bare),
        ], .detail, spoken: "\(what) at \(at)")
    ]
  }

  /// A row for each factor with its test, below it one for each level.
  package var table: Table {
    let read = result.readingTime
    let rows = result.factors.flatMap { tableRows(of: $0, read: read) }
    return Table(
      caption: headline, rowHeading: "factor", columns: columns, rows: rows,
      footnotes: remarks.map(\.sentence) + [conventions])
  }

  private func tableRows(of factor: Univariable.Factor, read: Double?) -> [Table.Row] {
    let gap: [Quantity] = read == nil ? [] : [.nothing]
    let unknown = factor.unknownCount > 0 ? ", \(NumberText.count(factor.unknownCount)) unknown" : ""
    let p = factor.test.result.pValue.map(Quantity.pValue) ?? .notEstimable(because: "")
    let adjusted = [factor.holm, factor.benjaminiHochberg].map { $0.map(Quantity.pValue) ?? .nothing }
    let why =
      factor.whyNoRatios.map { Quantity.text(words($0, of: factor)) }
      ?? (factor.isPenalized ? .text("Firth's penalised likelihood") : .nothing)
    let short = words.shortLabel(factor.variable.name)
    var rows = [
      Table.Row(
        [factor.variable.label + unknown, short + unknown], [.nothing, .nothing] + gap + [why, p] + adjusted)
    ]
    let names = words.namesByLevel(factor.arms)
    rows += factor.levels.map { level in
      let ratio: Quantity =
        level.isReference ? .text("1") : level.ratio.map(Self.quantity) ?? .notEstimable(because: "")
      let name = names[level.name] ?? ArmName(level: level.name)
      return Table.Row(
        name, series: nil,
        [.count(level.patientCount), .count(level.eventCount)]
          + (read.map { [level.curve.quantity(at: $0, time)] } ?? []) + [ratio, .nothing, .nothing, .nothing])
    }
    if let unit = factor.perUnit {
      let per = words.perUnit(of: factor.variable)
      let why = unit.whyNoRatio.map { words($0, of: factor) } ?? ""
      let ratio = unit.ratio.map(Self.quantity) ?? .notEstimable(because: why)
      rows.append(
        Table.Row(
          ["\(factor.variable.label), \(per)", "\(short), per unit"],
          [.count(unit.patientCount), .count(unit.eventCount)] + gap + [ratio, .nothing, .nothing, .nothing]))
    }
    return rows
  }

  static func quantity(_ estimate: RatioEstimate) -> Quantity {
    .ratio(estimate.hazardRatio, Quantity.Limits(estimate.interval.lower, estimate.interval.upper))
  }
}
