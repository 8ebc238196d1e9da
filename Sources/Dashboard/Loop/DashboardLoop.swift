import CohortEngine
package import Study
import TerminalGrid

/// Runs the dashboard on a device: events in, frames out, computing beside it.
///
/// All pending events are handled before a frame is drawn; there are at most thirty frames a second and none while
/// nothing changes. A frame waits a moment for numbers that are on their way, so that a change of filter is drawn
/// once, with its results; results of a question no longer asked are dropped.
@MainActor
package final class DashboardLoop {
  package enum Ending: Sendable, Equatable {
    case quit
    case signal(Int32)
  }

  private enum Event: Sendable {
    case terminal(TerminalEvent)
    case computed(Result<Snapshot, any Error>, request: Int)
    case frame
  }

  private static let frameInterval = Duration.milliseconds(33)
  /// How long a frame waits for keys that come in one piece, such as a paste; too short to be noticed.
  private static let burst = Duration.milliseconds(2)

  private var state: DashboardState
  private let device: any Device
  private let recomputer: Recomputer
  /// Keeps what was guessed of a study, and gives the place where it was kept.
  private let keep: @Sendable (Study) throws -> String
  private let events: AsyncStream<Event>
  private let send: AsyncStream<Event>.Continuation

  private let clock = ContinuousClock()
  private var lastFrame: ContinuousClock.Instant
  private var isFrameDue = false
  private var request = 0
  private var asked: (question: Question, facets: Set<Int>)?
  private var computing: (task: Task<Void, Never>, since: ContinuousClock.Instant)?

  package init(
    _ state: DashboardState, device: any Device, recomputer: Recomputer,
    keep: @escaping @Sendable (Study) throws -> String = { try ReadingFile.write($0) }
  ) {
    (self.state, self.device, self.recomputer, self.keep) = (state, device, recomputer, keep)
    (events, send) = AsyncStream.makeStream()
    lastFrame = clock.now - Self.frameInterval
  }

  /// Runs until the user quits or the terminal or a signal ends it.
  package func run() async -> Ending {
    let forwarding = Task { [device, send] in
      for await event in device.events { send.yield(.terminal(event)) }
      send.yield(.terminal(.hangUp))
    }
    defer {
      forwarding.cancel()
      computing?.task.cancel()
    }
    state.size = device.size
    computeIfAsked()
    scheduleFrame()
    for await event in events {
      switch event {
      case .terminal(let event):
        if let ending = handle(event) { return ending }
        computeIfAsked()
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
    case nil: break
    }
    return nil
  }

  private func keepReading() {
    let names = state.cohort.endpoints.map(\.name).joined(separator: ", ")
    do {
      state.message = .note("Confirmed \(names); kept in \(try keep(state.study))")
    } catch {
      state.message = .error("Confirmed for now, but not kept: \(error)")
    }
  }

  // MARK: Computing

  private func computeIfAsked() {
    let (question, facets) = (state.question, state.facets)
    guard asked?.question != question || asked?.facets != facets else { return }
    asked = (question, facets)
    request += 1
    computing?.task.cancel()
    let task = Task { [recomputer, send, request] in
      do {
        let snapshot = try await recomputer.snapshot(for: question, facets: facets)
        send.yield(.computed(.success(snapshot), request: request))
      } catch {
        send.yield(.computed(.failure(error), request: request))
      }
    }
    computing = (task, clock.now)
  }

  private func receive(_ result: Result<Snapshot, any Error>) {
    switch result {
    case .success(let snapshot): state.receive(snapshot)
    case .failure(let error): state.message = .error("\(error)")
    }
  }

  // MARK: Frames

  private func scheduleFrame() {
    guard !isFrameDue else { return }
    drawAfter(max(Self.burst, lastFrame + Self.frameInterval - clock.now))
  }

  private func drawAfter(_ wait: Duration) {
    isFrameDue = true
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
    device.draw(Screen.grid(state), theme: state.activeTheme)
  }
}
