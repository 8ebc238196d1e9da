extension Key {
  /// Reads the name that tmux's `send-keys` uses: `Down`, `Space`, `C-r`, `M-x`, `F5`, or a single character.
  package init?(tmuxName name: String) {
    if let named = Self.named[name] {
      self = named
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else if name.count == 3, name.hasPrefix("C-"), let letter = name.lowercased().last, letter.isASCII {
      self = Self.pressedWithControl(letter)
    } else if name.count == 3, name.hasPrefix("M-"), let character = name.last {
      self = .alt(character)
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// Reads what a person would type at `tmux send-keys`: key names separated by blanks; whatever is no name
  /// is typed letter by letter.
  ///
  /// `"/ age Enter"` is six keys.
  package static func sequence(parsing text: String) -> [Key] {
    text.split(whereSeparator: \.isWhitespace).flatMap { token -> [Key] in
      Key(tmuxName: String(token)).map { [$0] } ?? token.map { .character($0) }
    }
  }

  /// The name in footers, help and documentation: `Space`, `Ctrl-R`, `↑`.
  package func label(_ charset: Charset = .unicode) -> String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .alt(let character): "Alt-\(character)"
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: charset == .unicode ? "↑" : "Up"
    case .down: charset == .unicode ? "↓" : "Down"
    case .left: charset == .unicode ? "←" : "Left"
    case .right: charset == .unicode ? "→" : "Right"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    }
  }

  /// What a terminal sends for Ctrl and a letter; three letters are keys of their own there.
  package static func pressedWithControl(_ letter: Character) -> Key {
    switch letter {
    case "i": .tab
    case "m": .enter
    case "[": .escape
    default: .control(letter)
    }
  }

  private static let named: [String: Key] = [
    "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Space": .character(" "), "Enter": .enter,
    "Escape": .escape, "Tab": .tab, "BTab": .backTab, "BSpace": .backspace, "DC": .delete,
    "Delete": .delete, "IC": .insert, "Insert": .insert, "PPage": .pageUp, "PageUp": .pageUp,
    "PgUp": .pageUp, "NPage": .pageDown, "PageDown": .pageDown, "PgDn": .pageDown, "Home": .home,
    "End": .end,
  ]
}
