package import Analysis
package import CohortModel

/// What somebody asks of a cohort and how it is shown, with all that led there.
///
/// A value that only commands change: replaying its log gives the same session.
package struct Session: Equatable, Sendable {
  private var history: History<Question>
  package private(set) var display: Display
  /// The commands that changed something, in their order.
  package private(set) var log: [Command] = []
  /// The variable whose bounds the last step of history moves; `nil` where the next command is a step of its own.
  private var movedBounds: String?

  /// The first endpoint of everybody, read where the study does or at a round time.
  ///
  /// What the context opens with is carried out, as far as it can be, and leaves no trace in history and log.
  package init(_ context: SessionContext) {
    self.init(firstOf: context)
    for command in context.opening {
      guard let next = try? applying(command, in: context) else { continue }
      self = next
    }
    (history, log, movedBounds) = (History(question), [], nil)
  }

  private init(firstOf context: SessionContext) {
    history = History(Question(first: context))
    display = Display(theme: context.themes.first ?? "")
    display.openVariables = Set(context.schema.variables.filter(\.isShort).prefix(4).map(\.name))
  }

  package var question: Question { history.present }
  package var canUndo: Bool { history.canUndo }
  package var canRedo: Bool { history.canRedo }

  /// The questions that undo can go back to, the present one last.
  package var questions: [Question] { history.past + [question] }

  /// How many questions undo can go back to, and the present one.
  package var stepCount: Int { history.past.count + 1 }

  /// The unit in which times are shown: asked for, or the study's, or the endpoint's own, where days are shown as
  /// months once follow-up passes a year and a half; `nil` where nobody knows the unit.
  package func unit(in context: SessionContext) -> TimeUnit? {
    guard let endpoint = context.schema.endpoint(question.endpoint), endpoint.scale.unit != nil else {
      return nil
    }
    return display.unit ?? context.defaultUnit ?? endpoint.usualUnit
  }

  /// The session after the commands, from the beginning.
  package static func replay(
    _ log: [Command], in context: SessionContext
  ) throws(CommandError) -> Session {
    var session = Session(context)
    for command in log { session = try session.applying(command, in: context) }
    return session
  }

  /// The session after the command; one that changes nothing leaves no trace, and an error leaves the session.
  ///
  /// A time without a unit is in the shown unit.
  ///
  /// - Complexity: that of copying the log and the filters.
  package func applying(_ command: Command, in context: SessionContext) throws(CommandError) -> Session {
    let command = command.saying(unit(in: context))
    try command.check(in: context)
    var session = self
    switch command {
    case .undo:
      guard session.history.undo() else { throw .nothingToUndo }
      session.movedBounds = nil
    case .redo:
      guard session.history.redo() else { throw .nothingToRedo }
      session.movedBounds = nil
    case .show(let name): try session.show(name, in: context)
    default:
      var next = question
      try next.change(command, in: context.schema)
      try next.checkWindow(after: command, in: context.schema)
      try session.display.change(command, isUnitKnown: unit(in: context) != nil)
      session.step(to: next, by: command)
    }
    guard session.history != history || session.display != display else { return self }
    session.log.append(command)
    return session
  }

  private mutating func step(to next: Question, by command: Command) {
    let variable = command.movedBounds
    let isRun = variable != nil && variable == movedBounds
    let isOpen = history.set(next, merging: isRun)
    movedBounds = isOpen ? variable : nil
  }

  private mutating func show(_ name: String, in context: SessionContext) throws(CommandError) {
    guard let view = context.views.first(where: { $0.name == name }) else { return }
    var shown = Session(firstOf: context)
    shown.display = display
    shown.display.view = .curves
    for command in view.commands {
      do throws(CommandError) {
        switch command {
        case .show, .figure, .undo, .redo, .confirm, .quit: throw .notInAView(command.word)
        default: shown = try shown.applying(command, in: context)
        }
      } catch {
        throw .inView(name, error)
      }
    }
    history.set(shown.question)
    display = shown.display
    display.savedView = name
    movedBounds = nil
  }
}

extension Command {
  /// The command with its time in a unit, where it had none.
  fileprivate func saying(_ unit: TimeUnit?) -> Command {
    func said(_ time: TimePoint) -> TimePoint { TimePoint(time.value, time.unit ?? unit) }
    return switch self {
    case .at(let time?): .at(said(time))
    case .landmark(let time?): .landmark(said(time))
    case .censorAt(let time?): .censorAt(said(time))
    case .until(let time?): .until(said(time))
    case .crosshair(let time?): .crosshair(said(time))
    default: self
    }
  }

  /// The variable whose bounds the command moves; `nil` for anything else.
  fileprivate var movedBounds: String? {
    guard case .filter(let variable, let condition?) = self else { return nil }
    switch condition {
    case .range: return variable
    case .any: return RangeChoice(condition) == nil ? nil : variable
    default: return nil
    }
  }
}

extension Variable {
  /// Whether its values are few enough, or bins, to be in sight from the beginning.
  fileprivate var isShort: Bool { isNumeric || (2...6).contains(levels.count) }
}
