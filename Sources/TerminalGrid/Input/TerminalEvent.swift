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

/// A press, release or turn of the wheel over a cell.
package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case press, release, wheelUp, wheelDown }
  package var kind: Kind
  package var x: Int
  package var y: Int

  package init(_ kind: Kind, x: Int, y: Int) { (self.kind, self.x, self.y) = (kind, x, y) }
}
