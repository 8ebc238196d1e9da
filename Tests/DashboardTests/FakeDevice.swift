import Dashboard
import TerminalGrid

/// A screen and keyboard in memory: events are scripted, frames are kept.
@MainActor
final class FakeDevice: Device {
  var size = Size(columns: 100, rows: 30)
  let events: AsyncStream<TerminalEvent>
  private let send: AsyncStream<TerminalEvent>.Continuation
  private(set) var frames: [Grid] = []
  private(set) var repaints = 0
  private(set) var suspensions = 0
  private(set) var mouse: [Bool] = []
  /// Called with each frame; what it returns is sent as if the user had done it.
  private let respond: @MainActor (Int, Grid) -> [TerminalEvent]?

  /// - Parameter respond: the number of the frame and its text in, what the user does upon it out; `nil` hangs up.
  init(_ respond: @escaping @MainActor (Int, Grid) -> [TerminalEvent]?) {
    (events, send) = AsyncStream.makeStream()
    self.respond = respond
  }

  func draw(_ grid: Grid, theme: Theme) {
    frames.append(grid)
    guard let reaction = respond(frames.count, grid) else {
      send.finish()
      return
    }
    for event in reaction { send.yield(event) }
  }

  func repaint() { repaints += 1 }
  func suspend() { suspensions += 1 }
  func setMouse(_ on: Bool) { mouse.append(on) }
}
