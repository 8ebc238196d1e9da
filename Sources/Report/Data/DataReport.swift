import Analysis
import SurvivalStatistics

/// What was understood of a file in words: lists to walk through, each entry with all that there is to say of it, and
/// the way from the rows of the file to those analysed.
package struct DataReport: Sendable {
  package enum Section: String, Hashable, Sendable, CaseIterable {
    case endpoints, columns, findings, flow, file

    package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  /// The order of the columns.
  package enum Order: String, Hashable, Sendable, CaseIterable {
    case file, missing, name

    package var words: String {
      switch self {
      case .file: "as in the file"
      case .missing: "most missing first"
      case .name: "by name"
      }
    }
  }

  /// A list whose last column takes what room is left.
  package struct List: Hashable, Sendable {
    package var table: Table
    package var tailHeading: String
    /// One for each row of the table.
    package var tails: [String]
    /// All that there is to say of each row.
    package var details: [[Detail]]
    /// What is said where the list is empty.
    package var emptiness: String

    /// The list in another order of its rows.
    package func ordered(_ order: [Int]) -> List {
      var list = self
      list.table.rows = order.map { table.rows[$0] }
      list.tails = order.map { tails[$0] }
      list.details = order.map { details[$0] }
      return list
    }
  }

  /// A word, and what there is to say under it.
  package struct Detail: Hashable, Sendable {
    package var label: String
    package var text: String
    package var severity: Remark.Severity

    package init(_ label: String, _ text: String, _ severity: Remark.Severity = .note) {
      (self.label, self.text, self.severity) = (label, text, severity)
    }
  }

  package let reading: FileReading
  package let flow: [CurvesReport.FlowStep]
  /// How many of those analysed are in each arm; empty where there are no arms.
  package let arms: [String]

  /// - Parameter report: what is asked at present: the last steps of the flow are those of its question.
  package init(_ reading: FileReading, _ report: CurvesReport) {
    self.reading = reading
    flow = report.flow(fromRows: reading.rows)
    arms =
      report.question.arms == nil
      ? []
      : zip(report.curves.arms, report.armNames).map {
        "\(NumberText.count($0.table.subjectCount)) \($1.full)"
      }
  }

  // MARK: Lists

  package var endpoints: List {
    let areAllUsable = reading.endpoints.allSatisfy { $0.unusable == 0 }
    func count(_ heading: String) -> Table.Column { Table.Column([heading], isNumber: true, .meaning) }
    return List(
      table: Table(
        caption: Sentence("Endpoints"), rowHeading: "endpoint",
        columns: [count("n"), count("events"), count("censored")]
          + (areAllUsable ? [] : [count("left out")]) + [Table.Column(["unit"], .detail)],
        rows: reading.endpoints.map { endpoint in
          Table.Row(
            [endpoint.name, endpoint.name.cut(to: 24) { $0.count }],
            [
              .count(endpoint.usable), .count(endpoint.usable - endpoint.censored),
              .count(endpoint.censored),
            ] + (areAllUsable ? [] : [endpoint.unusable == 0 ? .nothing : .count(endpoint.unusable)])
              + [.text(endpoint.unit ?? "not stated")])
        }),
      tailHeading: "what it is", tails: reading.endpoints.map { ($0.isGuess ? "guessed: " : "") + $0.label },
      details: reading.endpoints.map(Self.details), emptiness: "No endpoint was found")
  }

  private static func details(_ endpoint: FileReading.Endpoint) -> [Detail] {
    let since = endpoint.origin.map { " since \($0)" } ?? ""
    let kind = endpoint.hasCompetingRisks ? "competing risks" : "survival"
    let counts = endpoint.events.map { "\(NumberText.count($0.count)) \($0.meaning)" }
    var details = [
      Detail(endpoint.name, endpoint.label),
      Detail("times", "\(endpoint.unit ?? "unit not stated")\(since) · \(kind)"),
      Detail(
        "from",
        "\(endpoint.isGuess ? "guessed from \(endpoint.rule)" : endpoint.rule): "
          + endpoint.columns.joined(separator: ", "), endpoint.isGuess ? .caution : .note),
    ]
    let codes = endpoint.codes.filter { $0.value != $0.meaning }
    if !codes.isEmpty {
      let said = codes.map { "\($0.value) = \($0.meaning) (\(NumberText.count($0.count)))" }
      details.append(Detail("values", said.joined(separator: ", ")))
    }
    details.append(
      Detail(
        "counts",
        (counts + ["\(NumberText.count(endpoint.censored)) censored"]).joined(separator: ", ")))
    if endpoint.unusable > 0 {
      details.append(
        Detail(
          "left out",
          "\(NumberText.count(endpoint.unusable)) whose time or status is not known; findings list their lines",
          .caution))
    }
    return details
  }

  /// Where the bar of the missing values stands among the columns of ``columns``.
  package static let barColumn = 3
  package static let barWidth = 10

  package var columns: List {
    List(
      table: Table(
        caption: Sentence("Columns"), rowHeading: "column",
        columns: [
          Table.Column(["type"], .detail), Table.Column(["missing"], isNumber: true, .meaning),
          Table.Column(["%"], isNumber: true, .meaning),
          Table.Column([""], .important, spoken: "a bar for the missing"),
        ],
        rows: reading.columns.map { column in
          Table.Row(
            [column.name, column.name.cut(to: 30) { $0.count }, column.name.cut(to: 20) { $0.count }],
            [
              .text(column.kind), column.missing == 0 ? .nothing : .count(column.missing),
              .text(column.missing == 0 ? "" : NumberText.percent(missingShare(column))),
              .text(String(repeating: " ", count: Self.barWidth)),
            ])
        }),
      tailHeading: "values", tails: reading.columns.map(\.values), details: reading.columns.map(details),
      emptiness: "The file has no columns")
  }

  /// The share of the patients who have no value.
  package func missingShare(_ column: FileReading.Column) -> Double {
    reading.patients == 0 ? 0 : Double(column.missing) / Double(reading.patients)
  }

  private func details(_ column: FileReading.Column) -> [Detail] {
    var details = [Detail(column.name, column.label == column.name ? column.kind : column.label)]
    details.append(Detail("type", column.kind))
    details.append(
      Detail(
        "missing",
        column.missing == 0
          ? "nobody"
          : "\(NumberText.count(column.missing)) of \(NumberText.count(reading.patients)), "
            + NumberText.percent(missingShare(column))))
    if let time = column.knownAt {
      details.append(
        Detail("known", "only later, at \(time): not to divide patients by from time zero", .caution))
    }
    if !column.values.isEmpty { details.append(Detail("values", column.values)) }
    let about = reading.findings.filter { $0.column == column.name }
    return details + about.map { Detail($0.severity, $0.message, Self.severity($0)) }
  }

  /// The places of the columns in an order.
  package func places(_ order: Order) -> [Int] {
    let all = Array(reading.columns.indices)
    let columns = reading.columns
    switch order {
    case .file: return all
    case .missing: return all.sorted { (-columns[$0].missing, $0) < (-columns[$1].missing, $1) }
    case .name:
      let folded = columns.map { $0.name.lowercased() }
      return all.sorted { (folded[$0], $0) < (folded[$1], $1) }
    }
  }

  package var findings: List {
    List(
      table: Table(
        caption: Sentence("Findings"), rowHeading: "severity",
        columns: [
          Table.Column(["lines"], isNumber: true, .important), Table.Column(["column"], .detail),
        ],
        rows: reading.findings.map { finding in
          Table.Row(
            [finding.severity],
            [
              finding.lines.isEmpty ? .nothing : .count(finding.lines.count),
              .text((finding.column ?? "").cut(to: 24) { $0.count }),
            ])
        }),
      tailHeading: "finding", tails: reading.findings.map(\.message),
      details: reading.findings.map(Self.details),
      emptiness: "Nothing was noticed: every value was understood")
  }

  /// How grave a finding is.
  package static func severity(_ finding: FileReading.Finding) -> Remark.Severity {
    switch finding.severity {
    case "error": .danger
    case "warning": .caution
    default: .note
    }
  }

  private static func details(_ finding: FileReading.Finding) -> [Detail] {
    var details = [Detail(finding.severity, finding.message, severity(finding))]
    if let column = finding.column { details.append(Detail("column", column)) }
    guard !finding.lines.isEmpty else { return details }
    let shown = finding.lines.prefix(40).map(String.init).joined(separator: ", ")
    details.append(
      Detail(
        finding.lines.count == 1 ? "line" : "lines",
        finding.lines.count > 40 ? "\(shown), … \(NumberText.count(finding.lines.count)) in all" : shown))
    for row in finding.rows {
      let held = finding.column.map { "\($0): \(row.value ?? "no value")" }
      let said = row.isOfOther ? ["put together with another row"] : [row.patient, held].compactMap(\.self)
      details.append(Detail("line \(row.line)", said.joined(separator: " · ")))
    }
    if finding.rows.count < finding.lines.count {
      details.append(
        Detail("", "and \(NumberText.count(finding.lines.count - finding.rows.count)) more lines"))
    }
    return details
  }

  /// The file itself: what it is called and where it is, what somebody wrote about it.
  package var file: [Detail] {
    var details = [Detail("study", reading.title), Detail("table", reading.tablePath)]
    if let path = reading.studyPath { details.append(Detail("study file", path)) }
    details.append(Detail("rows", NumberText.count(reading.rows)))
    details.append(Detail("patients", NumberText.count(reading.patients)))
    if let doubt = reading.doubt { details.append(Detail("in doubt", doubt, .caution)) }
    for (index, paragraph) in (reading.notes ?? "").split(whereSeparator: \.isNewline).enumerated() {
      details.append(Detail(index == 0 ? "notes" : "", String(paragraph)))
    }
    return details
  }
}
