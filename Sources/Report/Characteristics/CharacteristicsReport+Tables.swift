import Analysis
import CohortModel

extension CharacteristicsReport {
  private typealias Value = DataTable.Value

  /// A row for each level, or for the numbers, in each stratum; what belongs to the variable stands on each of them.
  package var data: DataTable {
    DataTable(
      name: "characteristics",
      keys: [
        "variable", "label", "level", "stratum", "n", "percent", "n_missing", "median", "q1", "q3", "min",
        "max", "mean", "sd", "smd", "test", "statistic", "p_value",
      ], rows: result.variables.flatMap(rows))
  }

  private func rows(of described: Characteristics.Described) -> [[Value]] {
    let test = described.test
    let compared = [
      Value(described.difference), Value(test?.method.rawValue), Value(test?.statistic), Value(test?.pValue),
    ]
    func row(_ level: String, _ stratum: Int, _ n: Int, _ percent: Double?, _ numbers: NumberSummary?)
      -> [Value]
    {
      let name = result.strata[stratum].arm ?? ArmName.everybody.level
      let summary = [
        numbers?.median, numbers?.lowerQuartile, numbers?.upperQuartile, numbers?.minimum, numbers?.maximum,
        numbers?.mean, numbers?.standardDeviation,
      ]
      return [
        .text(described.variable.name), .text(described.variable.label), .text(level), .text(name),
        .integer(n),
        Value(percent), .integer(described.unknownCounts[stratum]),
      ] + summary.map { Value($0) } + compared
    }
    switch described.values {
    case .numbers(let summaries):
      return summaries.indices.map { row("", $0, summaries[$0].count, nil, summaries[$0]) }
    case .levels(let levels, let counts):
      guard !levels.isEmpty else { return result.strata.indices.map { row("", $0, 0, nil, nil) } }
      return levels.indices.flatMap { level in
        counts[level].enumerated().map { stratum, count in
          let known = known(described, stratum)
          return row(
            levels[level], stratum, count, known > 0 ? 100 * Double(count) / Double(known) : nil, nil)
        }
      }
    }
  }

  /// Patients of a stratum who have a value.
  func known(_ described: Characteristics.Described, _ stratum: Int) -> Int {
    result.strata[stratum].patientCount - described.unknownCounts[stratum]
  }

  // MARK: For people

  /// A row for each variable, below it one for each of its levels.
  package var table: Table {
    var columns = result.strata.map { stratum -> Table.Column in
      let n = NumberText.count(stratum.patientCount)
      guard let arm = stratum.arm else {
        return Table.Column(
          [Table.Column.Variant("All \(n)"), Table.Column.Variant("All \(n)", .bare)], isNumber: true,
          .important, spoken: "all \(n)")
      }
      let name = name(of: arm)
      return Table.Column(
        [
          Table.Column.Variant("\(name.full) \(n)"), Table.Column.Variant("\(name.short) \(n)"),
          Table.Column.Variant("\(name.short) \(n)", .bare),
        ], isNumber: true, .meaning, spoken: "\(name.full), \(n) patients")
    }
    columns.append(Table.Column(["unknown"], isNumber: true, .important))
    if comparesArms {
      columns += [
        Table.Column(["SMD"], isNumber: true, .important, spoken: "standardised mean difference"),
        Table.Column(["P"], isNumber: true, .important, spoken: "P value"),
        Table.Column(["test"], .detail),
      ]
    }
    return Table(
      caption: headline, rowHeading: "variable", columns: columns,
      rows: result.variables.flatMap(tableRows), footnotes: remarks.map(\.sentence) + [conventions])
  }

  private func tableRows(of described: Characteristics.Described) -> [Table.Row] {
    let variable = described.variable
    let unknown = Quantity.count(described.unknownCounts.first ?? 0)
    let late = variable.knownAt == nil ? isChosenBy(described) ? ", chosen by" : "" : ", known only later"
    let tail = [unknown] + compared(described)
    let short = words.shortLabel(variable.name)
    switch described.values {
    case .numbers(let summaries):
      let cells = summaries.map { Self.quantity($0, of: variable) }
      let unit = variable.unit.map { ", \($0)" } ?? ""
      let names = [variable.label + unit + late, short + late].map { "\($0), median (IQR)" }
      return [Table.Row(names, cells + tail)]
    case .levels(let levels, let counts):
      let names = words.namesByLevel(.levels(of: variable.name))
      let gaps = [Quantity](repeating: .nothing, count: result.strata.count)
      let heading = Table.Row([variable.label + late, short + late], gaps + tail)
      let nothing = [Quantity](repeating: .nothing, count: tail.count)
      return [heading]
        + levels.indices.map { level in
          let name = names[levels[level]] ?? ArmName(level: levels[level])
          let cells = counts[level].enumerated().map { Quantity.part($1, of: known(described, $0)) }
          return Table.Row(name, series: nil, cells + nothing)
        }
    }
  }

  /// What the arms' comparison is; nothing where there is none.
  private func compared(_ described: Characteristics.Described) -> [Quantity] {
    guard comparesArms else { return [] }
    guard described.variable.knownAt == nil, !isChosenBy(described) else {
      return [.nothing, .nothing, .nothing]
    }
    let test = described.test
    return [
      described.difference.map { .text(NumberText.fixed($0, 2)) } ?? .notEstimable(because: ""),
      test.map { .pValue($0.pValue) } ?? .notEstimable(because: ""),
      test.map { .text($0.method.rawValue) } ?? .nothing,
    ]
  }

  private static func quantity(_ summary: NumberSummary, of variable: Variable) -> Quantity {
    quantity(summary, between: (summary.lowerQuartile, summary.upperQuartile), of: variable)
  }

  /// A median between two other numbers, with as many decimals as are recorded, one at least, for a median may lie
  /// between two whole numbers, and of large ones four at most.
  static func quantity(
    _ summary: NumberSummary, between ends: (Double?, Double?), of variable: Variable
  ) -> Quantity {
    guard let median = summary.median, let lower = ends.0, let upper = ends.1 else { return .text("–") }
    var decimals = 1
    if case .numbers(let recorded) = variable.domain {
      decimals = max(1, upper.magnitude < 0.1 && lower.magnitude < 0.1 ? recorded : min(recorded, 4))
    }
    return .quartiles(median: median, lower: lower, upper: upper, decimals: decimals)
  }
}
