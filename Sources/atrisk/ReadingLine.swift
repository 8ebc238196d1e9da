import CohortModel
import Report
import Foundation
import Study

/// A line on the terminal that tells how far the reading of a file has come, where that takes a while.
///
/// It stands on standard error, is written over, and is gone before anything else is printed. An interrupt leaves
/// nothing of it behind.
struct ReadingLine {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let isOnTerminal: Bool
  private var shown: ContinuousClock.Instant?
  /// What an interrupt did before.
  private var interruption: sighandler_t?
  /// Where the stage was when it was first heard of.
  private var stage: (progress: ReadingProgress, time: ContinuousClock.Instant)?

  private init() {
    start = clock.now
    let term = ProcessInfo.processInfo.environment["TERM"] ?? ""
    isOnTerminal = isatty(STDERR_FILENO) == 1 && !term.isEmpty && term != "dumb"
  }

  /// Reads something, with a line about it after the first fifth of a second.
  static func during<Value, Problem: Error>(
    _ reading: (ReadingObserver) throws(Problem) -> Value
  ) throws(Problem) -> Value {
    var line = ReadingLine()
    defer { line.erase() }
    return try reading { line.show($0) }
  }

  private mutating func show(_ progress: ReadingProgress) {
    guard isOnTerminal else { return }
    let now = clock.now
    let isNews = stage?.progress.stage != progress.stage
    if isNews { stage = (progress, now) }
    // What follows the last row may take as long as all rows did, and nothing more is heard of it.
    let patience: Duration = .milliseconds(progress.stage == .understanding ? 50 : 200)
    guard now - start >= patience, isNews || shown.map({ now - $0 >= .milliseconds(50) }) ?? true else {
      return
    }
    if shown == nil { interruption = Self.erasingWhenInterrupted() }
    shown = now
    Self.write("\r" + text(progress, at: now).prefix(Self.width - 1) + "\u{1B}[K")
  }

  private mutating func erase() {
    guard shown != nil else { return }
    shown = nil
    Self.write("\r\u{1B}[K")
    if let interruption { signal(SIGINT, interruption) }
  }

  private func text(_ progress: ReadingProgress, at now: ContinuousClock.Instant) -> String {
    var parts: [String] = []
    if progress.rows > 0 { parts.append("\(NumberText.count(progress.rows)) rows") }
    switch progress.stage {
    case .understanding: parts.append("finding out what they mean")
    case .loading, .reading:
      if let share = progress.share {
        parts.append("\(Int((share * 100).rounded(.down))) %")
      } else {
        parts.append("\(NumberText.count(progress.bytes / 1_000_000)) MB")
      }
      if let speed = speed(progress, at: now) { parts.append("\(speed) MB/s") }
    }
    return (progress.stage == .loading ? "loading: " : "reading: ") + parts.joined(separator: ", ")
  }

  /// Megabytes a second since the stage began.
  private func speed(_ progress: ReadingProgress, at now: ContinuousClock.Instant) -> Int? {
    guard let stage, now > stage.time else { return nil }
    let seconds = (now - stage.time) / .seconds(1)
    return Int(exactly: (Double(progress.bytes - stage.progress.bytes) / 1e6 / seconds).rounded())
  }

  /// The columns of the terminal; a line that is wider cannot be written over.
  private static var width: Int {
    var size = winsize()
    return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 1 ? Int(size.ws_col) : 80
  }

  private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  /// Has an interrupt clear the line before it ends the program as it always does; what it did until now.
  private static func erasingWhenInterrupted() -> sighandler_t? {
    let previous = signal(SIGINT) { _ in
      // Only what is safe in the middle of anything: no memory is allocated here.
      let clearing: StaticString = "\r\u{1B}[K"
      _ = Foundation.write(STDERR_FILENO, clearing.utf8Start, clearing.utf8CodeUnitCount)
      signal(SIGINT, SIG_DFL)
      raise(SIGINT)
    }
    // Who starts a program that ignores interrupts wants it to go on doing so.
    let isIgnored = unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    if isIgnored { signal(SIGINT, SIG_IGN) }
    return previous
  }
}
