package import Analysis
package import CohortModel
import Report
import Report
package import Session
package import TerminalGrid

/// Everything on the screen follows from this value.
///
/// What is asked and how it is shown is the session, which only a command changes; where the cursor is, what is being
/// typed and what has been computed is the dashboard's own.
package struct DashboardState: Sendable {
  package enum Pane: Hashable, Sendable { case plot, filters }

  package private(set) var study: StudyDescription
  package private(set) var context: SessionContext
  package private(set) var session: Session
  package let themes: [Theme]
  /// The variables in the order of the filters pane.
  package private(set) var listedVariables: [String]
  /// How variables are spoken of.
  var words: VariableWords {
    var words = variableWords
    words.hidesIdentifiers = display.hidesIdentifiers
    return words
  }
  private var variableWords: VariableWords

  /// Which part takes the keys; filters that lie over the plot are shown while they do.
  package var focus: Pane
  package var overlay: Overlay?
  package var message: Message?
  package var size: Size
  package var pane = FiltersPane()
  package var typed = CommandHistory()
  package var data = DataPane()
  /// The first of the panels that is shown.
  package var panelOffset = 0
  /// The endpoint that is being built; `nil` while none is.
  package var builder: EndpointDraft?
  /// How often the study has grown since it was opened.
  private var growth = 0
  package var factors = FactorsPane()
  /// The variable under the cursor of the Models view, by name.
  package var covariate: String?
  package var patients = PatientsPane()
  package var characteristics = CharacteristicsPane()
  /// The view from which somebody opened the curves, to go back to.
  var cameFrom: Display.View?

  /// What was computed last; it may answer an older question than the present one.
  package private(set) var scene: Scene?
  /// How far the work on the present question is.
  package var progress: Analyst.Progress?
  /// Why the present question has no answer.
  package var failure: String?
  private var seen: Looks

  /// - Parameter context: has at least one endpoint; without any there is nothing to show.
  package init(
    study: StudyDescription, context: SessionContext, session: Session? = nil, size: Size,
    themes: [Theme] = [.default]
  ) {
    (self.study, self.context, self.size) = (study, context, size)
    self.themes = themes.isEmpty ? [.default] : themes
    self.session = session ?? Session(context)
    seen = Looks(self.session.questions.map { Looks.Step($0, in: context.schema) })
    variableWords = VariableWords(context.schema)
    listedVariables = study.listed(context.schema.variables)
    focus = ScreenLayout(size: size, hidesFilters: false).isDrawer ? .plot : .filters
    message = greeting
  }

  package var schema: CohortSchema { context.schema }
  package var question: Question { session.question }
  package var display: Display { session.display }
  package var charset: Charset { Charset(display.charset) }
  package var theme: Theme { themes.first { $0.name == display.theme } ?? themes[0] }
  /// The unit in which times are shown.
  package var unit: TimeUnit? { session.unit(in: context) }

  /// How many hypotheses somebody has looked at: those whose P was shown, but for what was taken back and for the
  /// bounds that a moved one only passed.
  package var looks: Int { seen.count }

  /// What the endpoint on the screen was guessed from, until somebody confirms it.
  var guess: String? {
    study.isConfirmed || display.isConfirmed ? nil : study.guesses[question.endpoint]
  }

  /// The first word to the user: how the first endpoint was guessed, where nobody said what the columns mean.
  package var greeting: Message? { guess.map { .note("Guessed: \($0). 6 shows more, K confirms it") } }

  /// Whether what is on the screen answers the question that is asked.
  package var isCurrent: Bool {
    scene?.ask.question == question && scene?.ask.display.view == display.view
  }

  /// The scene, where its parts have their places on this screen; one of another look is shown until its successor
  /// comes, for it is complete in itself.
  var fittingScene: Scene? {
    guard let scene, scene.ask.size == size, scene.ask.display.hidesFilters == display.hidesFilters,
      scene.ask.display.charset == display.charset
    else { return nil }
    return scene
  }

  // MARK: Changes

  /// Carries a command out, the only way the session changes; what only the terminal can do comes back.
  @discardableResult
  package mutating func run(_ command: Command) -> Effect? {
    if command == .confirm, guess == nil {
      message = .note("Nothing here is guessed")
      return nil
    }
    switch command {
    // The study grows aside; what was added is recorded once it is there.
    case .addEndpoint, .addEvent: return .add(command, saves: false)
    default: break
    }
    do {
      session = try session.applying(command, in: context)
    } catch {
      message = .error("\(error)")
      return nil
    }
    seen.follow(stepCount: session.stepCount, present: Looks.Step(question, in: schema))
    clampCursor()
    return after(command)
  }

  /// Takes a study with more endpoints or events; what is asked stays as it is.
  mutating func grow(_ study: StudyDescription, _ schema: CohortSchema) {
    (self.study, context.schema) = (study, schema)
    variableWords = VariableWords(schema)
    listedVariables = study.listed(schema.variables)
    growth += 1
  }

  /// Adds a command to the log that was carried out elsewhere.
  mutating func record(_ command: Command) throws(CommandError) {
    session = try session.applying(command, in: context)
  }

  /// For a picture of other curves than those that a cross-hair reads.
  mutating func showWithoutCrosshair() {
    if let without = try? session.applying(.crosshair(nil), in: context) { session = without }
  }

  /// Takes what was computed; an answer to an older question than the one asked is dropped by the caller.
  package mutating func receive(_ scene: Scene) {
    (self.scene, progress, failure) = (scene, nil, nil)
    if let hypothesis = scene.ask.question.hypothesis(in: schema), scene.hasPValue {
      seen.show(hypothesis)
    }
    if let patients = scene.ask.question.patients(in: schema) {
      seen.show(scene.hypotheses(in: schema), of: patients)
    }
    keepPatient()
    seen.show(scene.characteristicHypotheses, of: scene.ask.question.selected)
    clampCursor()
  }

  /// What the screen has to be computed for.
  package var ask: Scene.Ask {
    var shown = display
    // What only lies over the plot changes nothing that is computed.
    (shown.crosshair, shown.theme, shown.openVariables, shown.usesMouse) = (nil, "", [], false)
    if shown.view != .curves { shown.markedPatients = [] }
    let open = display.openVariables.filter { schema.variable($0)?.isCountable == true }
    var ask = Scene.Ask(question: question, facets: open, display: shown, unit: unit, size: size)
    if display.view == .patients { ask.listing = patients.listing }
    ask.growth = growth
    if builder != nil { ask.builder = BuilderAsk(definition: try? drafted?.get()) }
    return ask
  }
}
