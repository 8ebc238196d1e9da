import CohortEngine
import CohortFixtures
import CohortModel
import SurvivalStatistics
import TestSupport
import Testing

@testable import Analysis

@Suite("The edges of characteristics")
struct CharacteristicsEdgeTests {
  /// `level` and `number` of patients in the arms a, b and c; -1 for a gap.
  private static func described(
    _ arms: [Int32], _ levels: [Int32], _ numbers: [Double], _ change: (inout [Variable]) -> Void = { _ in }
  ) throws -> [Characteristics.Described] { try result(arms, levels, numbers, change).variables }

  private static func result(
    _ arms: [Int32], _ levels: [Int32], _ numbers: [Double], _ change: (inout [Variable]) -> Void = { _ in }
  ) throws -> Characteristics {
    var variables = [
      Variable(name: "level", kind: .categorical, domain: .levels(["k", "l", "m", "n"])),
      Variable(name: "number", kind: .number, domain: .numbers(decimals: 0)),
      Variable(name: "arm", kind: .categorical, domain: .levels(["a", "b", "c"])),
    ]
    change(&variables)
    let endpoint = Endpoint(
      name: "end", kind: .survival, causes: ["event"], scale: TimeScale(unit: .days, ticksPerUnit: 1))
    var question = Question(endpoint: "end")
    question.arms = .levels(of: "arm")
    return try Characteristics(
      question,
      Rows(
        numbers: Array(arms.indices), columns: [.levels(levels), .numbers(numbers), .levels(arms)],
        outcomes: []),
      schema: CohortSchema(patientCount: arms.count, variables: variables, endpoints: [endpoint]))
  }

  @Test("An arm that nobody is in is named and takes no part; patients of no arm are among everybody only")
  func emptyArm() throws {
    let result = try Self.result([0, 0, 2, 2, -1], [0, 1, 0, 0, 3], [1, 2, 3, 4, 100])
    #expect(result.strata.map(\.arm) == [nil, "a", "c"] && result.strata.map(\.patientCount) == [5, 2, 2])
    #expect(result.emptyArms == ["b"] && result.unknownArmCount == 1)
    let (level, number) = (result.variables[0], result.variables[1])
    #expect(level.values == .levels(["k", "l", "n"], counts: [[3, 1, 2], [1, 1, 0], [1, 0, 0]]))
    // Of k and l alone: p = ½ and 1, so ½/√(¼/2).
    #expect(isClose(level.difference, 2.0.squareRoot()))
    #expect(level.test?.method == .fisher && level.test?.pValue == 1)
    guard case .numbers(let summaries) = number.values else { return #expect(Bool(false)) }
    #expect(summaries.map(\.count) == [5, 2, 2] && summaries.map(\.maximum) == [100, 2, 4])
    // Two arms with numbers: rank-sum, of the six ways to choose two of four one on either side is as extreme.
    #expect(number.test?.method == .rankSum && isClose(number.test?.pValue, 1 / 3.0))
  }

  @Test("Nothing known: counts of the unknown, no difference, no test")
  func everythingMissing() throws {
    for described in try Self.described([0, 1, 1], [-1, -1, -1], [.nan, .nan, .nan]) {
      #expect(described.unknownCounts == [3, 1, 2])
      #expect(described.difference == nil && described.test == nil)
      if case .numbers(let summaries) = described.values {
        #expect(summaries.allSatisfy { $0.count == 0 && $0.median == nil && $0.mean == nil })
      } else {
        #expect(described.values == .levels([], counts: []))
      }
    }
  }

  @Test("A number that is not finite is unknown")
  func infinite() throws {
    let number = try Self.described([0, 0, 1, 1], [0, 0, 0, 0], [1, .infinity, 2, -.infinity])[1]
    #expect(number.unknownCounts == [2, 1, 1])
    guard case .numbers(let summaries) = number.values else { return #expect(Bool(false)) }
    #expect(summaries[0].maximum == 2 && summaries[0].minimum == 1)
  }

  @Test("One level, or one number, leaves nothing to compare")
  func constant() throws {
    for described in try Self.described([0, 0, 1, 1, 2], [1, 1, 1, 1, 1], [7, 7, 7, 7, 7]) {
      #expect(described.difference == nil && described.test == nil, "\(described.variable.name)")
    }
  }

  @Test("Arms without anything in common lie infinitely far apart; what is equal in two of three counts too")
  func apart() throws {
    let described = try Self.described(
      [0, 0, 1, 1, 2, 2], [0, 0, 1, 1, 1, 1], [1, 1, 2, 2, 2, 2])
    #expect(described.map(\.difference) == [.infinity, .infinity])
    #expect(described[0].test?.method == .fisher && described[1].test?.method == .kruskalWallis)
  }

  @Test("One patient, and nobody")
  func few() throws {
    let one = try Self.result([0], [2], [4])
    #expect(one.strata.map(\.patientCount) == [1, 1] && one.emptyArms == ["b", "c"])
    #expect(one.variables.allSatisfy { $0.difference == nil && $0.test == nil })
    guard case .numbers(let summaries) = one.variables[1].values else { return #expect(Bool(false)) }
    #expect(summaries.allSatisfy { $0.median == 4 && $0.standardDeviation == nil })
    let none = try Self.result([], [], [])
    #expect(none.strata.map(\.patientCount) == [0] && none.emptyArms == ["a", "b", "c"])
  }

  @Test("What becomes known after time zero is described and not compared")
  func late() throws {
    let described = try Self.described([0, 0, 1, 1], [0, 0, 0, 1], [1, 2, 3, 4]) {
      for index in $0.indices { $0[index].knownAt = "later" }
    }
    #expect(described.count == 2 && described.allSatisfy { $0.difference == nil && $0.test == nil })
    #expect(described[0].values == .levels(["k", "l"], counts: [[3, 2, 1], [1, 0, 1]]))
  }

  @Test("The order of the arms changes neither a difference nor a P", arguments: 1...4)
  func symmetric(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let arms = (0..<80).map { _ in Int32.random(in: -1...2, using: &generator) }
    let levels = (0..<80).map { _ in Int32.random(in: -1...3, using: &generator) }
    let numbers = (0..<80).map { _ in Double(Int.random(in: 0...30, using: &generator)) }
    let one = try Self.described(arms, levels, numbers)
    let other = try Self.described(arms.map { $0 < 0 ? -1 : 2 - $0 }, levels, numbers)
    for (a, b) in zip(one, other) {
      #expect(isClose(a.difference, b.difference), "\(a.variable.name)")
      #expect(isClose(a.test?.pValue, b.test?.pValue), "\(a.variable.name)")
      #expect(a.unknownCounts == [b.unknownCounts[0]] + b.unknownCounts.dropFirst().reversed())
    }
  }

  private func isClose(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return false }
    return (a - b).magnitude < 1e-12
  }

  @Test("Neither endpoints' columns, hidden ones, texts and days, nor the variable of the arms are described")
  func candidates() {
    var variables = [
      Variable(name: "sex", kind: .yesNo, domain: .levels(["no", "yes"])),
      Variable(name: "stage", kind: .ordered, domain: .levels([])),
      Variable(name: "age", kind: .number, domain: .numbers(decimals: 0)),
      Variable(name: "arm", kind: .categorical, domain: .levels(["a"])),
      Variable(name: "os", kind: .number, domain: .numbers(decimals: 0)),
      Variable(name: "site", kind: .categorical, domain: .levels(["x"])),
      Variable(name: "id", kind: .identifier, domain: .text),
      Variable(name: "note", kind: .text, domain: .text),
      Variable(name: "day", kind: .date, domain: .numbers(decimals: 0)),
    ]
    variables[4].isOutcome = true
    variables[5].isHidden = true
    var question = Question(endpoint: "end")
    question.arms = .levels(of: "arm")
    let schema = CohortSchema(patientCount: 1, variables: variables, endpoints: [])
    #expect(Characteristics.described(question, in: schema).map(\.name) == ["sex", "stage", "age"])
  }

  @Test("Where Fisher's test would take too long, Pearson's takes its place")
  func fallback() throws {
    let counts = (0..<6).map { row in (0..<5).map { column in 300 + 37 * ((row * column) % 7) } }
    let test = try #require(CharacteristicsTest(levels: counts))
    let pearson = PearsonChiSquaredTest(ContingencyTable(counts)).result
    #expect(test.method == .chiSquared && test.statistic == pearson.statistic)
    #expect(test.pValue == pearson.pValue)
  }

  @Test("Nobody waits for it any longer: it stops before the next variable")
  func cancels() async throws {
    let work = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try Self.described([0, 1], [0, 1], [1, 2])
    }
    await #expect(throws: CancellationError.self) { try await work.value }
  }
}
