import CohortEngine
import TerminalGrid

extension DashboardState {
  /// A key while a menu or a prompt is in front.
  mutating func type(_ key: Key) -> Effect? {
    switch overlay {
    case .menu(let menu): type(key, into: menu)
    case .prompt(let prompt): type(key, into: prompt)
    case nil: nil
    }
  }

  // MARK: Menus

  private mutating func type(_ key: Key, into menu: Menu) -> Effect? {
    var menu = menu
    let last = max(0, menu.shown.count - 1)
    switch key {
    case .escape:
      overlay = nil
      return menu.cancel.flatMap { update($0) }
    case .enter:
      return choose(from: menu)
    case .up, .backTab: menu.cursor = max(0, menu.cursor - 1)
    case .down: menu.cursor = min(last, menu.cursor + 1)
    case .pageUp: menu.cursor = max(0, menu.cursor - 10)
    case .pageDown: menu.cursor = min(last, menu.cursor + 10)
    case .home: menu.cursor = 0
    case .end: menu.cursor = last
    case .tab:
      if menu.takesCommands, let item = menu.chosen, case .command(let word) = item.action {
        menu.query = word + " "
      }
    case .backspace:
      _ = menu.query.popLast()
      menu.cursor = 0
    case .control("u"):
      (menu.query, menu.cursor) = ("", 0)
    case .character(let character):
      menu.query.append(character)
      menu.cursor = 0
    default: break
    }
    overlay = .menu(menu)
    guard menu.previews, let item = menu.chosen else { return nil }
    return update(item.action)
  }

  private mutating func choose(from menu: Menu) -> Effect? {
    if menu.takesCommands, Command.starts(menu.query) {
      overlay = nil
      return update(.command(menu.query))
    }
    guard let item = menu.chosen else {
      message = .error("Nothing matches “\(menu.query)”")
      return nil
    }
    // A command that wants a word more is completed, not carried out.
    if case .command(let word) = item.action, Command.takesArgument(word) {
      var menu = menu
      (menu.query, menu.cursor) = (word + " ", 0)
      overlay = .menu(menu)
      return nil
    }
    overlay = nil
    return update(item.action)
  }

  // MARK: Prompts

  private mutating func type(_ key: Key, into prompt: Prompt) -> Effect? {
    var prompt = prompt
    switch key {
    case .escape:
      overlay = nil
      return nil
    case .enter:
      overlay = nil
      return finish(prompt)
    case .backspace:
      if prompt.text.popLast() == nil {
        overlay = nil
        return nil
      }
    case .control("u"): prompt.text = ""
    case .character(let character): prompt.text.append(character)
    default: break
    }
    overlay = .prompt(prompt)
    return nil
  }

  private mutating func finish(_ prompt: Prompt) -> Effect? {
    let text = prompt.text.trimmingPrefix { $0 == " " }
    switch prompt.purpose {
    case .find: return text.isEmpty ? nil : update(.search(String(text)))
    case .landmark: return text.isEmpty ? nil : run(command: "landmark \(text)")
    case .contains(let variable):
      ask { $0.filters[variable] = text.isEmpty ? nil : .contains(variable: variable, String(text)) }
      return nil
    }
  }
}
