import CohortEngine
import Dashboard
import TerminalGrid
import Testing

@Suite("The loop", .timeLimit(.minutes(1)))
@MainActor
struct DashboardLoopTests {
  private func run(_ device: FakeDevice, source: (any CohortSource)? = nil) async throws
    -> DashboardLoop.Ending
  {
    let state = try Screens.state(size: "100x30")
    let recomputer = Recomputer(source ?? BitmapEngine(state.cohort), cohort: state.cohort)
    return await DashboardLoop(state, device: device, recomputer: recomputer).run()
  }

  private func keys(_ text: String) -> [TerminalEvent] { Key.sequence(parsing: text).map { .key($0) } }

  /// Waits for a frame that shows the text, then does the next thing.
  private func script(_ steps: [(shows: String, does: [TerminalEvent]?)]) -> FakeDevice {
    var next = 0
    return FakeDevice { _, grid in
      guard next < steps.count, grid.text.contains(steps[next].shows) else { return [] }
      next += 1
      return steps[next - 1].does
    }
  }

  @Test("Opens, filters, divides, undoes and quits")
  func session() async throws {
    let device = script([
      ("78 patients", keys("j Space")), ("31 of 78 patients", keys("s inotu Enter")),
      ("by Inotuzumab", keys("u u")), ("78/78", keys("q")),
    ])
    #expect(try await run(device) == .quit)
  }

  @Test("Keys that are waiting are all handled before the next frame")
  func coalesces() async throws {
    let device = script([
      ("78 patients", keys("c r r Z x j j j j") + keys(": unit Space years Enter")),
      ("at 2 years", keys("q q")),
    ])
    #expect(try await run(device) == .quit)
    #expect(device.frames.count < 12, "two dozen keys are not two dozen frames")
  }

  @Test("A new size is drawn, however small")
  func resize() async throws {
    let device = script([
      ("78 patients", [.resized(Size(columns: 200, rows: 60))]),
      ("reverse KM", [.resized(Size(columns: 30, rows: 5))]),
      ("needs 60×18", keys("q")),
    ])
    #expect(try await run(device) == .quit)
    #expect(device.frames.last?.size == Size(columns: 30, rows: 5))
  }

  @Test("A signal ends the loop with its number, a vanished terminal as a hang-up, Ctrl-C as an interrupt")
  func endings() async throws {
    #expect(try await run(script([("78", [.terminated(signal: 15)])])) == .signal(15))
    #expect(try await run(script([("78", nil)])) == .signal(1))
    #expect(try await run(script([("78", [.hangUp])])) == .signal(1))
    #expect(try await run(script([("78", keys("C-c"))])) == .signal(2))
  }

  @Test("Suspending, redrawing and the mouse reach the terminal")
  func effects() async throws {
    let device = script([("78", keys("C-z C-l m") + [.resumed] + keys("q"))])
    #expect(try await run(device) == .quit)
    #expect(device.suspensions == 1)
    #expect(device.repaints == 2)
    #expect(device.mouse == [false])
  }

  @Test("While numbers are computed keys go on, and numbers no longer asked for are never shown")
  func staleAnswers() async throws {
    let source = SlowSource(try Screens.state().cohort)
    var step = 0
    let device = FakeDevice { _, grid in
      switch step {
      case 0 where grid.text.contains("78 patients"):
        step = 1
        Task { await source.hold() }
        // Two filters in a row: the first one's answer is held back and out of date when it comes.
        return Key.sequence(parsing: "j Space j Space").map { .key($0) }
      case 1 where grid.text.contains("[ ] M"):
        step = 2
        Task { await source.release() }
        return []
      case 2 where grid.text.contains("0 of 78 patients"):
        return [.key(.character("q"))]
      default: return []
      }
    }
    #expect(try await run(device, source: source) == .quit)
    #expect(!device.frames.contains { $0.text.contains("31 of 78 patients") && $0.text.contains("[ ] F") })
  }
}
