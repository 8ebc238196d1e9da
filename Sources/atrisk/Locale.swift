import Foundation
import Session

/// What the environment says the terminal can show.
enum Locale {
  /// Unicode where the locale's character set is UTF-8.
  static var charset: Display.Charset {
    let environment = ProcessInfo.processInfo.environment
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8") ? .unicode : .ascii
  }

  /// Whether frames can be drawn and keys read: both ends are a terminal, and one that can move its cursor.
  static var hasTerminal: Bool {
    let term = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !term.isEmpty && term != "dumb"
  }
}
