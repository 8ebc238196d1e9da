import CohortModel
import Report
import Session
import TerminalGrid

/// The line after `:`.
extension DashboardState {
  /// A line with what could be meant by it.
  func commandLine(_ text: String) -> CommandLine {
    var line = CommandLine(text)
    line.candidates = candidates(for: text)
    return line
  }

  private func candidates(for text: String) -> [Menu.Item] {
    let completed = Completion.candidates(for: text, session: session, in: context).map { candidate in
      Menu.Item(candidate.label, detail: candidate.detail, .word(candidate.line))
    }
    // While the first word is being typed, names that need no command word are offered as well.
    guard !text.contains(" ") else { return completed }
    var menu = Menu(title: "", items: namedItems)
    menu.query = LineEditor(text)
    return completed + (text.isEmpty ? namedItems : menu.shown)
  }

  /// Endpoints, saved views and keys, each with what it does.
  private var namedItems: [Menu.Item] {
    let endpoints = schema.endpoints.map { endpoint in
      Menu.Item(endpoint.name, detail: EndpointText(endpoint).summary, .command(.endpoint(endpoint.name)))
    }
    let views = context.views.map { Menu.Item($0.name, detail: $0.note ?? "saved view", .command(.show($0.name))) }
    let keys = KeyTable.all.filter { !$0.gesture.isMovement && $0.place == .anywhere || $0.place == .plot }
      .filter { !$0.gesture.isMovement }.map { binding in
        Menu.Item(
          binding.help, detail: binding.keys.map { $0.label(charset) }.joined(separator: " "),
          .gesture(binding.gesture))
      }
    return endpoints + views + keys
  }

  mutating func type(_ key: Key, into line: CommandLine) -> Effect? {
    var line = line
    line.error = nil
    let last = line.candidates.count - 1
    switch key {
    case .escape:
      overlay = nil
      return nil
    case .enter: return enter(line)
    case .tab: return complete(line)
    case .down: line.cursor = last < 0 ? nil : min(last, (line.cursor ?? -1) + 1)
    case .up: line.cursor = line.cursor.flatMap { $0 > 0 ? $0 - 1 : nil }
    case .pageDown: line.cursor = last < 0 ? nil : min(last, (line.cursor ?? -1) + 10)
    case .pageUp: line.cursor = line.cursor.flatMap { $0 > 10 ? $0 - 10 : nil }
    case .control("p"), .control("n"):
      let recalled = key == .control("p") ? typed.previous(line.line.text) : typed.next(line.line.text)
      if let recalled { line = commandLine(recalled) }
    case .backspace where line.line.text.isEmpty:
      overlay = nil
      return nil
    default:
      guard line.line.type(key) else { break }
      (line.candidates, line.cursor) = (candidates(for: line.line.text), nil)
    }
    overlay = .commandLine(line)
    return nil
  }

  /// Takes what is chosen, or the first of what could be meant, into the line.
  private mutating func complete(_ line: CommandLine) -> Effect? {
    guard let item = line.candidates.indices.contains(line.cursor ?? 0) ? line.candidates[line.cursor ?? 0] : nil,
      case .word(let text) = item.choice
    else {
      return nil
    }
    overlay = .commandLine(commandLine(text))
    return nil
  }

  /// Carries out what was chosen; else what was typed, where it is a command; else the first of what could be meant.
  private mutating func enter(_ line: CommandLine) -> Effect? {
    let text = String(line.line.text.trimmingPrefix { $0 == " " })
    if let cursor = line.cursor, line.candidates.indices.contains(cursor) {
      return take(line.candidates[cursor], line)
    }
    guard !text.isEmpty else {
      overlay = nil
      return nil
    }
    let (effect, error) = run(typed: text)
    guard let error else {
      typed.add(text)
      overlay = nil
      return effect
    }
    if !text.contains(" "), let first = line.candidates.first { return take(first, line) }
    return refuse(line, error)
  }

  private mutating func take(_ item: Menu.Item, _ line: CommandLine) -> Effect? {
    switch item.choice {
    case .gesture(let gesture):
      overlay = nil
      return perform(gesture)
    case .command(let command):
      overlay = nil
      typed.add(command.text(in: context))
      return perform(.command(command))
    case .impossible(let why): return refuse(line, why)
    case .word(let text):
      // A complete command is carried out; one that wants more is completed.
      let trimmed = text.last == " " ? String(text.dropLast()) : text
      let isComplete = (try? Command(parsing: trimmed, in: context, unit: unit)) != nil && text.last != " "
      guard isComplete else {
        overlay = .commandLine(commandLine(text))
        return nil
      }
      overlay = nil
      typed.add(trimmed)
      let (effect, error) = run(typed: trimmed)
      return error.map { refuse(line, $0) } ?? effect
    }
  }

  private mutating func refuse(_ line: CommandLine, _ error: String) -> Effect? {
    var line = line
    line.error = error
    message = nil
    overlay = .commandLine(line)
    return nil
  }
}
