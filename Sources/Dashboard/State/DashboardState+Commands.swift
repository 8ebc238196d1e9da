import CohortModel
import Session
import TerminalGrid

extension DashboardState {
  /// Carries out a typed command such as `where age > 12`; the error, where it cannot be.
  mutating func run(typed text: String) -> (effect: Effect?, error: String?) {
    do {
      let command = try Command(parsing: text, in: context, unit: unit)
      message = nil
      let effect = run(command)
      if let message, message.kind == .error { return (nil, message.text) }
      return (effect, nil)
    } catch {
      return (nil, "\(error)")
    }
  }

  /// What follows from a command besides the session: a word for the user, the place of the cursor, the terminal.
  mutating func after(_ command: Command) -> Effect? {
    switch command {
    case .quit: return .quit
    case .mouse(let on):
      message = .note(on ? "Mouse on" : "Mouse off: the terminal selects text again")
      return .mouse(on)
    case .confirm:
      message = .note("Confirmed: \(schema.endpoints.map(\.name).joined(separator: ", "))")
      return .keepReading
    case .figure(let path):
      message = .note("Drawing \(path) …")
      return .draw(path)
    case .view: cameFrom = nil
    case .crosshair(let time): if time != nil { focus = .plot }
    case .pane(let shows): if !shows { focus = .plot }
    case .show(let name):
      if let index = context.views.firstIndex(where: { $0.name == name }) {
        message = .note("View \(index + 1) of \(context.views.count): \(name)")
      }
    default: break
    }
    return nil
  }
}
