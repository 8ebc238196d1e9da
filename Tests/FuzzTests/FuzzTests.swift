import FuzzCases
import Testing

/// A few thousand inputs for each reader; `make fuzz` goes on from there.
@Suite(.serialized)
struct FuzzTests {
  /// As many as a few seconds allow.
  private static let caseCounts = [
    "table": 400, "format": 600, "study": 700, "theme": 3000, "job": 1200, "filter": 1000, "command": 800,
    "log": 500, "keys": 4000, "dashboard": 200,
  ]

  @Test(arguments: caseCounts.keys.sorted())
  func `a reader survives anything`(name: String) async throws {
    let target = try #require(try FuzzTargets.all().first { $0.name == name })
    var run = FuzzRun(target, seed: 1)
    for number in 0..<(Self.caseCounts[name] ?? 0) {
      do {
        try await run.run(number)
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  @Test
  func `the same seed and number make the same input, others make others`() throws {
    for target in try FuzzTargets.all() {
      var (first, second, other) = (
        FuzzRun(target, seed: 7), FuzzRun(target, seed: 7), FuzzRun(target, seed: 8)
      )
      let numbers = 0..<200
      let inputs = numbers.map { first.input($0) }
      #expect(numbers.reversed().map { second.input($0) } == inputs.reversed())
      #expect(numbers.map { other.input($0) } != inputs)
      #expect(Set(inputs).count > 100)
      #expect(inputs.allSatisfy { $0.count <= target.longest })
    }
  }

  /// A reader that breaks its promise on one byte, and needs its time on another.
  private struct Careless: FuzzTarget {
    let name = "careless"
    let seeds: [[UInt8]] = [Array("ab".utf8)]
    let words: [String] = []
    let longest = 64

    func read(_ input: [UInt8]) async throws(BrokenPromise) {
      if input.contains(0x1B) { throw BrokenPromise("an escape") }
    }
  }

  @Test
  func `what breaks is found, with the input that did it`() async {
    var run = FuzzRun(Careless(), seed: 3)
    var found: FuzzRun.Failure?
    for number in 0..<5000 where found == nil {
      do { try await run.run(number) } catch { found = error }
    }
    #expect(found?.input.contains(0x1B) == true)
    #expect(found.map { run.input($0.number) } == found?.input)
    #expect(found?.description.contains("an escape") == true)
  }
}
