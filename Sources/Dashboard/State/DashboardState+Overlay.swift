import CohortModel
import Session
import TerminalGrid

extension DashboardState {
  /// A key while something is in front.
  mutating func type(_ key: Key) -> Effect? {
    switch overlay {
    case .menu(let menu): type(key, into: menu)
    case .prompt(let prompt): type(key, into: prompt)
    case .commandLine(let line): type(key, into: line)
    case nil: nil
    }
  }

  // MARK: Menus

  private mutating func type(_ key: Key, into menu: Menu) -> Effect? {
    var menu = menu
    menu.error = nil
    let last = max(0, menu.shown.count - 1)
    switch key {
    case .escape:
      overlay = nil
      return menu.cancel.flatMap { run($0) }
    case .enter: return choose(from: menu)
    case .up, .backTab: menu.cursor = max(0, menu.cursor - 1)
    case .down, .tab: menu.cursor = min(last, menu.cursor + 1)
    case .pageUp: menu.cursor = max(0, menu.cursor - 10)
    case .pageDown: menu.cursor = min(last, menu.cursor + 10)
    case .home where menu.query.text.isEmpty: menu.cursor = 0
    case .end where menu.query.text.isEmpty: menu.cursor = last
    default: if menu.query.type(key) { menu.cursor = 0 }
    }
    overlay = .menu(menu)
    guard menu.previews, case .command(let command) = menu.chosen?.choice else { return nil }
    return run(command)
  }

  private mutating func choose(from menu: Menu) -> Effect? {
    var menu = menu
    switch menu.chosen?.choice {
    case .gesture(let gesture):
      overlay = nil
      return perform(gesture)
    case .command(let command):
      overlay = nil
      return perform(.command(command))
    case .word(let word):
      overlay = .commandLine(commandLine(word))
    case .impossible(let why):
      menu.error = why
      overlay = .menu(menu)
    case nil:
      menu.error = "nothing matches “\(menu.query.text)”"
      overlay = .menu(menu)
    }
    return nil
  }

  // MARK: Prompts

  mutating func openFind() {
    if display.view == .patients {
      overlay = .prompt(Prompt("Find a patient or a value", .findPatient, text: patients.listing.search))
      return
    }
    focusFilters()
    overlay = .prompt(Prompt("Find", .find))
  }

  private mutating func type(_ key: Key, into prompt: Prompt) -> Effect? {
    var prompt = prompt
    prompt.error = nil
    switch key {
    case .escape:
      overlay = nil
      pane.found = nil
      if prompt.purpose == .findPatient { patients.listing.search = "" }
      clampCursor()
      return nil
    case .enter: return finish(prompt)
    case .backspace where prompt.line.text.isEmpty:
      overlay = nil
      pane.found = nil
      return nil
    case .up, .down:
      guard prompt.purpose == .find else { return nil }
      pane.cursor += key == .up ? -1 : 1
      clampCursor()
    default:
      guard prompt.line.type(key) else { break }
      if prompt.purpose == .find { narrow(to: prompt.line.text) }
      if prompt.purpose == .findPatient { patients.listing.search = prompt.line.text }
    }
    overlay = .prompt(prompt)
    return nil
  }

  /// Lists what contains a text only, with the cursor on the first that does.
  private mutating func narrow(to text: String) {
    (pane.search, pane.cursor) = (text, 0)
    pane.found = text.isEmpty ? nil : rows(containing: text)
    if filterRows.count > 1, case .level = filterRows[1] { pane.cursor = 1 }
    clampCursor()
  }

  private mutating func finish(_ prompt: Prompt) -> Effect? {
    let text = String(prompt.line.text.trimmingPrefix { $0 == " " })
    switch prompt.purpose {
    case .find: return finishFind(text, prompt)
    case .findPatient: return close()
    case .time: return text.isEmpty ? close() : finish(prompt, typed: "at \(text)")
    case .landmark: return text.isEmpty ? close() : finish(prompt, typed: "landmark \(text)")
    case .contains(let name):
      overlay = nil
      return run(.filter(name, text.isEmpty ? nil : .contains(name, text)))
    case .bounds(let name): return finishBounds(of: name, text, prompt)
    }
  }

  private mutating func close() -> Effect? {
    overlay = nil
    return nil
  }

  private mutating func finish(_ prompt: Prompt, typed text: String) -> Effect? {
    let (effect, error) = run(typed: text)
    var prompt = prompt
    prompt.error = error
    overlay = error == nil ? nil : .prompt(prompt)
    if error != nil { message = nil }
    return effect
  }

  private mutating func finishFind(_ text: String, _ prompt: Prompt) -> Effect? {
    guard !text.isEmpty else { return close() }
    guard let row = currentFilterRow, pane.isNarrowed else {
      var prompt = prompt
      prompt.error = "“\(text)” is in no variable and no value"
      overlay = .prompt(prompt)
      return nil
    }
    overlay = nil
    pane.found = nil
    if case .level(let name, _) = row, !display.openVariables.contains(name) { run(.open(name)) }
    pane.cursor = filterRows.firstIndex(of: row) ?? 0
    if let name = row.variable { reveal(name) }
    return nil
  }

  /// `4-12` as its two ends; what is a number or a day as it stands is one.
  private static func ends(of word: String, _ variable: Variable) -> [String] {
    guard variable.number(word) == nil, let dash = word.dropFirst().firstIndex(of: "-") else { return [word] }
    return [String(word[..<dash]), String(word[word.index(after: dash)...])]
  }

  /// Bounds as they are typed: `4 12`, `4, 12`, `4-12`, `>= 4`, `4`, with dates as 2019-04-03.
  private mutating func finishBounds(of name: String, _ text: String, _ prompt: Prompt) -> Effect? {
    guard !text.isEmpty, let variable = schema.variable(name) else { return close() }
    if let operation = text.first, "<>=≤≥".contains(operation) {
      return finish(prompt, typed: "filter \(name.asWord) \(text)")
    }
    let words = text.replacing("–", with: " ").split { " ,;".contains($0) }.filter { $0 != "to" && $0 != "-" }
    let parts = words.count == 1 ? Self.ends(of: String(words[0]), variable) : words.map(String.init)
    let numbers = parts.map(variable.number)
    let isPair = numbers.count == 2 || numbers.count == 1
    guard isPair, let lower = numbers[0], let upper = numbers[numbers.count - 1], lower.isFinite,
      upper.isFinite
    else {
      var prompt = prompt
      prompt.error =
        "expected two \(variable.kind == .date ? "days such as 2019-04-03" : "numbers"): from, to"
      overlay = .prompt(prompt)
      return nil
    }
    overlay = nil
    return run(.filter(name, .range(name, NumericRange(lower: min(lower, upper), upper: max(lower, upper)))))
  }
}
