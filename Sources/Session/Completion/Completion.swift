import Analysis
import CohortModel
import PrintableText

/// What a partly typed command line may become.
package struct Completion: Equatable, Sendable {
  /// One way to go on.
  package struct Candidate: Hashable, Sendable {
    /// What is inserted, in quotes where it must be.
    package var text: String
    /// What it means, safe to print.
    package var detail: String
    /// Whether something must follow.
    package var continues: Bool

    init(_ text: String, _ detail: String = "", continues: Bool = false) {
      (self.text, self.detail, self.continues) = (text, detail.onOneLine, continues)
    }
  }

  /// What remains of the line, in front of what is inserted.
  package var kept: String
  /// The best first.
  package var candidates: [Candidate]

  /// The line once a candidate is taken.
  package func line(taking candidate: Candidate) -> String {
    kept + candidate.text + (candidate.continues ? " " : "")
  }

  /// The candidates for the end of a line; none for one that is longer than anybody types.
  package init(of line: String, session: Session, in context: SessionContext) {
    (kept, candidates) = (line, [])
    guard line.utf8.count <= Self.longest else { return }
    let scalars = line.unicodeScalars.drop(while: \.properties.isWhitespace)
    let typed = scalars.prefix { !$0.properties.isWhitespace }
    guard typed.endIndex < scalars.endIndex else {
      (kept, candidates) = ("", Self.beginnings(String(typed), session, context))
      return
    }
    guard let word = CommandWord(String(typed)) else { return }
    let rest = scalars[typed.endIndex...].drop(while: \.properties.isWhitespace)
    kept = String(line.unicodeScalars[..<rest.startIndex])
    switch word {
    case .narrow, .drop, .filter:
      let condition = ConditionCompletion(
        of: String(rest), variables: context.schema.variables, isFilter: word == .filter)
      kept += condition.kept
      candidates = condition.candidates
    default:
      let query = String(rest).unquoted
      candidates = Self.ranked(Choices.of(word, session, context), by: query)
    }
  }

  private static let longest = 1000

  /// Words of commands, then the few things that are meant by their name alone: endpoints, saved views, variables.
  private static func beginnings(
    _ query: String, _ session: Session, _ context: SessionContext
  ) -> [Candidate] {
    let words = CommandWord.allCases.map { word in
      Choice(
        [word.rawValue] + word.aliases,
        Candidate(word.rawValue, word.help, continues: word.argument != nil))
    }
    guard !query.isEmpty else { return words.map(\.candidate) }
    let named = [CommandWord.endpoint, .show, .by].flatMap { word in
      Choices.of(word, session, context).map { choice in
        var choice = choice
        choice.candidate.text = "\(word.rawValue) \(choice.candidate.text)"
        return choice
      }
    }
    return ranked(words + named, by: query)
  }

  static func ranked(_ choices: [Choice], by query: String) -> [Candidate] {
    let typed = FoldedText(query)
    let fitting = choices.enumerated().compactMap { index, choice in
      Match(typed, names: choice.names, detail: choice.candidate.detail).map { ($0, index, choice.candidate) }
    }
    return fitting.sorted { ($0.0.rawValue, $0.1) < ($1.0.rawValue, $1.1) }.map(\.2)
  }
}

/// A candidate, and what it is found by.
struct Choice {
  var names: [String]
  var candidate: Completion.Candidate

  init(_ names: [String], _ candidate: Completion.Candidate) {
    (self.names, self.candidate) = (names, candidate)
  }
}

extension String {
  /// The text without quotes around it, the closing one perhaps not typed yet.
  var unquoted: String {
    guard let first, "\"'`“".contains(first) else { return trimmed }
    if let tokens = try? FilterToken.tokens(of: self), tokens.count == 2 { return tokens[0].text }
    return String(dropFirst())
  }
}
