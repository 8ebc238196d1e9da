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
    case curve, risk, estimates, differences, tests, flow, findings
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, tsv, json, md, html
  }

  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Print a table: curve, risk, estimates, differences, tests, flow or findings.",
    discussion: """
      csv, tsv and json give every number in full, in the recorded unit, empty where it is not estimable; md and html \
      are for people, worded and rounded as on the screen.
      """)

  @Argument(help: "The table: curve, risk, estimates, differences, tests, flow or findings.")
  var name: Name

  @OptionGroup var options: QuestionOptions

  @Option(help: "csv, tsv, json, md or html.")
  var format: Format = .csv

  func run() async throws {
    let opening = try Opening(options)
    let report = try await opening.report()
    let (data, table) = tables(report, opening)
    switch format {
    case .csv: print(data.csv, terminator: "")
    case .tsv: print(data.tsv, terminator: "")
    case .json: print(data.json(TableContext(report, data: opening.dataFile)), terminator: "")
    case .md: print(table.markdown, terminator: "")
    case .html: print(table.html, terminator: "")
    }
  }

  private func tables(_ report: CurvesReport, _ opening: Opening) -> (DataTable, Report.Table) {
    switch name {
    case .curve: return (report.curveData, report.curveTable)
    case .risk: return (report.riskData(), report.riskTable())
    case .estimates: return (report.estimatesData(), report.estimates())
    case .differences: return (report.differencesData, report.differences)
    case .tests: return (report.testsData, report.testsTable)
    case .flow: return (report.flowData, report.flowTable)
    case .findings:
      let findings = opening.findings
      return (findings.data, findings.table(title: "Findings in \(opening.study.tablePath)"))
    }
  }
}

extension Opening {
  /// The answer to the question of the command line in words and tables.
  func report() async throws -> CurvesReport {
    let curves = try await analyst.curves(session.question)
    return CurvesReport(curves: curves, schema: context.schema, unit: session.unit(in: context))
  }
}
