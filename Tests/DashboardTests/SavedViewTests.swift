import Analysis
import ArgumentParser
import CohortModel
import Foundation
import Report
import Session
import Study
import SurvivalStatistics
import TerminalGrid
import TestSupport
import Testing

@testable import Dashboard
@testable import atrisk

/// Each saved view of the studies that come with the program, beside what R says of the same file (`views.R`).
@Suite("Saved views")
struct SavedViewTests {
  struct View: CustomTestStringConvertible, Sendable {
    var study: String
    var name: String
    var testDescription: String { "\(study): \(name)" }
  }

  private static let openings: [String: Opening] = {
    let names = ["blinatumomab-hsct", "bmt"]
    let made = names.compactMap { name -> (String, Opening)? in
      let path = Repository.root().appending(path: "sample-data/\(name).toml").path
      return (try? Opening(.parse([path, "--theme", "default", "--charset", "unicode"]))).map { (name, $0) }
    }
    return Dictionary(uniqueKeysWithValues: made)
  }()

  static let views: [View] = openings.keys.sorted().flatMap { study in
    (openings[study]?.study.views ?? []).map { View(study: study, name: $0.name) }
  }

  /// Those on screens that the dashboard has.
  static let shown = views.filter { view in
    openings[view.study]?.context.views.contains { $0.name == view.name } == true
  }

  private func opening(_ view: View) throws -> Opening { try #require(Self.openings[view.study]) }

  @Test("Both studies open without a question or a finding, and every view has a note")
  func opened() throws {
    #expect(Self.openings.count == 2)
    #expect(Self.views.count { $0.study == "blinatumomab-hsct" } >= 27)
    #expect(Self.views.count { $0.study == "bmt" } >= 16)
    for (name, opening) in Self.openings {
      #expect(opening.study.findings.isEmpty, "\(name)")
      #expect(opening.study.endpointOrigins.allSatisfy { !$0.isGuess }, "\(name)")
      for view in opening.study.views {
        let note = try #require(view.note, "\(view.name)")
        #expect(note.hasSuffix(".") && note.count > 60, "\(view.name): \(note)")
        let isOnAScreen = Display.View(rawValue: view.screen.rawValue) != nil
        #expect(opening.context.views.contains { $0.name == view.name } == isOnAScreen, "\(view.name)")
      }
    }
    let sample = try #require(Self.openings["blinatumomab-hsct"])
    #expect(
      sample.study.views.allSatisfy { $0.note?.contains("ynthetic") == true || $0.name.hasPrefix("Table 3") })
  }

  @Test("The scales of intervals in a study file are those that can be typed")
  func scales() {
    #expect(SavedView.Interval.allCases.map(\.rawValue) == ConfidenceTransform.allCases.map(\.name))
  }

  @Test("The paper's figures and tables stand in its order")
  func order() throws {
    let names = try #require(Self.openings["blinatumomab-hsct"]).study.views.map(\.name)
    let stages = [
      "Figure 1A", "Figure 1B", "Figure 1C", "Figure 1D", "Figure 2A", "Figure 2B", "Figure 2C", "Figure 2D",
      "Figure S1", "Figure S2", "Text", "Table 1", "Table 2", "Table 3", "Table 4",
    ]
    let places = names.map { name in stages.firstIndex { name.hasPrefix($0 + ":") } }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(Set(places).count == stages.count)
  }

  // MARK: Every digit

  /// The question of a view, as the program asks it.
  private func session(_ view: View) throws -> Session {
    let opening = try opening(view)
    if Self.shown.contains(where: { $0.testDescription == view.testDescription }) {
      return try opening.session.applying(.show(view.name), in: opening.context)
    }
    // On a screen that is still to come: a table has the same numbers.
    let saved = try #require(opening.study.views.first { $0.name == view.name })
    guard let by = saved.by else { return opening.session }
    return try opening.session.applying(
      .by(Arms(parsing: by, in: opening.context.schema)), in: opening.context)
  }

  /// The rows of a table by what they are called, with their numbers.
  private func rows(
    _ table: DataTable, _ kind: String, called keys: [Int], numbers: [Int],
    when: ([DataTable.Value]) -> Bool = { _ in true }
  ) -> [(String, [Double?])] {
    table.rows.filter(when).map { row in
      ((([kind] + keys.map { row[$0].said })).joined(separator: " | "), numbers.map { row[$0].number })
    }
  }

  private func numbers(_ view: View) async throws -> [(String, [Double?])] {
    let opening = try opening(view)
    let saved = try #require(opening.study.views.first { $0.name == view.name })
    let session = try session(view)
    let (question, unit) = (session.question, session.unit(in: opening.context))
    let words = VariableWords(opening.context.schema)
    switch saved.screen {
    case .curves:
      let report = CurvesReport(
        curves: try await opening.analyst.curves(question), schema: opening.context.schema, unit: unit)
      return rows(report.estimatesData(), "estimates", called: [0, 1], numbers: Array(2...12))
        + rows(report.testsData, "tests", called: [1], numbers: Array(2...5))
        + rows(report.differencesData, "differences", called: [0], numbers: Array(2...6))
    case .univariable:
      let report = UnivariableReport(
        try await opening.analyst.univariable(question), words: words, unit: unit)
      return rows(
        report.data, "univariable", called: [0, 2], numbers: Array(4...10) + Array(12...16) + Array(18...21),
        when: { $0[3] == .empty })
    case .models:
      let models = try #require(try await opening.analyst.models(question))
      let report = ModelsReport(models, words: words, unit: unit)
      return rows(report.data, "model", called: [0, 1, 3], numbers: Array(4...18))
        + rows(report.fitData, "model-fit", called: [0], numbers: Array(1...16))
    case .characteristics:
      let found = try #require(try await opening.analyst.characteristics(question))
      let report = CharacteristicsReport(found, words: words, unit: unit)
      return rows(report.data, "characteristics", called: [0, 2, 3], numbers: Array(4...13))
    case .patients, .data: return []
    }
  }

  @Test("Every number is R's", arguments: views)
  func digits(view: View) async throws {
    let answers = try RAnswers("views")
    let prefix = "\(view.study) | \(view.name) | "
    var expected = answers.names(startingWith: prefix)
    #expect(!expected.isEmpty, "R was never asked")
    for (name, numbers) in try await numbers(view) {
      #expect(
        answers.agree(prefix + name, numbers, within: 1e-9),
        "\(name): \(numbers) is not \(answers.list(prefix + name))")
      expected.remove(prefix + name)
    }
    #expect(expected.isEmpty, "not in the tables: \(expected.sorted())")
  }

  // MARK: What is read on the screen

  /// The lines of the view, page after page.
  private func screen(_ view: View) async throws -> [String] {
    let opening = try opening(view)
    var renderer = try await Screens.renderer(opening, size: "200x60")
    try await renderer.run(.show(view.name))
    var lines = renderer.rows
    for _ in 0..<40 {
      let before = renderer.rows
      try await renderer.keys("PageDown")
      if renderer.rows == before { break }
      lines += renderer.rows
    }
    return lines
  }

  @Test("The screen shows R's numbers as they are printed", arguments: shown)
  func printed(view: View) async throws {
    let answers = try RAnswers("views")
    let prefix = "\(view.study) | \(view.name) | "
    let lines = try await screen(view)
    /// A line with all of these words, each of them alone or before a mark.
    func shows(_ texts: [String]) -> Bool { lines.contains { line in texts.allSatisfy(line.contains) } }
    var checked = 0
    for name in answers.names(startingWith: prefix) {
      let kind = name.dropFirst(prefix.count).split(separator: " ").first ?? ""
      let n = answers.list(name)
      var wanted: [String] = []
      switch kind {
      case "estimates": wanted = [Printed.count(n[0]), Printed.count(n[1]), Printed.share(n[4], n[6], n[7])]
      case "tests" where n[0] != nil && name == Self.plotted(name, of: answers, prefix):
        wanted = [Printed.chiSquared(n[0]), Printed.equation(n[2])]
      case "univariable":
        wanted = [Printed.count(n[0]), Printed.count(n[1]), Printed.share(n[4], n[5], n[6])]
        #expect(n[9] == nil || shows([Printed.p(n[9])]), "\(name): P \(Printed.p(n[9]))")
        if let ratio = n[12] { wanted.append(Printed.ratio(ratio, n[13], n[14])) }
      case "model":
        wanted = [Printed.count(n[0]), Printed.count(n[1])]
        wanted += n[5] == nil ? [] : [Printed.ratio(n[4] ?? .nan, n[5], n[6]), Printed.p(n[8])]
      case "model-fit": wanted = [Printed.chiSquared(n[4])]
      default: continue
      }
      checked += 1
      #expect(shows(wanted.filter { !$0.isEmpty }), "\(name): no line shows \(wanted)")
    }
    let saved = try #require(try opening(view).study.views.first { $0.name == view.name })
    #expect(checked > 0 || saved.screen == .characteristics)
  }

  /// The test that stands below the curves: of the plotted cause, the one whose events are counted.
  private static func plotted(_ name: String, of answers: RAnswers, _ prefix: String) -> String {
    let estimates = answers.names(startingWith: prefix + "estimates | ")
    let causes = Set(
      estimates.map { String($0.split(separator: "|", omittingEmptySubsequences: false).last ?? "") })
    return causes.contains(" " + (name.components(separatedBy: " | ").last ?? "")) ? name : ""
  }
}

/// Numbers as the screen prints them, written down once more.
private enum Printed {
  static func count(_ number: Double?) -> String { number.map { " \(Int($0)) " } ?? "" }

  static func share(_ share: Double?, _ low: Double?, _ high: Double?) -> String {
    guard let share else { return "" }
    let text = share == 0 ? "0%" : share == 1 ? "100%" : String(format: "%.1f%%", share * 100)
    guard let low, let high else { return "\(text) (NE)" }
    return text + String(format: " (%.1f–%.1f)", low * 100, high * 100)
  }

  static func p(_ p: Double?) -> String {
    guard let p else { return "" }
    if p < 0.001 { return "<.001" }
    let text = String(format: p <= 0.2 ? "%.3f" : "%.2f", p)
    return text == "1.00" ? ">.99" : String(text.dropFirst())
  }

  static func equation(_ p: Double?) -> String {
    let text = Self.p(p)
    guard let sign = text.first, "<>".contains(sign) else { return "P = \(text)" }
    return "P \(sign) \(text.dropFirst())"
  }

  static func ratio(_ ratio: Double, _ low: Double?, _ high: Double?) -> String {
    func text(_ number: Double) -> String {
      number > 999 ? ">999" : number < 0.01 ? "<0.01" : String(format: "%.2f", number)
    }
    guard let low, let high else { return text(ratio) }
    return "\(text(ratio)) (\(text(low))–\(text(high)))"
  }

  static func chiSquared(_ statistic: Double?) -> String {
    statistic.map { String(format: "= %.2f", $0) } ?? ""
  }
}

extension DataTable.Value {
  fileprivate var number: Double? {
    switch self {
    case .integer(let count): Double(count)
    case .number(let number): number
    case .text, .empty: nil
    }
  }

  fileprivate var said: String { if case .text(let text) = self { text } else { "" } }
}
