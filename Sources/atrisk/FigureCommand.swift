import Analysis
import ArgumentParser
import CohortModel
import Figures
import Foundation
import Report
import Session
import Study
import TerminalGrid

/// `atrisk figure NAME [FILE]`: what a screen shows, drawn for paper.
struct FigureCommand: AsyncParsableCommand {
  enum Name: String, ExpressibleByArgument, CaseIterable {
    case curves, stacked, forest
  }

  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: "Draw a figure for paper: curves, stacked or forest, as SVG, PDF or PNG.",
    discussion: """
      curves: the survival or incidence curves with numbers at risk, estimates and tests. stacked: \
      the incidences of all causes of an endpoint upon each other, with those free of any event on top. forest: hazard ratios, of one \
      factor at a time, or of the model that --covariates make. The same question gives the same bytes.

      The figure is written in one step, and an existing file is replaced. What is wider than the page is wrapped, not \
      cut; a page that is too small is refused with the least that is needed. Curves of very many patients keep, of the \
      steps within a quarter of a point, the lowest, the highest and the last.
      """)

  @Argument(help: "The figure: curves, stacked or forest.")
  var name: Name

  @OptionGroup var options: QuestionOptions

  @Option(
    name: .shortAndLong,
    help: "The file to write; it ends with .svg, .pdf or .png where --format does not say which it is.",
    completion: .file())
  var output: String

  @Option(help: "svg, pdf or png (300 dots an inch); by default what the file's name ends with.")
  var format: FigureFormat?

  @Option(help: "How wide: 180 or 180mm, 18cm, 7in; by default 180mm.", transform: length)
  var width: Double = PageSize.usualWidth

  @Option(help: "How high; by default what the contents need.", transform: length)
  var height: Double?

  @Flag(
    inversion: .prefixedNo,
    help: "Shade the 95% confidence intervals of curves; by default where there are at most three.")
  var bands: Bool?

  @Flag(inversion: .prefixedNo, help: "Mark censorings on the curves.")
  var marks = true

  @Flag(help: "Fit the axis of shares to the curves, in place of 0 to 100%.")
  var zoom = false

  @Option(
    name: .customLong("risk-rows"),
    help: "What the table below the curves counts: at-risk, events or censored.")
  var riskRows = Display.RiskRows.atRisk

  @Option(
    help:
      "The regression of a forest: cox, fine_gray or cause_specific; by default what fits the endpoint.")
  var model: RegressionKind?

  private static func length(_ text: String) throws -> Double {
    guard let points = PageSize.points(parsing: text) else {
      throw ValidationError(
        "“\(text.truncated(to: 40))” is no length; expected 180, 180mm, 18cm or 7in, from 10 mm to 2 m")
    }
    return points
  }

  func validate() throws {
    guard name == .curves || (bands == nil && !zoom) else {
      throw ValidationError("--bands and --zoom belong to the figure curves, not to \(name.rawValue)")
    }
    guard model == nil || name == .forest else {
      throw ValidationError("--model belongs to the figure forest, not to \(name.rawValue)")
    }
    guard format != nil || FigureFormat(path: output) != nil else {
      throw ValidationError(
        "\(output.truncated(to: 80)) does not end with .svg, .pdf or .png; name it so, or add --format \(FigureFormat.names)"
      )
    }
  }

  func run() async throws {
    let opening = try Opening(options)
    let fonts = CairoFonts()
    let drawing = try await drawing(opening, fonts)
    do {
      let file = try drawing.file(format ?? FigureFormat(path: output) ?? .svg, fonts: fonts)
      try FileBytes.write(file, to: output)
    } catch {
      throw Failure.data("\(error)")
    }
  }

  private func drawing(_ opening: Opening, _ fonts: CairoFonts) async throws -> Drawing {
    let (title, size) = (opening.study.title, PageSize(width: width, height: height))
    do {
      switch name {
      case .curves, .stacked:
        let report = try await name == .stacked ? opening.stackedReport() : opening.report()
        return try CurvesSheet(
          report, study: title, size: size, options: curvesOptions(opening, report), measure: fonts
        ).drawing
      case .forest:
        let figure =
          opening.session.question.covariates.isEmpty && model == nil
          ? try await opening.univariable().figure(by: opening.session.display.factorOrder)
          : try await opening.models(model).figure
        return try ForestSheet(figure, study: title, size: size, measure: fonts).drawing
      }
    } catch let error as FigureError {
      throw Failure.data("\(error)")
    }
  }

  private func curvesOptions(_ opening: Opening, _ report: CurvesReport) -> CurvesOptions {
    var drawn = CurvesOptions()
    (drawn.hasBands, drawn.hasCensorings) = (bands, marks)
    (drawn.isZoomed, drawn.isStacked) = (zoom, name == .stacked)
    drawn.riskRows = CurvesOptions.RiskRows(riskRows)
    drawn.until = opening.session.display.until.map { $0.value(in: report.time.shown) }
    return drawn
  }
}

extension Opening {
  /// All causes of the endpoint in everybody together.
  fileprivate func stackedReport() async throws -> CurvesReport {
    var question = session.question
    let endpoint = try context.schema.endpoint(named: question.endpoint)
    guard endpoint.kind == .competingRisks, endpoint.causes.count > 1 else {
      let known = context.schema.endpoints.filter { $0.kind == .competingRisks && $0.causes.count > 1 }
      let names = known.map(\.name).joined(separator: ", ")
      throw Failure.usage(
        "--endpoint \(endpoint.name) has no competing causes to stack; expected "
          + (names.isEmpty ? "an endpoint with several causes, of which there is none" : "one of \(names)"))
    }
    guard question.arms == nil else {
      throw Failure.usage("--by does not go with stacked: the causes of one arm lie upon each other")
    }
    question.cause = nil
    return CurvesReport(
      curves: try await analyst.curves(question), schema: context.schema, unit: session.unit(in: context))
  }
}

extension FigureFormat: ExpressibleByArgument {}
extension Display.RiskRows: ExpressibleByArgument {}

extension CurvesOptions.RiskRows {
  init(_ shown: Display.RiskRows) {
    switch shown {
    case .atRisk: self = .atRisk
    case .withEvents: self = .withEvents
    case .withEventsAndCensored: self = .withEventsAndCensored
    }
  }
}
