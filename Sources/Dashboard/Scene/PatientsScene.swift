import Analysis
import CohortModel
package import Report
import Session
package import TerminalGrid

/// Single patients with their swim lanes, as they lie on a screen of one size: only what is in sight is ever written.
package struct PatientsScene: Sendable {
  /// Who is listed, in what order and why.
  struct Listed: Sendable {
    var list: PatientList
    /// The rows of the list in the order shown.
    var rows: [Int]
    /// Why these and no others; `nil` for all of them.
    var narrowing: String?
    var card: PatientCard?
    /// What was found about the patient of the card.
    var findings: [String] = []
  }

  /// A column of values.
  struct Column: Sendable {
    /// The place among the variables of the list; `nil` for what patients are called.
    var variable: Int?
    var heading: String
    var x: Int
    var width: Int
    var isNumber: Bool
  }

  package let report: PatientsReport
  /// The rows of the list in the order shown.
  package let rows: [Int]
  package let headline: Sentence
  /// Times of the lanes, on the axis of the curves.
  package let frame: PlotFrame
  let columns: [Column]
  let ticks: [Double]
  let events: [LaneEvent]
  /// What the arms are called, in their order; none where there are none.
  let arms: [ArmName]
  /// How many variables could be shown.
  let variableCount: Int
  package let card: PlacedCard?
  package let head: Rect
  package let list: Rect
  let details: Rect
  let legend: Rect
  let noteArea: Rect
  let notes: [Remark]

  /// Before what patients are called: the cursor, the mark.
  static let margin = 3

  init(_ listed: Listed, words: VariableWords, _ ask: Scene.Ask, curves: CurvesLayout, steps: [Double]) {
    let report = PatientsReport(listed.list, words: words, unit: ask.unit)
    let charset = Charset(ask.display.charset)
    (self.report, rows, events) = (report, listed.rows, report.laneEvents)
    arms = ask.question.arms == nil ? [] : words.names(ask.question.arms)
    variableCount = PatientList.shown(in: words.schema).count
    headline = report.headline(
      listing: [
        listed.narrowing.map { Sentence.Part($0, .meaning) },
        Sentence.Part("sorted by \(Self.words(ask.display.patientOrder, words))", .aside),
      ].compactMap { $0 })
    let area = ScreenLayout(size: ask.size, hidesFilters: ask.display.hidesFilters).body.inset(
      left: 1, right: 1)
    card = listed.card.map {
      PlacedCard(
        PatientCardReport($0, ask.question, words: words, unit: ask.unit), findings: listed.findings,
        width: area.width, charset: charset)
    }
    notes = report.remarks
    let (upper, noteArea) = area.splitBottom(min(notes.count, area.height < 20 ? 1 : 3))
    let (above, legend) = upper.splitBottom(arms.isEmpty ? 1 : 2)
    let (table, details) = above.splitBottom(above.height < 14 ? 1 : 3)
    (self.noteArea, self.legend, self.details) = (noteArea, legend, details)
    (head, list) = table.splitTop(1)

    columns = Self.columns(report, rows, from: area.x + Self.margin, width: area.width, charset)
    let end = columns.last.map { $0.x + $0.width } ?? area.x
    let lanes = Rect(x: end + 4, y: list.y, width: max(1, area.maxX - end - 4), height: list.height)
    frame = PlotFrame(area: lanes, horizon: curves.frame.horizon, charset: charset)
    ticks = Self.ticks(curves.ticks, in: frame, steps: steps, unit: report.text.time.name)
  }

  /// The curves' own ticks where they have room, else fewer of the same axis; none under the name of the unit.
  private static func ticks(
    _ own: [Double], in frame: PlotFrame, steps: [Double], unit: String
  ) -> [Double] {
    func width(_ tick: Double) -> Int { Figure.label(time: tick).count }
    func hasRoom(_ ticks: [Double]) -> Bool {
      zip(ticks, ticks.dropFirst()).allSatisfy {
        frame.column(of: $1) - width($1) / 2 > frame.column(of: $0) - width($0) / 2 + width($0)
      }
    }
    let widest = max(own.map(width).max() ?? 1, width(frame.horizon))
    let ticks =
      hasRoom(own)
      ? own
      : Ticks.times(
        horizon: frame.horizon, columns: frame.area.width, spacing: widest + 2, steps: steps)
    return ticks.filter { frame.column(of: $0) + width($0) < frame.area.maxX - unit.columns }
  }

  /// As many columns as leave room for the lanes: these have nearly half of the width.
  private static func columns(
    _ report: PatientsReport, _ rows: [Int], from x: Int, width: Int, _ charset: Charset
  ) -> [Column] {
    let sample = rows.prefix(300)
    let heading = charset.spelled(report.rowHeading).truncated(to: 12, ellipsis: charset.ellipsis)
    let named = sample.map { charset.spelled(report.name($0) ?? "").columns }.max() ?? 1
    let first = Column(
      variable: nil, heading: heading, x: x, width: min(16, max(named, heading.columns)), isNumber: false)
    var columns = [first]
    var end = x + first.width
    let last = x - margin + width - max(26, width * 9 / 20) - 4
    for (index, variable) in report.result.variables.enumerated() {
      let values = valueWidth(variable, report.result.column(index), sample, charset)
      let heading = charset.spelled(report.words.shortLabel(variable.name))
        .truncated(to: max(values, 10), ellipsis: charset.ellipsis)
      let width = max(values, heading.columns)
      guard end + 2 + width <= last else { break }
      columns.append(
        Column(
          variable: index, heading: heading, x: end + 2, width: width, isNumber: variable.kind == .number))
      end += 2 + width
    }
    return columns
  }

  /// The columns that values take: levels and numbers by what is known of all of them, texts by the first ones.
  private static func valueWidth(
    _ variable: Variable, _ column: RowColumn, _ sample: ArraySlice<Int>, _ charset: Charset
  ) -> Int {
    let longest: Int =
      switch variable.domain {
      case .levels(let levels): levels.map { charset.spelled($0).columns }.max() ?? 1
      case .numbers(let decimals):
        if let extremes = variable.distribution?.extremes {
          [extremes.lowerBound, extremes.upperBound].map { bound in
            variable.kind == .date
              ? 10 : variable.text(bound.rounded(.towardZero)).count + (decimals > 0 ? decimals + 1 : 0)
          }.max() ?? 1
        } else {
          1
        }
      case .text: sample.map { charset.spelled(column.text(of: variable, $0)).columns }.max() ?? 1
      }
    return max(1, min(longest, 14))
  }

  /// What an order is called: `follow-up ↓`, `Age ↑`.
  static func words(_ order: PatientOrder, _ words: VariableWords) -> String {
    let name =
      switch order.key {
      case .file: "place in the file"
      case .followUp: "follow-up"
      case .event: "time of the event"
      case .identifier: "identifier"
      case .variable(let name): words.shortLabel(name)
      }
    return "\(name) \(order.isDescending ? "↓" : "↑")"
  }

  /// The variables shown where nobody chose: what divides the patients, then what is looked at as factors.
  static func usualColumns(_ arms: String?, in schema: CohortSchema) -> [String] {
    let shown = PatientList.shown(in: schema)
    let dividing = shown.filter { $0.name == arms }
    let factors = shown.filter { $0.name != arms && Univariable.isFactor($0) }
    let rest = shown.filter { $0.name != arms && !Univariable.isFactor($0) }
    return (dividing + factors + rest).prefix(10).map(\.name)
  }

  /// The place in the file of the patient of a line.
  package func number(ofLine line: Int) -> Int? {
    rows.indices.contains(line) ? report.result.rows.numbers[rows[line]] : nil
  }
}
