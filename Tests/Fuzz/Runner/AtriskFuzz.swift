import ArgumentParser
import Foundation
import FuzzCases

#if !LIBFUZZER
  @main
#endif
/// Reads made-up inputs until told to stop, and says which one no reader survived.
struct AtriskFuzz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atrisk-fuzz",
    abstract: "Read made-up tables, study files, themes, jobs, conditions, keys and sessions.",
    discussion: """
      The readers take turns. A case fails that ends the program, breaks a promise, or takes more than a second or \
      200 MB; it is printed with its seed and number, which make the same input again.
      """)

  @Option(help: "The readers, by name; by default all.")
  var target: [String] = []

  @Option(help: "How long to go on; by default until interrupted.")
  var seconds: Double?

  @Option(help: "How many cases in all; by default no end.")
  var cases: Int?

  @Option(help: "The number from which all inputs are made.")
  var seed: UInt64 = .random(in: 1...999_999)

  @Option(help: "Only the case of this number, whose input is printed first.")
  var only: Int?

  @Option(help: "The first case.")
  var from = 0

  @Option(help: "A file that is told of each case before it is read.")
  var note: String?

  @Option(help: "A folder for the seeds of the readers, instead of reading anything.")
  var seeds: String?

  @Option(help: "The most seconds a case may take; sanitizers and debug builds are slow.")
  var patience = 1.0

  @Option(help: "The most megabytes a case may take.")
  var memory = 200

  func run() async throws {
    let known = try FuzzTargets.all()
    let names = target.isEmpty ? known.map(\.name) : target
    let targets = try names.map { name in
      guard let found = known.first(where: { $0.name == name }) else {
        throw ValidationError("“\(name)” is none of \(known.map(\.name).joined(separator: ", "))")
      }
      return found
    }
    if let seeds {
      for target in targets { try Self.write(target.seeds, to: seeds + "/" + target.name) }
    } else if let only {
      for target in targets { try await repeatCase(only, of: target) }
    } else if note == nil {
      try Supervisor(arguments: CommandLine.arguments, seed: seed, targets: targets).run()
    } else {
      try await go(targets)
    }
  }

  private var limits: FuzzRun.Limits {
    FuzzRun.Limits(time: .seconds(patience), memory: memory * 1_000_000)
  }

  private static func write(_ seeds: [[UInt8]], to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (number, seed) in seeds.enumerated() {
      try Data(seed).write(to: URL(fileURLWithPath: "\(folder)/seed-\(number)"))
    }
  }

  private func repeatCase(_ number: Int, of target: any FuzzTarget) async throws {
    var run = FuzzRun(target, seed: seed)
    print(FuzzRun.Failure.escaped(run.input(number)))
    try await run.run(number, limits: limits)
    print("\(target.name): read in \(run.duration)")
  }

  /// The readers in turn, a hundred cases each, until the time is over.
  private func go(_ targets: [any FuzzTarget]) async throws {
    let note = try CaseNote(path: self.note ?? "")
    let start = ContinuousClock.now
    var runs = targets.map { FuzzRun($0, seed: seed) }
    var number = from
    var total = 0
    while cases.map({ total < $0 }) ?? true,
      seconds.map({ ContinuousClock.now - start < .seconds($0) }) ?? true
    {
      for index in runs.indices {
        for number in number..<number + 100 {
          note.write(target: index, number: number)
          try await runs[index].run(number, limits: limits)
        }
        total += 100
      }
      number += 100
    }
    for run in runs { print(FuzzReport.line(run)) }
    let passed = ContinuousClock.now - start
    print(
      "\(total) cases in \(FuzzReport.seconds(passed)) s, at most \(FuzzRun.peakMemory / 1_000_000) MB, seed \(seed)"
    )
  }
}

/// What a run cost, in a line.
enum FuzzReport {
  static func line(_ run: FuzzRun) -> String {
    let rate = Double(run.caseCount) / max(1e-9, run.duration / .seconds(1))
    let name = run.target.name.padding(toLength: 10, withPad: " ", startingAt: 0)
    let slowest = String(format: "%.1f", run.slowest.duration / .milliseconds(1))
    return
      "\(name) \(run.caseCount) cases, \(Int(rate)) a second, slowest \(slowest) ms (case \(run.slowest.number))"
  }

  static func seconds(_ duration: Duration) -> String { String(format: "%.1f", duration / .seconds(1)) }
}
