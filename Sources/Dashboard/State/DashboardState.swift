package import CohortEngine
package import Study
package import TerminalGrid

/// Everything on the screen follows from this value; `update(_:)` is the only way it changes.
package struct DashboardState: Sendable {
  package enum Pane: Hashable, Sendable { case plot, filters }

  package let study: Study
  /// How many rows have no value, by variable.
  package let missingCounts: [Int]
  /// The last time that is recorded of anybody, by endpoint, in the recorded unit.
  private let lastTimes: [Double]
  package var history: History<Question>
  package var options = DisplayOptions()
  package var view = DashboardView.curves
  package var focus = Pane.filters
  package var overlay: Overlay?
  package var message: Message?
  package var size: Size
  package var themes: [Theme]
  package var theme = 0

  /// The filters pane: which variables are open, the line under the cursor, the first line shown.
  package var openVariables: Set<Int>
  package var filterCursor = 0
  package var filterScroll = 0
  package var lastSearch = ""
  /// The lines of the Data view, made when it is first looked at, and the first one shown.
  package private(set) var report: [String] = []
  package var dataScroll = 0
  /// Where the cross-hair stands, in the shown unit; `nil` while it is off.
  package var crosshair: Double?
  /// The saved view shown last.
  package var savedView: Int?
  /// Whether somebody has said what the columns mean; until then the first line says what was guessed.
  package var isConfirmed: Bool
  /// The hypotheses tested since the program was started.
  package var looks: Set<Question.Hypothesis> = []
  /// What was computed last; it may answer an older question than the present one.
  package var snapshot: Snapshot?

  /// - Parameter study: has at least one endpoint; without any there is nothing to show.
  package init(study: Study, size: Size, themes: [Theme] = [.default]) {
    precondition(!study.cohort.endpoints.isEmpty, "a study without endpoints has no dashboard")
    self.study = study
    (self.size, self.themes) = (size, themes.isEmpty ? [.default] : themes)
    isConfirmed = study.reading.isConfirmed
    lastTimes = study.cohort.endpoints.map { endpoint in
      let usable = endpoint.status.indices.lazy.filter { endpoint.status[$0] != Endpoint.unusable }
      return endpoint.scale.time(usable.map { endpoint.times[$0] }.max() ?? 0)
    }
    missingCounts = study.cohort.variables.map { variable in
      (0..<study.cohort.rowCount).count { variable.isMissing(row: $0) }
    }
    openVariables = []
    history = History(Question())
    var question = Question()
    question.landmark = study.landmark.map(timeDisplay.shown) ?? suggestedLandmark
    history = History(question)
    openVariables = Set(firstVariables.prefix(4))
    message = guessMessage
  }

  /// Turns to a view.
  mutating func show(_ view: DashboardView) {
    self.view = view
    if view == .data, report.isEmpty { report = StudyReport(study).lines }
  }

  package var cohort: Cohort { study.cohort }
  /// The study's views that show curves.
  package var savedViews: [SavedView] { study.views.filter { $0.screen == .curves } }
  package var question: Question { history.present }
  package var endpoint: Endpoint { cohort.endpoints[question.endpoint] }
  package var activeTheme: Theme { themes[theme] }

  /// How the present endpoint's times are shown.
  package var timeDisplay: TimeDisplay { timeDisplay(of: question) }

  package func timeDisplay(of question: Question) -> TimeDisplay {
    let endpoint = cohort.endpoints[question.endpoint]
    return TimeDisplay(
      recorded: endpoint.scale.unit, shown: options.unit ?? study.displayUnit ?? usualUnit(question.endpoint))
  }

  /// Days are shown as months once follow-up passes a year and a half.
  private func usualUnit(_ endpoint: Int) -> TimeUnit? {
    let unit = cohort.endpoints[endpoint].scale.unit
    guard unit == .days else { return unit }
    return lastTimes[endpoint] > 548 ? .months : .days
  }

  /// Two years where times are long enough, else the middle of follow-up.
  private var suggestedLandmark: Double? {
    let display = timeDisplay
    let horizon = display.shown(lastTimes[question.endpoint])
    guard horizon > 0 else { return nil }
    if let unit = display.shown {
      for years in [2.0, 1, 0.5] where horizon >= years * TimeUnit.years.days / unit.days * 1.2 {
        return (years * TimeUnit.years.days / unit.days).rounded()
      }
    }
    return Ticks.roundedDown(horizon / 2)
  }

  /// What the endpoint on the screen was guessed from, until somebody confirms it.
  var guess: String? {
    guard !isConfirmed, study.endpointOrigins.indices.contains(question.endpoint) else { return nil }
    let origin = study.endpointOrigins[question.endpoint]
    guard origin.isGuess else { return nil }
    let codes = origin.codes.map { code in
      // What is composed of events has no codes of its own.
      let meaning = "\(code.meaning)"
      return code.code == meaning ? "\(code.count) \(meaning)" : "\(code.code) = \(meaning) (\(code.count))"
    }.joined(separator: ", ")
    return "\(codes) by \(origin.columns.joined(separator: ", "))"
  }

  /// How the first endpoint was guessed, where nobody said what the columns mean.
  private var guessMessage: Message? {
    guess.map { .note("Guessed: \($0). 6 shows more, K confirms it") }
  }

  /// The variables facets are wanted of: those open in the filters pane.
  package var facets: Set<Int> { openVariables.filter { cohort.variables[$0].isFilterable } }

  /// The variables in the order of the filters pane: what describes patients before what makes up the endpoints.
  package var listedVariables: [Int] {
    let variables = cohort.variables.indices.filter {
      cohort.variables[$0].kind != .identifier && !study.hiddenVariables.contains(cohort.variables[$0].name)
    }
    let isOutcome: (Int) -> Bool = { study.endpointColumns.contains(cohort.variables[$0].name) }
    return variables.filter { !isOutcome($0) } + variables.filter(isOutcome)
  }

  /// Those to open at the start: a few levels or a number, and not the same for everyone.
  private var firstVariables: [Int] {
    listedVariables.filter { index in
      switch cohort.variables[index].values {
      case .levels(let column): (2...6).contains(column.levels.count)
      case .numbers: true
      case .text: false
      }
    }
  }
}

extension Variable {
  /// Whether the filters pane can count its values.
  var isFilterable: Bool {
    if case .text = values { return false }
    return true
  }
}
