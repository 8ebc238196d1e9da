/// What a terminal tells the program.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  case resized(Size)
  /// The program was stopped (Ctrl-Z) and goes on: the whole screen must be drawn again.
  case resumed
  /// A signal that ends the program; the exit status is 128 + its number.
  case terminated(signal: Int32)
  /// The terminal is gone: reading gave an end of file or an error.
  case hangUp
}
