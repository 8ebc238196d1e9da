import CohortModel
import Dashboard
import Session
import Study

/// Command lines as they are typed: read, printed, read again, and completed at every place.
struct CommandTarget: FuzzTarget {
  let name = "command"
  let longest = 2_048
  private let contexts: [SessionContext]

  init() throws(StudyError) { contexts = try Contexts.all() }

  var seeds: [[UInt8]] { Seeds.bytes(Contexts.commands) }

  var words: [String] { Contexts.words }

  func read(_ input: [UInt8]) async throws(BrokenPromise) {
    let text = String(decoding: input, as: UTF8.self)
    // Mostly the study whose words are known.
    let context = input.count % 4 == 0 ? contexts[input.count / 4 % contexts.count] : contexts[0]
    let session = Session(context)
    for unit in [nil, TimeUnit.months] { try Self.check(text, in: context, unit) }
    let ends = text.unicodeScalars.indices.suffix(40) + [text.endIndex]
    for end in ends where end == text.endIndex || text.count < 80 {
      try Self.check(completing: String(text.unicodeScalars[..<end]), session, in: context)
    }
  }

  /// A command means the same when it is printed and read.
  private static func check(
    _ text: String, in context: SessionContext, _ unit: TimeUnit?
  ) throws(BrokenPromise) {
    let command: Command
    do {
      command = try Command(parsing: text, in: context, unit: unit)
    } catch {
      return try Promises.check(printed: "\(error)")
    }
    let printed = command.text(in: context)
    try Promises.check(printed: printed)
    guard (try? Command(parsing: printed, in: context, unit: nil)) == command else {
      throw BrokenPromise("printed as \(printed.debugDescription) it is another command or none")
    }
  }

  private static func check(
    completing text: String, _ session: Session, in context: SessionContext
  ) throws(BrokenPromise) {
    let completion = Completion(of: text, session: session, in: context)
    guard text.utf8.starts(with: completion.kept.utf8) else {
      throw BrokenPromise("completing \(text.debugDescription) changes what was typed before")
    }
    for candidate in completion.candidates {
      try Promises.check(printed: candidate.text)
      try Promises.check(printed: candidate.detail)
    }
    guard let first = completion.candidates.first else { return }
    let taken = completion.line(taking: first)
    _ = Completion(of: taken, session: session, in: context)
    // What is offered for an empty line's first word begins a command.
    do {
      _ = try Command(parsing: taken, in: context, unit: nil)
    } catch {
      if case .unknownWord = error {
        throw BrokenPromise("\(taken.debugDescription) was offered, and is no command")
      }
      try Promises.check(printed: "\(error)")
    }
  }
}

/// What sessions are about, to read commands in.
enum Contexts {
  static func all() throws(StudyError) -> [SessionContext] {
    let study = try Study.open(
      table: Array(Seeds.table.utf8), named: "table.csv", studyFile: Array(Seeds.studyFile.utf8))
    return [ShownStudy(study).context] + (0..<12).map { RandomStudy.make(seed: $0).context }
  }

  static let commands = [
    "where age > 5 and sex = F", "by age 3 9", "filter age off", "drop not (sex = F or stage = I)",
    "filter stage not in (I, II)", "at 24 months", "until 5y", "censor-at 730d", "landmark none", "by none",
    "by `donor type`", "endpoint CIR", "cause relapse", "cause all", "interval log", "unit weeks", "bands on",
    "risk-rows events", "view data", "show View", "show \"none\"", "open sex", "close age", "theme default",
    "charset ascii", "crosshair 1e300", "clear", "undo", "redo", "confirm", "quit", "", "x", "where", "at -1",
    "where 4 <= age < 12", "where all () or any (note contains \"x\")",
  ]

  static let words =
    CommandWord.allCases.flatMap { [$0.rawValue + " "] + $0.aliases.map { $0 + " " } } + [
      "age", "sex", "stage", "`donor type`", "cmv", "diagnosed", "note", "OS", "DFS", "CIR", "F", "III",
      "none",
      "off", "on", "all", "all (", "any (", ")", "and ", "or ", "not ", "in (", "is missing", "contains ",
      "<=",
      " < ", "24", "24mo", "2 years", "730d", "2019-04-03", "\n", "# ", "log-log", "View",
    ]
}
