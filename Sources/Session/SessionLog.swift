extension Session {
  /// The commands that led here, one a line.
  package func logText(in context: SessionContext) -> String {
    log.map { $0.text(in: context) + "\n" }.joined()
  }

  /// The session after a log that somebody wrote or ``logText(in:)`` printed; blank lines and those that begin with
  /// `#` are skipped.
  ///
  /// A number alone is a time in the unit shown at that point of the log. The error names the line.
  package static func replay(
    text: String, in context: SessionContext
  ) throws(CommandError) -> Session {
    var session = Session(context)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = String(line).trimmed
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      do throws(CommandError) {
        let command = try Command(parsing: line, in: context, unit: session.unit(in: context))
        session = try session.applying(command, in: context)
      } catch {
        throw .line(index + 1, error)
      }
    }
    return session
  }
}
