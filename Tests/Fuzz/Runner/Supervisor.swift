import ArgumentParser
import Foundation
import FuzzCases

/// Runs the cases in a process of their own, and says which one ended it or never ended.
struct Supervisor {
  let arguments: [String]
  let seed: UInt64
  let targets: [any FuzzTarget]

  /// A case this long is one without end.
  private static let longest = Duration.seconds(60)

  func run() throws {
    let path = NSTemporaryDirectory() + "atrisk-fuzz-\(UUID().uuidString)"
    let note = try CaseNote(path: path)
    defer { unlink(path) }
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    child.arguments = arguments.dropFirst() + ["--note", path, "--seed", String(seed)]
    try child.run()
    var (last, since) = (note.read(), ContinuousClock.now)
    while child.isRunning {
      Thread.sleep(forTimeInterval: 0.1)
      let now = note.read()
      if now?.target != last?.target || now?.number != last?.number {
        (last, since) = (now, ContinuousClock.now)
      }
      if last != nil, ContinuousClock.now - since > Self.longest {
        kill(child.processIdentifier, SIGKILL)
        report(last, "it did not end within \(Self.longest)")
      }
    }
    child.waitUntilExit()
    if child.terminationReason == .uncaughtSignal { report(note.read(), "signal \(child.terminationStatus)") }
    throw ExitCode(child.terminationStatus)
  }

  private func report(_ last: (target: Int, number: Int)?, _ reason: String) -> Never {
    if let last, targets.indices.contains(last.target) {
      var run = FuzzRun(targets[last.target], seed: seed)
      let failure = FuzzRun.Failure(
        target: run.target.name, seed: seed, number: last.number, input: run.input(last.number),
        reason: reason)
      FileHandle.standardError.write(Data("\(failure)\n".utf8))
    } else {
      FileHandle.standardError.write(Data("\(reason), before the first case\n".utf8))
    }
    exit(1)
  }
}
