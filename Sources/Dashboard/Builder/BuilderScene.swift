import Analysis
package import CohortModel
import Report
import Session
import TerminalGrid

/// What the builder's screen is computed for.
package struct BuilderAsk: Hashable, Sendable {
  /// The endpoint to show; `nil` until it is one.
  package var definition: EndpointDefinition?
}

/// What there is to choose from, and the endpoint that was chosen, as they lie on a screen of one size.
package struct BuilderScene: Sendable {
  indirect enum Outcome: Sendable {
    case none
    /// Why the endpoint cannot be.
    case impossible(String)
    /// Its counts, who cannot be used and why, and its curves.
    case curves(counts: String, notes: [String], Scene)
  }

  package let candidates: EndpointCandidates
  let outcome: Outcome
  let form: Rect
  let counts: Rect
  let curves: Rect
  let isBeside: Bool

  init(_ candidates: EndpointCandidates, _ outcome: Outcome, _ ask: Scene.Ask) {
    (self.candidates, self.outcome) = (candidates, outcome)
    (form, counts, curves, isBeside) = Self.areas(ask)
  }

  private static func areas(_ ask: Scene.Ask) -> (form: Rect, counts: Rect, curves: Rect, isBeside: Bool) {
    let body = ScreenLayout(size: ask.size, hidesFilters: true).body
    guard body.width < 110 else {
      let (left, right) = body.splitRight(body.width * 52 / 100)
      let (top, rest) = right.splitTop(4)
      return (left.inset(left: 1, right: 2), top.inset(left: 1, right: 1), rest, true)
    }
    let (upper, lower) = body.splitBottom(max(7, body.height / 2))
    let (top, rest) = lower.splitTop(2)
    return (upper.inset(left: 1, right: 1), top.inset(left: 1, right: 1), rest, false)
  }

  /// The size of a screen whose curves have the room of the preview.
  static func size(_ ask: Scene.Ask) -> Size {
    let curves = areas(ask).curves
    return Size(columns: curves.width, rows: curves.height + 4)
  }
}

extension Scenery {
  /// What there is to choose from, and what the endpoint comes to.
  func builder(_ wanted: BuilderAsk, _ ask: Scene.Ask) async throws -> BuilderScene? {
    guard let building else { return nil }
    let candidates = try await building.candidates()
    guard let definition = wanted.definition else { return BuilderScene(candidates, .none, ask) }
    do {
      let grown = try await building.preview(definition)
      try Task.checkCancellation()
      var question = Question(endpoint: definition.name)
      question.at = ask.question.at
      let curves = try await grown.analyst.curves(question)
      var display = ask.display
      (display.view, display.hidesFilters, display.until) = (.curves, true, nil)
      let unit = curves.endpoint.scale.unit.map { ask.unit ?? $0 }
      let small = Scene.Ask(
        question: question, facets: [], display: display, unit: unit, size: BuilderScene.size(ask))
      let scene = Scene(small, curves: curves, facets: [:], words: VariableWords(grown.analyst.schema))
      let endpoint = curves.endpoint
      let events = zip(endpoint.causes, endpoint.eventCounts).map { "\(Quantity.count($1).short) \($0)" }
      let left = grown.analyst.schema.patientCount - endpoint.usableCount
      let counts =
        "\(Quantity.count(endpoint.usableCount).short) patients: "
        + (events + ["\(Quantity.count(endpoint.censoredCount).short) censored"]).joined(separator: ", ")
        + (left > 0 ? " · \(Quantity.count(left).short) left out" : "")
      return BuilderScene(candidates, .curves(counts: counts, notes: grown.notes, scene), ask)
    } catch let error as CancellationError {
      throw error
    } catch {
      return BuilderScene(candidates, .impossible("\(error)"), ask)
    }
  }
}
