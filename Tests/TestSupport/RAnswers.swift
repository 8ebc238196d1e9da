import Foundation

/// What R says: the lists of numbers that a script of `Tests/ReferenceData` wrote beside itself.
package struct RAnswers: Sendable {
  private let lists: [String: [Double?]]

  /// - Parameter script: its name, that of its answers too.
  package init(_ script: String = "library") throws {
    let url = Repository.root().appending(path: "Tests/ReferenceData/\(script).json")
    lists = try JSONDecoder().decode([String: [Double?]].self, from: Data(contentsOf: url))
  }

  /// The numbers of a name, `nil` where R has none; empty when R was never asked, which no list of answers equals.
  package func list(_ name: String) -> [Double?] { lists[name] ?? [] }

  /// The names of lists that begin in some way.
  package func names(startingWith prefix: String) -> Set<String> {
    Set(lists.keys.filter { $0.hasPrefix(prefix) })
  }

  /// Whether numbers are R's, each to a relative or absolute tolerance, and missing where R's are.
  package func agree(_ name: String, _ numbers: [Double?], within tolerance: Double = 1e-10) -> Bool {
    let list = list(name)
    guard !list.isEmpty, list.count == numbers.count else { return false }
    return zip(numbers, list).allSatisfy { number, answer in
      guard let number, let answer else { return number == nil && answer == nil }
      return (number - answer).magnitude <= tolerance * max(1, answer.magnitude)
    }
  }

  package func agree(_ name: String, _ number: Double?, within tolerance: Double = 1e-10) -> Bool {
    agree(name, [number], within: tolerance)
  }
}
