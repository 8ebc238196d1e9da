import Analysis
import ArgumentParser
import CohortEngine
import CohortModel
import Foundation
import Renderings
import Report
import Session
import Study

/// `atrisk table NAME [FILE]`: what a screen shows, as data.
struct TableCommand: AsyncParsableCommand {
  enum Name: String, ExpressibleByArgument, CaseIterable {
    case curve, risk, estimates, differences, tests, univariable, model
    case modelFit = "model-fit"
    case adjusted
    case characteristics, patients, flow, findings
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, tsv, json, md, html
  }

  private static let names =
    Name.allCases.dropLast().map(\.rawValue).joined(separator: ", ") + " or \(Name.findings.rawValue)"

  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Print a table: \(names).",
    discussion: """
      csv, tsv and json give every number in full, in the recorded unit, empty where it is not estimable; md and html \
      are for people, worded and rounded as on the screen.
      """)

  @Argument(help: "The table: \(TableCommand.names).")
  var name: Name

  @OptionGroup var options: QuestionOptions

  @Option(help: "csv, tsv, json, md or html.")
  var format: Format = .csv

  @Option(
    help:
      "The regression of model and model-fit: cox, fine_gray or cause_specific; by default what fits the endpoint."
  )
  var model: RegressionKind?

  @Flag(help: "Compare the characteristics of those selected by --where with those of the rest.")
  var againstRest = false

  @Flag(help: "Also weighted log-rank tests and the trend of ordered arms, in the table tests.")
  var weighted = false

  func validate() throws {
    guard !againstRest || name == .characteristics else {
      throw ValidationError("--against-rest belongs to the table characteristics, not to \(name.rawValue)")
    }
    guard !weighted || name == .tests else {
      throw ValidationError("--weighted belongs to the table tests, not to \(name.rawValue)")
    }
    guard model != nil, name != .model, name != .modelFit else { return }
    throw ValidationError("--model belongs to the tables model and model-fit, not to \(name.rawValue)")
  }

  func run() async throws {
    let opening = try Opening(options)
    let (plain, table, context) = try await answer(opening)
    let data = plain.bannered(by: context.remarks)
    switch format {
    case .csv: print(data.csv, terminator: "")
    case .tsv: print(data.tsv, terminator: "")
    case .json:
      print(data.json(TableContext(context, data: opening.dataFile)), terminator: "")
    case .md: print(table.markdown, terminator: "")
    case .html: print(table.html, terminator: "")
    }
  }

  /// A table for programs, the same for people, and what is said beside both.
  private typealias Answer = (DataTable, Report.Table, ReportContext)

  private func answer(_ opening: Opening) async throws -> Answer {
    switch name {
    case .univariable:
      let report = try await opening.univariable()
      return (report.data, report.table, report.context)
    case .model, .modelFit:
      let report = try await opening.models(model)
      return name == .model
        ? (report.data, report.table, report.context) : (report.fitData, report.fitTable, report.context)
    case .adjusted:
      let report = try await opening.adjusted()
      return (report.data, report.table, report.context)
    case .characteristics:
      let report = try await opening.characteristics(againstRest: againstRest)
      return (report.data, report.table, report.context)
    case .patients:
      let report = try await opening.patients()
      return (report.data, report.table, report.context)
    case .curve: return try await curves(opening) { ($0.curveData, $0.curveTable) }
    case .risk: return try await curves(opening) { ($0.riskData(), $0.riskTable()) }
    case .estimates: return try await curves(opening) { ($0.estimatesData(), $0.estimates()) }
    case .differences: return try await curves(opening) { ($0.differencesData, $0.differences) }
    case .tests:
      return try await curves(opening) { report in
        (
          report.testsData(isWeighted: weighted),
          weighted ? report.pairsTable(isWeighted: true) : report.testsTable
        )
      }
    case .flow:
      let rows = opening.study.reading.rowCount
      return try await curves(opening) { ($0.flowData(fromRows: rows), $0.flowTable(fromRows: rows)) }
    case .findings:
      let (findings, path) = (
        opening.study.fileReading.findings.flatMap(\.tableRows), opening.study.tablePath
      )
      return try await curves(opening) { _ in (findings.data, findings.table(title: "Findings in \(path)")) }
    }
  }

  private func curves(
    _ opening: Opening, _ tables: (CurvesReport) -> (DataTable, Report.Table)
  ) async throws -> Answer {
    let report = try await opening.report()
    if let refusal = report.refusal, name != .flow, name != .findings {
      throw Failure.data(refusal.summary)
    }
    let (data, table) = tables(report)
    return (data, table, report.context)
  }
}

extension RegressionKind: ExpressibleByArgument {}

extension Opening {
  /// The regressions that the covariates of the command line enter.
  func models(_ kind: RegressionKind?) async throws -> ModelsReport {
    guard !session.question.covariates.isEmpty else {
      throw Failure.usage(
        "--covariates is missing: a model needs at least one, as in --covariates \"age, sex\"")
    }
    let fitting = try context.schema.endpoint(named: session.question.endpoint).fittingModels
    if let kind, !fitting.contains(kind) {
      let expected = fitting.map(\.rawValue).joined(separator: " or ")
      throw Failure.usage(
        "--model \(kind.rawValue) does not fit \(session.question.endpoint); expected \(expected)")
    }
    guard let models = try await analyst.models(session.question, kinds: kind.map { [$0] }) else {
      throw Self.withoutPatients("models")
    }
    return ModelsReport(
      models, words: words, unit: session.unit(in: context))
  }

  /// The arms of the command line standardised to all patients, by what the covariates hold equal.
  func adjusted() async throws -> AdjustedReport {
    guard session.question.arms != nil else {
      throw Failure.usage(
        "--by is missing: adjusted curves are of arms, as in --by inotuzumab --covariates age")
    }
    guard let adjusted = try await analyst.adjusted(session.question) else {
      throw Self.withoutPatients("adjusted curves")
    }
    return AdjustedReport(adjusted, words: VariableWords(context.schema), unit: session.unit(in: context))
  }

  /// One factor at a time, for the question of the command line.
  func univariable() async throws -> UnivariableReport {
    UnivariableReport(
      try await analyst.univariable(session.question), words: words,
      unit: session.unit(in: context))
  }

  /// Who the patients of the command line's question are.
  func characteristics(againstRest: Bool) async throws -> CharacteristicsReport {
    var session = session
    if againstRest {
      do { session = try session.applying(.compare(.rest), in: context) } catch {
        throw Failure.usage("--against-rest: \(error)")
      }
    }
    guard let found = try await analyst.characteristics(session.question) else {
      throw Self.withoutPatients("characteristics")
    }
    return CharacteristicsReport(found, words: words, unit: session.unit(in: context))
  }

  /// The patients of the command line's question one by one.
  func patients() async throws -> PatientsReport {
    guard let found = try await analyst.patients(session.question) else {
      throw Self.withoutPatients("lists of patients")
    }
    return PatientsReport(found, words: words, unit: session.unit(in: context))
  }

  private static func withoutPatients(_ what: String) -> Failure {
    .data("this source releases no single patients, and \(what) need them")
  }

  /// The answer to the question of the command line in words and tables.
  func report() async throws -> CurvesReport {
    let curves = try await analyst.curves(session.question)
    return CurvesReport(curves, words: words, unit: session.unit(in: context))
      .comparing(try await analyst.effects(curves))
  }
}
