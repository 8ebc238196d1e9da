package import Analysis
import CohortModel
import Report
import Session
import TerminalGrid

/// Makes scenes off the main actor, from what the analyst answers.
package struct Scenery: Sendable {
  package let analyst: Analyst
  private let words: VariableWords
  let study: StudyDescription
  /// What makes endpoints of the study; `nil` where there is no file to make them of.
  package let building: EndpointBuilding?

  package init(_ analyst: Analyst, study: StudyDescription, building: EndpointBuilding? = nil) {
    (self.analyst, self.study, self.building) = (analyst, study, building)
    words = VariableWords(analyst.schema)
  }

  /// The same of a study that has grown.
  package func grown(_ study: GrownStudy) -> Scenery {
    Scenery(study.analyst, study: study.study, building: building)
  }

  /// The scene that is asked for.
  ///
  /// - Parameter progress: told of each step of the work that it begins.
  package func scene(
    for ask: Scene.Ask, progress: @escaping @Sendable (Analyst.Progress) -> Void = { _ in }
  ) async throws -> Scene {
    var facets: [String: Facet] = [:]
    var curves: Curves?
    // The distributions come first and wait for the curves: beside the headline, the flow and the curves of the older
    // question they would be read as numbers of one cohort. The filters pane mutes its older counts meanwhile.
    for try await piece in analyst.answer(Analyst.Ask(ask.question, facets: ask.facets)) {
      switch piece {
      case .progress(let step): progress(step)
      case .facets(let found): facets = found
      case .curves(let found): curves = found
      }
    }
    // A stream whose reader was cancelled ends without an answer.
    guard let curves else { throw CancellationError() }
    try Task.checkCancellation()
    var words = words
    words.hidesIdentifiers = ask.display.hidesIdentifiers
    let isAdjusted = ask.display.view == .curves && ask.display.showsAdjusted
    return Scene(
      ask, curves: curves, facets: facets, words: words, content: try await content(ask, curves, words),
      marked: try await analyst.marked(ask.display.markedPatients, in: ask.question),
      adjusted: isAdjusted ? try await adjusted(ask.question, progress) : nil)
  }

  /// The curves standardised by the covariates, or why these cannot enter a model.
  private func adjusted(
    _ question: Question, _ progress: @escaping @Sendable (Analyst.Progress) -> Void
  ) async throws -> Result<AdjustedCurves, NamingError>? {
    do {
      return try await analyst.adjusted(question) { done, total in
        if done.isMultiple(of: 25) { progress(Analyst.Progress(step: .resampling, done: done, total: total)) }
      }.map { .success($0) }
    } catch let error as NamingError {
      return .failure(error)
    }
  }

  /// Only what the view shows is computed.
  private func content(
    _ ask: Scene.Ask, _ curves: Curves, _ words: VariableWords
  ) async throws -> Scene.Content {
    if let wanted = ask.builder, let made = try await builder(wanted, ask) { return .builder(made) }
    return switch ask.display.view {
    case .curves: .curves(try await analyst.panels(ask.question))
    case .univariable: .univariable(try await analyst.univariable(ask.question))
    case .models: try await models(ask.question)
    case .characteristics:
      try await analyst.characteristics(ask.question).map { .characteristics($0) }
        ?? .noCharacteristics(because: CharacteristicsReport.noPatients)
    case .patients: try await patients(ask, curves, words)
    case .data: study.reading().map { .data($0) } ?? .curves([])
    }
  }

  /// The models, or why these covariates cannot enter any.
  private func models(_ question: Question) async throws -> Scene.Content {
    do {
      return try await analyst.models(question).map { .models($0) }
        ?? .noModels(because: ModelsReport.noPatients)
    } catch let error as NamingError {
      return .noModels(because: "\(error)")
    }
  }
}
