import CohortModel
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
    let completion = Completion(of: text, session: session, in: context)
    let completed = completion.candidates.map {
      Menu.Item($0.text, detail: $0.detail, .word(completion.line(taking: $0)))
    }
    // While the first word is being typed, what keys do is offered as well.
    guard !text.contains(" ") else { return completed }
    var menu = Menu(title: "", items: keyItems)
    menu.query = LineEditor(text)
    return completed + menu.shown
  }

  private var keyItems: [Menu.Item] {
    KeyTable.all.filter { !$0.gesture.isMovement && $0.place != .filters }.map { binding in
      let keys = binding.keys.map { $0.label(charset) }.joined(separator: " ")
      return Menu.Item(binding.help, detail: keys, .gesture(binding.gesture))
    }
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
      let recalled = key == .control("p") ? typed.older(line.line.text) : typed.newer(line.line.text)
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
    guard
      let item = line.candidates.indices.contains(line.cursor ?? 0) ? line.candidates[line.cursor ?? 0] : nil,
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
      typed.record(text)
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
      typed.record(command.text(in: context))
      return perform(.command(command))
    case .impossible(let why): return refuse(line, why)
    case .word(let text):
      // A complete command is carried out; one that wants more is completed.
      let isComplete = text.last != " " && (try? Command(parsing: text, in: context, unit: unit)) != nil
      guard isComplete else {
        overlay = .commandLine(commandLine(text))
        return nil
      }
      overlay = nil
      typed.record(text)
      let (effect, error) = run(typed: text)
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
