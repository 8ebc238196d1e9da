import Analysis
import CohortModel
import Dashboard
import Figures
import Foundation
import Report
import Session
import Study

/// What the dashboard draws into files, off its actor.
actor DrawnFigures {
  private let analyst: Analyst
  private let words: VariableWords
  private let title: String
  /// Files that were drawn before may be drawn anew; others are left as they are.
  private var written: Set<String> = []

  init(_ opening: Opening) {
    (analyst, words) = (opening.analyst, VariableWords(opening.context.schema))
    title = opening.study.title
  }

  /// Draws what a screen shows, and gives a word on what was written.
  func draw(_ ask: Scene.Ask, to path: String) async throws -> String {
    guard let format = FigureFormat(path: path) else {
      throw Failure.usage("\(path) does not end with .pdf, .svg or .png")
    }
    let place = URL(fileURLWithPath: NSString(string: path).expandingTildeInPath).standardizedFileURL.path
    guard written.contains(place) || !FileManager.default.fileExists(atPath: place) else {
      throw Failure.data("\(place) is there already and was not drawn here; name another file")
    }
    let (drawing, fonts) = try await drawing(ask)
    try FileBytes.write(try drawing.file(format, fonts: fonts), to: place)
    written.insert(place)
    return "Drawn into \(place), \(drawing.size)"
  }

  private func drawing(_ ask: Scene.Ask) async throws -> (Drawing, CairoFonts) {
    switch ask.display.view {
    case .curves:
      let report = CurvesReport(try await analyst.curves(ask.question), words: words, unit: ask.unit)
      let fonts = CairoFonts()
      return (try CurvesSheet(report, study: title, options: options(ask), measure: fonts).drawing, fonts)
    case .univariable:
      let report = UnivariableReport(
        try await analyst.univariable(ask.question), words: words, unit: ask.unit)
      return try forest(report.figure(by: ask.display.factorOrder))
    case .models:
      guard let models = try await analyst.models(ask.question) else {
        throw Failure.data(ModelsReport.noPatients)
      }
      return try forest(ModelsReport(models, words: words, unit: ask.unit).figure)
    default: throw Failure.usage("this view is no figure; curves, univariable and models are")
    }
  }

  private func forest(_ figure: ForestFigure) throws(FigureError) -> (Drawing, CairoFonts) {
    let fonts = CairoFonts()
    return (try ForestSheet(figure, study: title, measure: fonts).drawing, fonts)
  }

  /// What the screen shows of the curves.
  private func options(_ ask: Scene.Ask) -> CurvesOptions {
    var options = CurvesOptions()
    (options.hasBands, options.hasCensorings) = (ask.display.showsIntervals, ask.display.showsCensorings)
    options.riskRows = CurvesOptions.RiskRows(ask.display.riskRows)
    options.isZoomed = ask.display.zoomsAxis
    options.until = ask.display.until.map { $0.value(in: ask.unit) }
    return options
  }
}

extension Failure: CustomStringConvertible {
  var description: String { message }
}
