import Analysis
import CohortModel
import TerminalGrid

/// Runs the dashboard on a device: events in, frames out, computing beside it.
///
/// All pending events are handled before anything is asked or drawn, so a burst of keys asks once; there are at most
/// thirty frames a second and none while nothing changes. A frame waits a moment for numbers that are on their way, so
/// that a change of filter is drawn once, with its results; results of a question no longer asked are dropped.
@MainActor
package final class DashboardLoop {
  package enum Ending: Sendable, Equatable {
    case quit
    case signal(Int32)
  }

  private enum Event: Sendable {
    case terminal(TerminalEvent)
    case progress(Analyst.Progress, request: Int)
    case computed(Result<Scene, any Error>, request: Int)
    case kept(Result<String, any Error>)
    case drawn(Result<String, any Error>)
    /// No further event came for a moment.
    case settled
    case frame
  }

  private static let frameInterval = Duration.milliseconds(33)
  /// How long keys that come in one piece, such as a paste, are waited for; too short to be noticed.
  private static let burst = Duration.milliseconds(2)

  private var state: DashboardState
  private let device: any Device
  private let scenery: Scenery
  /// Keeps what was guessed of the study, and gives the place where it was kept.
  private let keep: @Sendable () throws -> String
  /// Draws what is shown into a file, and gives a word on what was written.
  private let draw: @Sendable (Scene.Ask, _ path: String) async throws -> String
  private let events: AsyncStream<Event>
  private let send: AsyncStream<Event>.Continuation

  private let clock = ContinuousClock()
  private var lastFrame: ContinuousClock.Instant
  private var isSettling = false
  /// Whether a further event came since the wait for one began.
  private var hasMoreCome = false
  private var isFrameDue = false
  private var request = 0
  private var asked: Scene.Ask?
  private var computing: (task: Task<Void, Never>, since: ContinuousClock.Instant)?
  /// A source may fail once, as a connection does, and answer the next time.
  private var hasRetried = false

  /// How many scenes were asked for, for tests to check that a burst of keys asks once.
  package private(set) var askCount = 0

  package init(
    _ state: DashboardState, device: any Device, scenery: Scenery,
    draw: @escaping @Sendable (Scene.Ask, _ path: String) async throws -> String,
    keep: @escaping @Sendable () throws -> String
  ) {
    (self.state, self.device, self.scenery) = (state, device, scenery)
    (self.draw, self.keep) = (draw, keep)
    (events, send) = AsyncStream.makeStream()
    lastFrame = clock.now - Self.frameInterval
  }

  /// Runs until the user quits or the terminal or a signal ends it.
  package func run() async -> Ending {
    // Not on this actor: what comes in one piece is all there before the first of it has been handled.
    let forwarding = Task.detached { [incoming = device.events, send] in
      for await event in incoming { send.yield(.terminal(event)) }
      send.yield(.terminal(.hangUp))
    }
    defer {
      forwarding.cancel()
      computing?.task.cancel()
    }
    state.size = device.size
    ask()
    scheduleFrame()
    for await event in events {
      switch event {
      case .terminal(let event):
        if let ending = handle(event) { return ending }
        settle()
      case .kept(let result):
        tell(result)
        scheduleFrame()
      case .drawn(let result):
        switch result {
        case .success(let word): state.message = .note(word)
        case .failure(let error): state.message = .error("\(error)")
        }
        scheduleFrame()
      case .settled:
        isSettling = false
        if hasMoreCome {
          settle()
          continue
        }
        ask()
        scheduleFrame()
      case .progress(let progress, let request):
        guard request == self.request else { continue }
        state.progress = progress
        scheduleFrame()
      case .computed(let result, let request):
        guard request == self.request else { continue }
        computing = nil
        receive(result)
        // A frame that was put off for these numbers need not wait any longer.
        isFrameDue = false
        scheduleFrame()
      case .frame:
        guard isFrameDue else { continue }
        isFrameDue = false
        drawUnlessWaiting()
      }
    }
    return .quit
  }

  private func handle(_ event: TerminalEvent) -> Ending? {
    switch event {
    case .key(let key): return perform(state.press(key))
    case .mouse(let mouse): return perform(state.receive(mouse))
    case .resized(let size):
      state.size = size
      state.clampCursor()
    case .resumed: device.repaint()
    case .terminated(let signal): return .signal(signal)
    case .hangUp: return .signal(1)
    }
    return nil
  }

  private func perform(_ effect: Effect?) -> Ending? {
    switch effect {
    case .quit: return .quit
    case .interrupt: return .signal(2)
    case .suspend: device.suspend()
    case .redraw: device.repaint()
    case .mouse(let on): device.setMouse(on)
    case .keepReading: keepReading()
    case .draw(let path): drawFigure(path)
    case nil: break
    }
    return nil
  }

  /// Writes what was confirmed aside: a disk may take its time.
  private func keepReading() {
    Task.detached { [keep, send] in send.yield(.kept(Result { try keep() })) }
  }

  /// Draws aside what is asked now, whatever becomes of the screen meanwhile.
  private func drawFigure(_ path: String) {
    Task.detached { [draw, send, ask = state.ask] in
      do { send.yield(.drawn(.success(try await draw(ask, path)))) } catch {
        send.yield(.drawn(.failure(error)))
      }
    }
  }

  private func tell(_ kept: Result<String, any Error>) {
    switch kept {
    case .success(let place):
      let names = state.schema.endpoints.map(\.name).joined(separator: ", ")
      state.message = .note("Confirmed \(names); kept in \(place)")
    case .failure(let error): state.message = .error("Confirmed for now, but not kept: \(error)")
    }
  }

  // MARK: Computing

  private func settle() {
    hasMoreCome = isSettling
    guard !isSettling else { return }
    isSettling = true
    Task { [send, clock] in
      try? await clock.sleep(for: Self.burst)
      send.yield(.settled)
    }
  }

  private func ask() {
    let wanted = state.ask
    guard asked != wanted else { return }
    hasRetried = false
    compute(wanted)
  }

  private func compute(_ wanted: Scene.Ask) {
    asked = wanted
    request += 1
    askCount += 1
    computing?.task.cancel()
    let task = Task { [scenery, send, request] in
      do {
        let scene = try await scenery.scene(for: wanted) { send.yield(.progress($0, request: request)) }
        send.yield(.computed(.success(scene), request: request))
      } catch {
        send.yield(.computed(.failure(error), request: request))
      }
    }
    computing = (task, clock.now)
  }

  private func receive(_ result: Result<Scene, any Error>) {
    switch result {
    case .success(let scene): state.receive(scene)
    case .failure(let error):
      if !hasRetried, !(error is NamingError) {
        hasRetried = true
        return compute(state.ask)
      }
      // The next key asks again.
      asked = nil
      state.progress = nil
      state.failure = "\(error)"
      state.message = .error("\(error)")
    }
  }

  // MARK: Frames

  private func scheduleFrame() {
    guard !isFrameDue else { return }
    drawAfter(max(.zero, lastFrame + Self.frameInterval - clock.now))
  }

  private func drawAfter(_ wait: Duration) {
    isFrameDue = true
    guard wait > .zero else {
      send.yield(.frame)
      return
    }
    Task { [send, clock] in
      try? await clock.sleep(for: wait)
      send.yield(.frame)
    }
  }

  private func drawUnlessWaiting() {
    if let computing, clock.now - computing.since < Self.frameInterval {
      drawAfter(computing.since + Self.frameInterval - clock.now)
      return
    }
    lastFrame = clock.now
    device.draw(Screen.grid(state), theme: state.theme)
  }
}
