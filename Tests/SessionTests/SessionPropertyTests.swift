import Analysis
import CohortModel
import Session
import SurvivalStatistics
import Testing

@Suite("Commands and sessions, at random")
struct SessionPropertyTests {
  @Test("A printed command is one safe line from which the same command is read", arguments: 1...150)
  func printedCommandsRead(seed: UInt64) throws {
    var random = RandomSession(seed: seed)
    for _ in 0..<60 {
      let command = random.command()
      let text = command.text(in: random.context)
      #expect(text.unicodeScalars.allSatisfy(Self.isSafe), "\(text)")
      #expect(
        try Command(parsing: text, in: random.context, unit: nil) == command, "\(text.debugDescription)")
    }
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }

  /// A session after random commands, those that are refused left out.
  private func walk(_ random: inout RandomSession, steps: Int) -> Session {
    var session = Session(random.context)
    for _ in 0..<steps {
      if let next = try? session.applying(random.command(), in: random.context) { session = next }
    }
    return session
  }

  @Test("Replaying a log, or its text, gives the session", arguments: 1...150)
  func replays(seed: UInt64) throws {
    var random = RandomSession(seed: seed)
    let session = walk(&random, steps: 60)
    #expect(session.log.count > 5)
    #expect(try Session.replay(session.log, in: random.context) == session)
    #expect(try Session.replay(text: session.logText(in: random.context), in: random.context) == session)
  }

  @Test("Undo to the start restores the first question, redo to the end the last", arguments: 1...100)
  func undoesAndRedoes(seed: UInt64) throws {
    var random = RandomSession(seed: seed)
    let last = walk(&random, steps: 60)
    var session = last
    while session.canRedo { session = try session.applying(.redo, in: random.context) }
    let newest = session.question
    while session.canUndo {
      let before = session.question
      session = try session.applying(.undo, in: random.context)
      #expect(session.question != before, "every step changes the question")
    }
    #expect(session.question == Session(random.context).question)
    #expect(session.display == last.display)
    while session.canRedo { session = try session.applying(.redo, in: random.context) }
    #expect(session.question == newest)
  }

  @Test("What changes nothing is not in the log", arguments: 1...50)
  func logsChanges(seed: UInt64) throws {
    var random = RandomSession(seed: seed)
    var session = Session(random.context)
    for _ in 0..<60 {
      guard let next = try? session.applying(random.command(), in: random.context) else { continue }
      let isSame =
        next.question == session.question && next.display == session.display
        && next.canUndo == session.canUndo && next.canRedo == session.canRedo
      if next.log.count == session.log.count { #expect(isSame) }
      #expect(try next.applying(.quit, in: random.context) == next)
      session = next
    }
  }

  @Test("Reading and completing garbage never traps", arguments: 1...60)
  func survivesGarbage(seed: UInt64) {
    var random = RandomSession(seed: seed)
    let session = Session(random.context)
    let pieces =
      CommandWord.allCases.map(\.rawValue) + RandomSession.names + ["<", ">=", "in (", "\"", "'", "\\u{"]
    for _ in 0..<40 {
      var text = ""
      for _ in 0..<Int.random(in: 0...7, using: &random.generator) {
        text += random.one(of: pieces) + random.one(of: ["", " ", "  ", "\n"])
      }
      if let command = try? Command(parsing: text, in: random.context, unit: .months) {
        _ = try? session.applying(command, in: random.context)
        #expect(
          (try? Command(parsing: command.text(in: random.context), in: random.context, unit: .months))
            == command)
      }
      let completion = Completion(of: text, session: session, in: random.context)
      for candidate in completion.candidates {
        #expect(completion.line(taking: candidate).utf8.starts(with: completion.kept.utf8))
        #expect(candidate.text.unicodeScalars.allSatisfy(Self.isSafe), "\(candidate.text.debugDescription)")
      }
    }
  }
}
