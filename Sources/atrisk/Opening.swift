import Analysis
import CohortEngine
import CohortModel
import Dashboard
import Foundation
import Session
import Study
import SurvivalStatistics
import TerminalGrid

/// A study with the question that the command line asks of it, ready to be shown in any way.
struct Opening {
  let study: Study
  let context: SessionContext
  let description: StudyDescription
  /// What is asked: by the options, then by the log that is replayed.
  let session: Session
  let themes: [Theme]
  /// What is wrong with a theme file; nothing of it keeps the program from starting.
  let warning: String?
  private let engine: BitmapEngine
  let analyst: Analyst

  init(_ options: QuestionOptions) throws {
    let choice = ThemeChoice(named: options.theme)
    let (study, isAnswered) = try options.openStudy()
    var context = SessionContext(
      schema: study.cohort.schema, views: study.savedViews, themes: choice.themes.map(\.name),
      defaultUnit: study.displayUnit, defaultAt: study.at)
    context.opening = try options.commands(study, theme: choice.themes[choice.chosen].name, in: context)
    session = try options.session(in: context)
    (self.study, self.context, themes, warning) = (study, context, choice.themes, choice.warnings.first)
    description = StudyDescription(study, isConfirmed: study.reading.isConfirmed || isAnswered)
    engine = BitmapEngine(study.cohort)
    analyst = Analyst(engine)
  }

  var scenery: Scenery { Scenery(analyst, study: description) }

  func state(size: Size) -> DashboardState {
    var state = DashboardState(
      study: description, context: context, session: session, size: size, themes: themes)
    if let warning { state.message = .error(warning) }
    return state
  }

  /// Sorts the rows for every endpoint aside, so that switching to one costs nothing more.
  func prepare() -> Task<Void, Never> {
    Task.detached(priority: .utility) { [engine, endpoints = context.schema.endpoints.map(\.name)] in
      for endpoint in endpoints where !Task.isCancelled { try? await engine.prepare(endpoint: endpoint) }
    }
  }
}

extension StudyDescription {
  init(_ study: Study, isConfirmed: Bool) {
    self.init(title: study.title)
    (hiddenVariables, outcomeVariables) = (study.hiddenVariables, study.endpointColumns)
    warningCount = study.findings.count { $0.severity > .note }
    self.isConfirmed = isConfirmed
    report = { StudyReport(study, width: $0).lines }
    for origin in study.endpointOrigins where origin.isGuess { guesses[origin.endpoint] = origin.guess }
  }
}

extension EndpointOrigin {
  /// What the endpoint was guessed from, in a few words.
  fileprivate var guess: String {
    let codes = codes.map { code in
      // What is composed of events has no codes of its own.
      let meaning = "\(code.meaning)"
      return code.code == meaning ? "\(code.count) \(meaning)" : "\(code.code) = \(meaning) (\(code.count))"
    }.joined(separator: ", ")
    return "\(codes) by \(columns.joined(separator: ", "))"
  }
}

extension Study {
  /// The study's views on screens that there are, as the commands that ask for them; what a view cannot ask for is left
  /// out, as the study file's check has said so.
  fileprivate var savedViews: [NamedView] {
    let schema = cohort.schema
    return views.compactMap { view in
      guard let screen = Display.View(rawValue: view.screen.rawValue) else { return nil }
      var commands: [Command] = screen == .curves ? [] : [.view(screen)]
      if let name = view.endpoint, let endpoint = try? schema.endpoint(named: name) {
        commands.append(.endpoint(endpoint.name))
      }
      if let cause = view.cause { commands.append(.cause(cause)) }
      if let by = view.by, let arms = try? Arms(parsing: by, in: schema) { commands.append(.by(arms)) }
      if let text = view.filter,
        let condition = try? FilterExpression(parsing: text, variables: schema.variables)
      {
        commands.append(.narrow(condition))
      }
      if let at = view.at ?? at { commands.append(.at(at)) }
      if let landmark = view.landmark ?? landmark { commands.append(.landmark(landmark)) }
      if let end = view.censorAt { commands.append(.censorAt(end)) }
      if let scale = ConfidenceTransform.allCases.first(where: { $0.name == view.interval?.rawValue }) {
        commands.append(.interval(scale))
      }
      let terms = try? CovariateTerm.terms(parsing: view.covariates.joined(separator: ", "), in: schema)
      if let terms, !terms.isEmpty { commands.append(.covariates(terms)) }
      return NamedView(name: view.name, note: view.note, commands: commands)
    }
  }
}
