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
    case curve, risk, estimates, differences, tests, univariable, flow, findings
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, tsv, json, md, html
  }

  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Print a table: curve, risk, estimates, differences, tests, univariable, flow or findings.",
    discussion: """
      csv, tsv and json give every number in full, in the recorded unit, empty where it is not estimable; md and html \
      are for people, worded and rounded as on the screen.
      """)

  @Argument(help: "The table: curve, risk, estimates, differences, tests, univariable, flow or findings.")
  var name: Name

  @OptionGroup var options: QuestionOptions

  @Option(help: "csv, tsv, json, md or html.")
  var format: Format = .csv

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
    if name == .univariable {
      let report = try await opening.univariable()
      return (report.data, report.table, TableContext(report.context, data: opening.dataFile))
    }
    let report = try await opening.report()
    let (data, table): (DataTable, Report.Table) =
      switch name {
      case .curve: (report.curveData, report.curveTable)
      case .risk: (report.riskData(), report.riskTable())
      case .estimates: (report.estimatesData(), report.estimates())
      case .differences: (report.differencesData, report.differences)
      case .tests: (report.testsData, report.testsTable)
      case .flow: (report.flowData, report.flowTable)
      case .findings, .univariable:
        (
          opening.findings.data,
          opening.findings.table(title: "Findings in \(opening.study.tablePath)")
        )
      }
    return (data, table, TableContext(report.context, data: opening.dataFile))
  }
}

extension Opening {
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
