import Foundation
import PrintableText

/// Cases of one reader, one after the other, with what they cost.
package struct FuzzRun: Sendable {
  /// A case that broke a promise, took too long or too much memory.
  package struct Failure: Error, CustomStringConvertible {
    package let target: String
    package let seed: UInt64
    package let number: Int
    package let input: [UInt8]
    package let reason: String

    package init(target: String, seed: UInt64, number: Int, input: [UInt8], reason: String) {
      (self.target, self.seed, self.number) = (target, seed, number)
      (self.input, self.reason) = (input, reason)
    }

    package var description: String {
      """
      \(target), seed \(seed), case \(number): \(reason.printable)
      input (\(input.count) bytes): \(Self.escaped(input))
      """
    }

    /// The bytes with all but plain characters by their numbers.
    package static func escaped(_ input: [UInt8]) -> String {
      input.reduce(into: "") { text, byte in
        let isPlain = (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\\")
        text +=
          isPlain ? String(Unicode.Scalar(byte)) : "\\x\(byte < 16 ? "0" : "")\(String(byte, radix: 16))"
      }
    }
  }

  /// What no case may need.
  package struct Limits: Sendable {
    package var time: Duration
    /// In bytes, beyond what the process had before.
    package var memory: Int

    package init(time: Duration = .seconds(1), memory: Int = 200_000_000) {
      (self.time, self.memory) = (time, memory)
    }
  }

  package let target: any FuzzTarget
  package let seed: UInt64
  package private(set) var caseCount = 0
  package private(set) var duration = Duration.zero
  /// The case that took longest.
  package private(set) var slowest: (number: Int, duration: Duration) = (0, .zero)

  private var mutator: Mutator

  package init(_ target: any FuzzTarget, seed: UInt64) {
    (self.target, self.seed) = (target, seed)
    mutator = Mutator(target)
  }

  /// The input of a case.
  package mutating func input(_ number: Int) -> [UInt8] { mutator.input(number, seed: seed) }

  /// Reads the input of a case.
  ///
  /// - Parameter limits: `nil` where the machine may be busy with other things.
  package mutating func run(_ number: Int, limits: Limits? = nil) async throws(Failure) {
    let input = input(number)
    let memory = limits == nil ? 0 : Self.peakMemory
    let start = ContinuousClock.now
    do {
      try await target.read(input)
    } catch {
      throw failure(number, input, error.description)
    }
    let taken = ContinuousClock.now - start
    caseCount += 1
    duration += taken
    if taken > slowest.duration { slowest = (number, taken) }
    guard let limits else { return }
    if taken > limits.time { throw failure(number, input, "it took \(taken)") }
    let grown = Self.peakMemory - memory
    if grown > limits.memory { throw failure(number, input, "it took \(grown / 1_000_000) MB") }
  }

  private func failure(_ number: Int, _ input: [UInt8], _ reason: String) -> Failure {
    Failure(target: target.name, seed: seed, number: number, input: input, reason: reason)
  }

  /// The most memory that the process ever had, in bytes.
  package static var peakMemory: Int {
    var usage = rusage()
    guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return 0 }
    return usage.ru_maxrss * 1024
  }
}
