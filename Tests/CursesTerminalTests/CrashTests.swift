import CCurses
import Foundation
import TestSupport
import Testing

/// A program that crashes leaves the modes of its terminal as they were.
struct CrashTests {
  /// Where the stack overflows.
  enum Place: String, CaseIterable, Codable, Sendable {
    case mainActor, threadOfItsOwn, swiftTask, dispatchQueue
  }

  /// Never returns; what it takes of the stack cannot be had elsewhere.
  @inline(never)
  private static func overflow(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 64) { room in
      room.initialize(repeating: depth)
      return overflow(depth + 1) + room[depth % 64]
    }
  }

  private static func overflow(at place: Place) async {
    switch place {
    case .mainActor: await MainActor.run { _ = overflow(0) }
    case .threadOfItsOwn: Thread { _ = overflow(0) }.start()
    case .swiftTask: Task.detached { _ = overflow(0) }
    case .dispatchQueue: DispatchQueue.global().async { _ = overflow(0) }
    }
    // The end comes from there.
    try? await Task.sleep(for: .seconds(60))
  }

  @Test(arguments: Place.allCases)
  func `a stack that overflows restores the terminal, whatever thread it is of`(place: Place) async throws {
    let (master, path) = try PseudoTerminal.open()
    defer { close(master) }
    let terminal = open(path, O_RDWR | O_NOCTTY)
    defer { close(terminal) }
    var (before, after) = (termios(), termios())
    #expect(tcgetattr(terminal, &before) == 0)

    await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String, place = place as Place] in
      let terminal = open(path, O_RDWR | O_NOCTTY)
      var raw = termios()
      guard ccurses_catch_signals() >= 0, ccurses_enter_raw_mode(terminal), tcgetattr(terminal, &raw) == 0,
        raw.c_lflag & tcflag_t(ICANON) == 0
      else { exit(1) }
      await CrashTests.overflow(at: place)
    }
    #expect(tcgetattr(terminal, &after) == 0)
    #expect(after.c_lflag == before.c_lflag && after.c_iflag == before.c_iflag)
    #expect(after.c_lflag & tcflag_t(ICANON) != 0)
  }
}
