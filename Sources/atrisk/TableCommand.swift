import Analysis
import ArgumentParser
import CohortEngine
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
    case flow, findings
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, tsv, json, md, html
  }

  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract:
      "Print a table: curve, risk, estimates, differences, tests, univariable, model, model-fit, flow or findings.",
    discussion: """
      csv, tsv and json give every number in full, in the recorded unit, empty where it is not estimable; md and html \
      are for people, worded and rounded as on the screen.
      """)

  @Argument(
    help:
      "The table: curve, risk, estimates, differences, tests, univariable, model, model-fit, flow or findings."
  )
  var name: Name

  @OptionGroup var options: QuestionOptions

  @Option(help: "csv, tsv, json, md or html.")
  var format: Format = .csv

  @Option(
    help:
      "The regression of model and model-fit: cox, fine_gray or cause_specific; by default what fits the endpoint."
  )
  var model: RegressionKind?

  func run() async throws {
    let opening = try Opening(options)
    let (data, table, context) = try await answer(opening)
    switch format {
    case .csv: print(data.csv, terminator: "")
    case .tsv: print(data.tsv, terminator: "")
    case .json: print(data.json(context), terminator: "")
    case .md: print(table.markdown, terminator: "")
    case .html: print(table.html, terminator: "")
    }
  }

  private func answer(_ opening: Opening) async throws -> (DataTable, Report.Table, TableContext) {
    let file = opening.dataFile
    switch name {
    case .univariable:
      let report = try await opening.univariable()
      return (report.data, report.table, TableContext(report.context, data: file))
    case .model, .modelFit:
      let report = try await opening.models(model)
      let isFit = name == .modelFit
      return (
        isFit ? report.fitData : report.data, isFit ? report.fitTable : report.table,
        TableContext(report.context, data: file)
      )
    case .findings:
      let findings = opening.findings
      let report = try await opening.report()
      return (
        findings.data, findings.table(title: "Findings in \(opening.study.tablePath)"),
        TableContext(report.context, data: file)
      )
    case .curve, .risk, .estimates, .differences, .tests, .flow:
      let report = try await opening.report()
      let (data, table) = tables(report)
      return (data, table, TableContext(report.context, data: file))
    }
  }

  private func tables(_ report: CurvesReport) -> (DataTable, Report.Table) {
    switch name {
    case .risk: (report.riskData(), report.riskTable())
    case .estimates: (report.estimatesData(), report.estimates())
    case .differences: (report.differencesData, report.differences)
    case .tests: (report.testsData, report.testsTable)
    case .flow: (report.flowData, report.flowTable)
    default: (report.curveData, report.curveTable)
    }
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
    guard let models = try await analyst.models(session.question, kinds: kind.map { [$0] }) else {
      throw Failure.data("this source releases no single patients, and models need them")
    }
    return ModelsReport(
      models, words: VariableWords(context.schema), unit: session.unit(in: context))
  }

  /// One factor at a time, for the question of the command line.
  func univariable() async throws -> UnivariableReport {
    UnivariableReport(
      try await analyst.univariable(session.question), words: VariableWords(context.schema),
      unit: session.unit(in: context))
  }

  /// The answer to the question of the command line in words and tables.
  func report() async throws -> CurvesReport {
    let curves = try await analyst.curves(session.question)
    return CurvesReport(curves: curves, schema: context.schema, unit: session.unit(in: context))
  }
}
