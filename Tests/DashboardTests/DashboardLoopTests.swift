import Analysis
import CohortEngine
import CohortFixtures
import CohortModel
import Dashboard
import Session
import Study
import TerminalGrid
import Testing

@testable import atrisk

@Suite("The loop", .timeLimit(.minutes(5)))
@MainActor
struct DashboardLoopTests {
  /// A loop on the sample study that runs until it is ended.
  private struct Running {
    let device: FakeDevice
    let source: HeldSource
    let loop: DashboardLoop
    let ending: Task<DashboardLoop.Ending, Never>
  }

  private func start(
    held: Bool = false, failures: Int = 0, keep: @escaping @Sendable () throws -> String = { "study.toml" },
    draw: @escaping @Sendable (Scene.Ask, String) async throws -> String = { "\($1) is drawn" }
  ) async throws -> Running {
    let opening = try Screens.opening()
    let source = HeldSource(BitmapEngine(opening.study.cohort))
    if held { await source.hold() }
    await source.fail(next: failures)
    let device = FakeDevice()
    let loop = DashboardLoop(
      opening.state(size: device.size), device: device,
      scenery: Scenery(Analyst(source), study: opening.description), draw: draw, keep: keep)
    let ending = Task { await loop.run() }
    return Running(device: device, source: source, loop: loop, ending: ending)
  }

  @Test("Opens, filters, divides, undoes and quits")
  func session() async throws {
    let running = try await start()
    let device = running.device
    await device.shows("78 patients")
    device.presses("j Space")
    await device.shows("31 of 78 patients")
    device.presses("s inotu Enter")
    await device.shows("by Inotuzumab")
    device.presses("u u")
    await device.shows("78 patients")
    device.presses("q")
    #expect(await running.ending.value == .quit)
  }

  @Test("A burst of keys asks once")
  func burst() async throws {
    let running = try await start()
    await running.device.shows("78 patients")
    #expect(running.loop.askCount == 1)
    // Thirteen keys, eleven of which ask for something else.
    running.device.presses("c r r Z + j Space j Space i u")
    running.device.does([.resized(Size(columns: 120, rows: 36))])
    _ = await running.device.frame { $0.size.columns == 120 && $0.text.contains("of 78 patients") }
    #expect(running.loop.askCount == 2)
    running.device.presses("q")
    #expect(await running.ending.value == .quit)
  }

  @Test("Keys that only move the cursor ask nothing")
  func moving() async throws {
    let running = try await start()
    await running.device.shows("78 patients")
    running.device.presses("j j k Tab Tab x :")
    await running.device.shows("Command")
    #expect(running.loop.askCount == 1)
    running.device.presses("Escape Escape q")
    #expect(await running.ending.value == .quit)
  }

  @Test("A superseded answer is never shown, and its work is cancelled")
  func superseded() async throws {
    let running = try await start()
    let (device, source) = (running.device, running.source)
    await device.shows("78 patients")
    let before = await source.arrivedCount
    await source.hold()
    // The filter's answer is held back; then another filter is set.
    device.presses("j Space")
    await source.arrivals(before + 1)
    device.presses("j Space")
    await device.shows("[ ] F")
    while running.loop.askCount < 3 { await Task.yield() }
    await source.release()
    await device.shows("0 of 78 patients")
    #expect(await source.cancelledCount == 1)
    #expect(!device.frames.contains { $0.text.contains("31 of 78 patients") })
    device.presses("q")
    #expect(await running.ending.value == .quit)
  }

  @Test("While numbers are computed the step of the work is shown, and keys go on")
  func progress() async throws {
    let running = try await start(held: true)
    await running.device.shows("distributions 0/4")
    running.device.presses("? Escape")
    await running.source.letGo()
    await running.device.shows("counting 1/4")
    await running.source.release()
    await running.device.shows("78 patients")
    running.device.presses("q")
    #expect(await running.ending.value == .quit)
  }

  @Test("A bound moved before any answer has come is not lost")
  func earlyBound() async throws {
    let running = try await start(held: true)
    await running.source.arrivals(1)
    running.device.presses("/ age Space at Enter ] ]")
    await running.device.shows("≥ 3")
    await running.source.release()
    await running.device.shows("of 78 patients")
    running.device.presses("q")
    #expect(await running.ending.value == .quit)
  }

  @Test("A source that fails is asked once more, and nobody notices")
  func retries() async throws {
    let running = try await start(failures: 1)
    await running.device.shows("78 patients")
    #expect(running.loop.askCount == 2)
    #expect(!running.device.frames.contains { $0.text.contains("connection was lost") })
    running.device.presses("q")
    #expect(await running.ending.value == .quit)
  }

  @Test("A source that fails again says so, and the next key asks anew")
  func failsTwice() async throws {
    let running = try await start(failures: 2)
    await running.device.shows("the connection was lost")
    #expect(running.loop.askCount == 2)
    running.device.presses("j")
    await running.device.shows("78 patients")
    #expect(running.loop.askCount == 3)
    running.device.presses("q")
    #expect(await running.ending.value == .quit)
  }

  @Test("A figure is drawn aside of what is asked, and said to be; a failure is said as well")
  func figure() async throws {
    let running = try await start(draw: { ask, path in
      guard path == "my plot.svg" else { throw Failure.data("\(path) cannot be drawn") }
      return "\(path) is drawn by \(ask.question.arms?.variable ?? "nothing")"
    })
    let device = running.device
    await device.shows("78 patients")
    device.presses("s inotu Enter")
    await device.shows("by Inotuzumab")
    device.presses(": figure Space my Space plot.svg Enter")
    await device.shows("my plot.svg is drawn by inotuzumab")
    device.presses(": figure Space other.svg Enter")
    await device.shows("other.svg cannot be drawn")
    device.presses("q")
    #expect(await running.ending.value == .quit)
  }

  @Test("A new size is drawn, however small")
  func resize() async throws {
    let running = try await start()
    await running.device.shows("78 patients")
    running.device.does([.resized(Size(columns: 200, rows: 60))])
    await running.device.shows("reverse Kaplan–Meier")
    running.device.does([.resized(Size(columns: 30, rows: 5))])
    let small = await running.device.shows("needs 60×18")
    #expect(small.size == Size(columns: 30, rows: 5))
    running.device.presses("q")
    #expect(await running.ending.value == .quit)
  }

  @Test("A signal ends the loop with its number, a vanished terminal as a hang-up, Ctrl-C as an interrupt")
  func endings() async throws {
    for (events, ending) in [
      ([TerminalEvent.terminated(signal: 15)], DashboardLoop.Ending.signal(15)), ([.hangUp], .signal(1)),
      ([.key(.control("c"))], .signal(2)), ([], .signal(1)),
    ] {
      let running = try await start()
      await running.device.shows("78 patients")
      if events.isEmpty { running.device.hangsUp() } else { running.device.does(events) }
      #expect(await running.ending.value == ending)
    }
  }

  @Test("Suspending, redrawing and the mouse reach the terminal")
  func effects() async throws {
    let running = try await start()
    await running.device.shows("78 patients")
    running.device.presses("C-z C-l m")
    running.device.does([.resumed, .key(.character("q"))])
    #expect(await running.ending.value == .quit)
    #expect(running.device.suspensions == 1)
    #expect(running.device.repaints == 2)
    #expect(running.device.mouse == [false])
  }
}
