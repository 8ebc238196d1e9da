package import TerminalGrid

/// The screen and keyboard that the dashboard runs on.
@MainActor
package protocol Device: AnyObject {
  var size: Size { get }
  /// Keys, mouse, resizes and signals, in order.
  var events: AsyncStream<TerminalEvent> { get }

  func draw(_ grid: Grid, theme: Theme)
  /// Sends the whole screen again with the next frame.
  func repaint()
  /// Gives the terminal back and stops the program until it is continued.
  func suspend()
  func setMouse(_ on: Bool)
}
