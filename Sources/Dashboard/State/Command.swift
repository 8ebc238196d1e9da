/// A command that can be typed after `:`; the command line's options are the same words.
package struct Command: Sendable {
  package var word: String
  package var argument: String
  package var help: String

  package var usage: String { argument.isEmpty ? word : "\(word) \(argument)" }

  package static let all: [Command] = [
    Command(word: "where", argument: "CONDITION", help: "add a filter: age >= 12 and phase in (CR2, CR3)"),
    Command(word: "by", argument: "VARIABLE [CUTS…]", help: "stratify; numbers are cut at the values given"),
    Command(word: "endpoint", argument: "NAME", help: "choose the endpoint"),
    Command(word: "landmark", argument: "TIME", help: "read estimates at this time"),
    Command(word: "at", argument: "TIME", help: "put the cross-hair at this time"),
    Command(word: "until", argument: "TIME", help: "show the plot up to this time; 0 shows all"),
    Command(word: "unit", argument: "UNIT", help: "show times in days, weeks, months or years"),
    Command(word: "interval", argument: "SCALE", help: "log-log, log, plain, logit or arcsine"),
    Command(word: "theme", argument: "NAME", help: "choose a theme"),
    Command(word: "charset", argument: "NAME", help: "unicode or ascii"),
    Command(word: "view", argument: "NUMBER", help: "show a saved view"),
    Command(word: "confirm", argument: "", help: "confirm what was guessed of the columns, and keep it"),
    Command(word: "clear", argument: "", help: "drop all filters"),
    Command(word: "quit", argument: "", help: "leave atrisk"),
  ]

  /// Whether what was typed begins with a command that needs no further choosing.
  package static func starts(_ text: String) -> Bool {
    let words = text.split(separator: " ", maxSplits: 1)
    guard let first = words.first, let command = all.first(where: { $0.word == first }) else { return false }
    return command.argument.isEmpty || words.count == 2
  }

  package static func takesArgument(_ word: String) -> Bool {
    all.first { $0.word == word }.map { !$0.argument.isEmpty } ?? false
  }
}
