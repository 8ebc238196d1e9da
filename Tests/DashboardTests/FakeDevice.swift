import Dashboard
import TerminalGrid

/// A screen and keyboard in memory: a test sends events and waits for frames.
@MainActor
final class FakeDevice: Device {
  var size: Size
  let events: AsyncStream<TerminalEvent>
  private let send: AsyncStream<TerminalEvent>.Continuation
  private(set) var frames: [Grid] = []
  private(set) var repaints = 0
  private(set) var suspensions = 0
  private(set) var mouse: [Bool] = []
  private var waiting: [(shows: (Grid) -> Bool, continuation: CheckedContinuation<Grid, Never>)] = []

  init(size: String = "100x30") {
    self.size = Screens.size(size)
    (events, send) = AsyncStream.makeStream()
  }

  /// What the user does, all at once.
  func does(_ events: [TerminalEvent]) { for event in events { send.yield(event) } }

  func presses(_ keys: String) { does(Key.sequence(parsing: keys).map { .key($0) }) }

  func hangsUp() { send.finish() }

  /// Waits for a frame that shows the text; the one on the screen may be it.
  @discardableResult
  func shows(_ text: String) async -> Grid { await frame { $0.text.contains(text) } }

  func frame(where shows: @escaping (Grid) -> Bool) async -> Grid {
    if let last = frames.last, shows(last) { return last }
    return await withCheckedContinuation { waiting.append((shows, $0)) }
  }

  func draw(_ grid: Grid, theme: Theme) {
    frames.append(grid)
    let ready = waiting.filter { $0.shows(grid) }
    waiting.removeAll { $0.shows(grid) }
    for one in ready { one.continuation.resume(returning: grid) }
  }

  func repaint() { repaints += 1 }
  func suspend() { suspensions += 1 }
  func setMouse(_ on: Bool) { mouse.append(on) }
}
