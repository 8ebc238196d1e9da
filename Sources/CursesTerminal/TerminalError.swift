/// Why the screen cannot be used; each says what to do about it.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  case notATerminal
  /// TERM names a terminal that the terminfo database does not have, or nothing at all.
  case unknownTerminal(name: String)
  case cannotSetModes

  package var description: String {
    switch self {
    case .notATerminal:
      "standard output is no terminal"
    case .unknownTerminal(name: ""):
      "TERM is not set, so the terminal is unknown; try TERM=xterm-256color"
    case .unknownTerminal(let name):
      "the terminal \"\(name)\" (TERM) is unknown here; try TERM=xterm-256color, or install ncurses-term"
    case .cannotSetModes:
      "the terminal does not let its modes be set"
    }
  }
}
