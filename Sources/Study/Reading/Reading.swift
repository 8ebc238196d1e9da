/// What came of reading a table: whether its endpoints are clear, or somebody must be asked.
package struct Reading: Sendable, Equatable {
  package enum Verdict: String, Sendable {
    /// The first endpoint is clear, or somebody said what it is.
    case opens
    /// There may be one, but nobody can tell from the table alone.
    case asks
    /// There is none.
    case refuses
  }

  package var verdict: Verdict
  /// Why it asks or refuses, in one sentence.
  package var reason: String?
  package var candidates: ReadingCandidates
  /// What to ask next; `nil` where nothing is left to ask.
  package var question: ReadingQuestion?
  /// How many rows the table has.
  package var rowCount: Int
  /// Whether somebody has said what the columns mean, or confirmed the guess.
  package var isConfirmed: Bool

  /// The reason on one line, with the options that would answer what is asked.
  package var sentence: String {
    let reason = reason ?? "no endpoint was found"
    guard verdict == .asks, let question else { return reason }
    let example = question.choices.first.map(\.stated.arguments) ?? ""
    let isWhole = example.contains("--event") || example.contains("--row") || !example.contains("--time ")
    guard !example.isEmpty, isWhole else { return "\(reason); say \(question.options)" }
    return "\(reason); say \(question.options), for example \(example)"
  }
}

/// Something to ask about a table, to be answered by the number of a choice.
package struct ReadingQuestion: Sendable, Equatable {
  package struct Choice: Sendable, Equatable {
    package var text: String
    /// What is known of the table after this answer.
    package var stated: StatedReading
  }

  package var text: String
  /// Why it is asked.
  package var reason: String
  /// The best guess first.
  package var choices: [Choice]
  /// The options that answer it without a terminal.
  package var options: String
}
