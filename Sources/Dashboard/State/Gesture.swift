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
  /// Takes the patient under the cursor out.
  case leaveOut
  /// Lists the patients of the step under the cross-hair.
  case listStep

  // Choosing from a list
  case chooseArms, choosePanels, chooseEndpoint, chooseTheme, enterTime, enterLandmark
  case nextFactorOrder, nextColumnOrder, toggleFirth, toggleAdjusted
  case chooseReference, chooseCoding, chooseInteraction, toggleStratum, drawAdjusted, nextModel
  case toggleUnadjusted
  case choosePatientOrder, choosePatientColumns
  case togglePatientColumn(String)
  /// What is known only later: Simon–Makuch curves, or all the same.
  case toggleTimeDependent, toggleOverride
  case buildEndpoint, saveEndpoints
  case nextSavedView, previousSavedView

  // Switching what is shown
  case cycleCauses
  case toggleIntervals, cycleRiskRows, zoomAxis, zoomPane, toggleCrosshair, toggleCensorings, toggleMouse
  case toggleIdentifiers
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
  /// Add an endpoint or an event to the study, and write it into the study file.
  case add(Command, saves: Bool)
  /// Write the endpoints that were added into a study file.
  case saveEndpoints
}
