import Session

/// Something in front of the screen that takes the keys.
package enum Overlay: Sendable, Equatable {
  case menu(Menu)
  case prompt(Prompt)
  case commandLine(CommandLine)
}

/// A line to type into, with a question before it.
package struct Prompt: Sendable, Equatable {
  package enum Purpose: Sendable, Equatable {
    case find, findPatient
    case time
    case landmark
    case contains(String)
    case bounds(String)
  }

  package var title: String
  package var line: LineEditor
  package var purpose: Purpose
  /// Why what was typed was not taken; typing goes on.
  package var error: String?

  package init(_ title: String, _ purpose: Purpose, text: String = "") {
    (self.title, self.purpose, line) = (title, purpose, LineEditor(text))
  }
}

/// The line after `:`, with what could be meant below it.
package struct CommandLine: Sendable, Equatable {
  package var line = LineEditor()
  package var candidates: [Menu.Item] = []
  /// Which of the candidates is chosen; `nil` while the line stands for itself.
  package var cursor: Int?
  package var error: String?

  package init(_ text: String = "") { line = LineEditor(text) }
}

/// A line for the user, shown until the next key.
package struct Message: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case note, error }
  package var kind: Kind
  package var text: String

  package static func note(_ text: String) -> Message { Message(kind: .note, text: text) }
  package static func error(_ text: String) -> Message { Message(kind: .error, text: text) }
}
