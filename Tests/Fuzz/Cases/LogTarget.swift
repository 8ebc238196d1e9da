import Analysis
import CohortModel
import Session
import Study

/// The log of a session: replayed as a whole, and line by line as somebody would go on typing.
struct LogTarget: FuzzTarget {
  let name = "log"
  let longest = 4_096
  private let contexts: [SessionContext]

  init() throws(StudyError) { contexts = try Contexts.all() }

  var seeds: [[UInt8]] {
    let all = Contexts.commands.joined(separator: "\n")
    let some = """
      # a log
      by sex
      where age >= 4

      filter age 4 <= age < 12
      filter age 4 <= age < 11
      undo
      redo
      endpoint CIR
      cause death
      at 1 year
      unit years
      at 2
      show View
      open stage
      landmark 3 months
      """
    return Seeds.bytes([some, all, "", "\n\n#\n", "undo", "quit\nby sex", "at 5\r\nunit days\r\nat 5"])
  }

  var favoured: Int { 1 }

  var words: [String] { Contexts.words + Contexts.commands.map { "\n\($0)\n" } }

  func read(_ input: [UInt8]) async throws(BrokenPromise) {
    let text = String(decoding: input, as: UTF8.self)
    for context in [contexts[0], contexts[1 + input.count % (contexts.count - 1)]] {
      do {
        let session = try Session.replay(text: text, in: context)
        try Self.check(session, in: context)
      } catch let error as BrokenPromise {
        throw error
      } catch {
        try Promises.check(printed: "\(error)")
      }
      var session = Session(context)
      for line in text.split(whereSeparator: \.isNewline) {
        guard let command = try? Command(parsing: String(line), in: context, unit: session.unit(in: context)),
          let next = try? session.applying(command, in: context)
        else { continue }
        session = next
      }
      try Self.check(session, in: context)
    }
  }

  /// A log is text that can be printed, and leads to the same session; undo leads back to the first question.
  private static func check(_ session: Session, in context: SessionContext) throws(BrokenPromise) {
    let log = session.logText(in: context)
    try Promises.check(printed: log, isLine: false)
    guard session.question.filters.depth <= FilterExpression.deepest else {
      throw BrokenPromise("too deep a filter")
    }
    do {
      guard try Session.replay(text: log, in: context) == session else {
        throw BrokenPromise("its log leads to another session:\n\(log)")
      }
      var undone = session
      while undone.canUndo { undone = try undone.applying(.undo, in: context) }
      guard undone.question == Session(context).question else {
        throw BrokenPromise("undo leads elsewhere:\n\(log)")
      }
    } catch let error as BrokenPromise {
      throw error
    } catch {
      throw BrokenPromise("its log cannot be replayed: \(error)\n\(log)")
    }
  }
}
