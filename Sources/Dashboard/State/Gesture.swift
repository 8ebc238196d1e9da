package import Session

/// What a key or the mouse means here: it depends on where the cursor is, and becomes a command or moves about.
package enum Gesture: Hashable, Sendable {
  // Moving about
  case up, down, left, right, pageUp, pageDown, top, bottom
  case nextPane, previousPane
  case open
  case find, findNext, findPrevious

  // The cohort, at the cursor
  case toggle, toggleAll, invert
  case moveBound(Bound, by: Int)
  case typeBound
  case clearFilter

  // Choosing from a list
  case chooseArms, chooseEndpoint, chooseTheme, enterTime, enterLandmark
  case nextFactorOrder
  case nextSavedView, previousSavedView

  // Switching what is shown
  case toggleIntervals, cycleRiskRows, zoomAxis, zoomPane, toggleCrosshair, toggleCensorings, toggleMouse
  case toggleComparison, toggleSpread, togglePercents, togglePValues

  /// A command that needs nothing from where the cursor is.
  case command(Command)
  case help, palette
  case redraw, suspend, back, leave, interrupt

  package enum Bound: Hashable, Sendable { case lower, upper }

  /// Moves that make no sense chosen from a list.
  var isMovement: Bool {
    switch self {
    case .up, .down, .left, .right, .pageUp, .pageDown, .top, .bottom, .palette: true
    default: false
    }
  }
}

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
  /// Draw what is shown into a file.
  case draw(String)
}
