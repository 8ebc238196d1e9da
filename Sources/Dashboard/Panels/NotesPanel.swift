import CohortEngine
import SurvivalStatistics
import TerminalGrid

/// The test with its name, statistic and P, who was left out, and the conventions behind the numbers.
struct NotesPanel {
  let state: DashboardState
  let layout: PlotLayout
  let snapshot: Snapshot
  let display: TimeDisplay

  private var separator: String { state.options.charset.separator }

  func draw(on grid: inout Grid) {
    let area = layout.notes
    let ellipsis = state.options.charset.ellipsis
    let test = testText
    if area.height == 1, test.isEmpty {
      grid.write(conventions(width: area.width), in: area, style: Style(.muted), ellipsis: ellipsis)
      return
    }
    grid.write(test, in: area, style: Style(.text, bold: true), ellipsis: ellipsis)
    let dropped = [lateText, droppedText].filter { !$0.isEmpty }.joined(separator: separator)
    if !dropped.isEmpty {
      let start = test.isEmpty ? 0 : test.columns + separator.columns
      if !test.isEmpty, start < area.width {
        grid.write(separator, x: area.x + test.columns, y: area.y, style: Style(.muted))
      }
      grid.write(dropped, in: area.inset(left: start), style: Style(.warning), ellipsis: ellipsis)
    }
    guard area.height > 1 else { return }
    grid.write(
      conventions(width: area.width), in: area.inset(top: 1), style: Style(.muted), ellipsis: ellipsis)
  }

  /// The test by name: `log-rank χ²₁=3.29 P=.070`.
  private var testText: String {
    guard let test = snapshot.analysis.test else { return "" }
    let result: String
    switch test.result {
    case .value(let statistic, let degreesOfFreedom):
      let p = test.result.pValue.map(NumberText.pEquation) ?? ""
      result =
        "\(NumberText.chiSquared(statistic, degreesOfFreedom: degreesOfFreedom, state.options.charset)) \(p)"
    case .undefined(let reason): result = "not possible: \(reason.words)"
    }
    let empty =
      test.emptyStrata.isEmpty
      ? "" : "\(separator)\(test.emptyStrata.joined(separator: ", ")) empty, left out"
    return "\(test.name) \(result)\(empty)"
  }

  /// Grouping by what happens later makes those who live to see it look well.
  private var lateText: String {
    let question = snapshot.question
    let used =
      [question.stratification?.variable].compactMap { $0 }
      + question.filters.steps.flatMap(\.condition.variables)
    let late = Set(used).sorted().map { state.cohort.variables[$0] }.filter { $0.knownAt != nil }
    return late.isEmpty
      ? "" : "immortal time: \(late.map(\.label).joined(separator: ", ")) is known only later"
  }

  private var droppedText: String {
    let answer = snapshot.answer
    var parts: [String] = []
    if answer.unusableCount > 0 { parts.append("\(answer.unusableCount) without this endpoint") }
    if answer.unstratifiedCount > 0, let stratification = snapshot.question.stratification {
      parts.append(
        "\(answer.unstratifiedCount) without \(state.cohort.variables[stratification.variable].label)")
    }
    return parts.isEmpty ? "" : "left out: " + parts.joined(separator: ", ")
  }

  /// The estimator, the interval's scale, and the follow-up; shortened where the line is.
  private func conventions(width: Int) -> String {
    let endpoint = state.cohort.endpoints[snapshot.question.endpoint]
    let transform = snapshot.question.transform.name
    let estimator =
      endpoint.kind == .survival
      ? "Kaplan–Meier, \(transform) CI" : "Aalen–Johansen, Aalen variance, \(transform) CI"
    let brief = endpoint.kind == .survival ? "KM, \(transform) CI" : "AJ (Aalen var.), \(transform) CI"
    let followUp = snapshot.analysis.followUp
    let shown: (Double?) -> String = { $0.map { NumberText.fixed(display.shown($0), 1) } ?? "NR" }
    let times = "\(shown(followUp.time)) (\(shown(followUp.lower))–\(shown(followUp.upper)))"
    let long = "\(estimator)\(separator)median follow-up (reverse KM) \(times) \(display.name)"
    let short = "\(brief)\(separator)reverse-KM follow-up \(times)"
    let brisk = "\(brief)\(separator)rev. KM f-up \(times)"
    return [long, short].first { $0.columns <= width } ?? brisk
  }
}

extension UndefinedTest {
  /// Why there is no result.
  var words: String {
    switch self {
    case .noEvents: "no events"
    case .fewerThanTwoGroups: "fewer than two groups at risk"
    case .noVariance: "the groups cannot be told apart at any event"
    }
  }
}
