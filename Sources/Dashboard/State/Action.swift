package import CohortEngine
package import SurvivalStatistics
package import TerminalGrid

/// Everything a user can do, however it is said: by key, mouse, palette, command line or script.
package enum Action: Hashable, Sendable {
  // Moving about
  case up, down, left, right, pageUp, pageDown, top, bottom
  case nextPane, previousPane
  case show(DashboardView)
  case open
  case find, findNext, findPrevious, search(String)

  // The cohort
  case toggle, toggleAll, invert
  case moveBound(Bound, by: Int)
  case clearFilter, clearFilters
  case add(FilterExpression)
  case undo, redo

  // The question
  case chooseStratifier, chooseEndpoint, enterLandmark
  case stratify(Stratification?)
  case endpoint(Int)
  case landmark(Double?)
  case transform(ConfidenceTransform)
  case nextSavedView, previousSavedView
  case savedView(Int)

  // The display
  case toggleIntervals, cycleRiskRows, zoomAxis, zoomPane, toggleCrosshair, toggleCensorings
  case crosshair(Double)
  case horizon(Double?)
  case unit(TimeUnit)
  case charset(Charset)
  case chooseTheme
  case theme(Int)

  // The data
  /// What was guessed of the columns is right.
  case confirmReading

  // The program
  case help, palette, command(String)
  case toggleMouse, redraw, suspend, back, leave, quit, interrupt

  package enum Bound: Hashable, Sendable { case lower, upper }
}
