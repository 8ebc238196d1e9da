import Analysis
import CohortEngine
import CohortModel
import Dashboard
import Report
import Session
import Study
import SurvivalStatistics
import TerminalGrid

/// The dashboard with what it shows computed when it is told to, so that either can be timed alone.
struct BenchmarkDashboard {
  private(set) var state: DashboardState
  private let engine: BitmapEngine
  private var scenery: Scenery
  private var changes = 0

  init(_ engine: BitmapEngine, views: [NamedView] = [], title: String = "A benchmark") {
    let context = SessionContext(schema: engine.schema, views: views, themes: [Theme.default.name])
    let description = StudyDescription(title: title)
    state = DashboardState(study: description, context: context, size: Size(columns: 120, rows: 36))
    scenery = Scenery(Analyst(engine), study: description)
    self.engine = engine
  }

  init(study: Study) { self.init(BitmapEngine(study.cohort), title: study.title) }

  var frame: Grid { Screen.grid(state) }

  /// Different times in the curves shown.
  var distinctTimes: Int { state.scene?.report.curves.curves.map(\.table.times.count).max() ?? 0 }

  /// Three arms of those who are 4 or 5 to 40 years old.
  mutating func withMovedBound() -> Question {
    changes += 1
    var question = everybody
    let lower = Double(4 + changes % 2)
    question.filters["age"] = .range("age", NumericRange(lower: lower, upper: 40))
    return question
  }

  /// Three arms of those of one sex.
  mutating func withTickedLevel() -> Question {
    changes += 1
    var question = everybody
    question.filters["sex"] = .oneOf("sex", [changes % 2 == 0 ? "F" : "M"])
    return question
  }

  /// Three arms of all patients.
  var everybody: Question {
    var question = state.question
    question.filters = FilterSet()
    question.arms = .levels(of: "phase")
    return question
  }

  /// Asks by the commands that a user would type, of an analyst who was never asked before.
  mutating func ask(_ question: Question) {
    forget()
    state.run(.clear)
    state.run(.by(question.arms))
    for step in question.filters.steps { state.run(.narrow(step.condition)) }
  }

  /// Nothing is remembered of earlier answers but what the engine keeps.
  mutating func forget() { scenery = Scenery(Analyst(engine), study: state.study) }

  mutating func answer() async throws { state.receive(try await scenery.scene(for: state.ask)) }

  mutating func press(_ key: Key) { _ = state.press(key) }

  mutating func run(_ command: Command) { state.run(command) }
}
