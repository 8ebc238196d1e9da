/// What only the terminal can do.
package enum Effect: Sendable, Equatable {
  case quit
  /// Ended by Ctrl-C: the exit status says so.
  case interrupt
  case suspend
  case redraw
  case mouse(Bool)
  /// Keep what was guessed of the columns, so that it is not asked again.
  case keepReading
}
