import CohortModel
import SurvivalStatistics

extension Characteristics {
  /// The variables that a question's patients are described by: not the one that divides them.
  static func described(_ question: Question, in schema: CohortSchema) -> [Variable] {
    schema.variables.filter { isCandidate($0) && $0.name != question.dividingArms?.variable }
  }

  /// - Parameters:
  ///   - rows: the variables of ``described(_:in:)``, then the variable of the arms where there are arms; of all
  ///     patients for a comparison with the rest.
  ///   - chosen: those compared with the rest; `nil` for a comparison of arms.
  /// - Complexity: O(patients × log patients) for each variable, besides exact tests of limited work.
  init(_ question: Question, _ rows: Rows, chosen: Chosen? = nil, schema: CohortSchema) throws {
    guard let endpoint = schema.endpoint(question.endpoint) else {
      throw NamingError.unknownEndpoint(question.endpoint, known: schema.endpoints.map(\.name))
    }
    let arms =
      chosen.map { Membership($0, rows) } ?? Membership(question.dividingArms, rows, schema: schema)
    let choosing = question.choosingVariables
    let variables = try zip(Self.described(question, in: schema), rows.columns).compactMap {
      variable, column throws -> Described? in
      try Task.checkCancellation()
      let isCompared = variable.knownAt == nil && !choosing.contains(variable.name)
      return switch column {
      case .levels(let codes): Described(variable, codes: codes, arms, isCompared: isCompared)
      case .numbers(let values): Described(variable, numbers: values, arms, isCompared: isCompared)
      case .texts: nil
      }
    }
    self.init(
      question: question, endpoint: endpoint,
      strata: [Stratum(arm: nil, patientCount: rows.numbers.count)]
        + zip(arms.names, arms.counts).map { Stratum(arm: $0, patientCount: $1) },
      emptyArms: arms.emptyNames,
      unknownArmCount: question.dividingArms == nil ? 0 : rows.numbers.count - arms.counts.reduce(0, +),
      unknownRestCount: chosen?.unknownCount ?? 0, variables: variables)
  }

  /// Which of the arms with patients each patient is in.
  struct Membership {
    var names: [String] = []
    var counts: [Int] = []
    var emptyNames: [String] = []
    /// For each patient the place of the arm among those with patients; -1 where it is unknown.
    var arms: [Int]

    init(_ arms: Arms?, _ rows: Rows, schema: CohortSchema) {
      guard let arms, let column = rows.columns.last else {
        self.init([], Array(repeating: -1, count: rows.numbers.count))
        return
      }
      self.init(arms.names(in: schema), arms.places(column, count: rows.numbers.count))
    }

    init(_ chosen: Chosen, _ rows: Rows) {
      self.init([Chosen.selected, Chosen.rest], rows.numbers.map { chosen.numbers.contains($0) ? 0 : 1 })
    }

    /// - Parameter placed: for each patient the place among all names; -1 where it is unknown.
    private init(_ all: [String], _ placed: [Int]) {
      var totals = [Int](repeating: 0, count: all.count)
      for place in placed where all.indices.contains(place) { totals[place] += 1 }
      // One place more, for the unknown.
      var numbers = [Int](repeating: -1, count: all.count)
      for (place, name) in all.enumerated() {
        if totals[place] == 0 {
          emptyNames.append(name)
        } else {
          numbers[place] = names.count
          names.append(name)
          counts.append(totals[place])
        }
      }
      self.arms = placed.map { all.indices.contains($0) ? numbers[$0] : -1 }
    }
  }
}

extension Arms {
  /// The place of the arm that each of so many values belongs to; -1 where it is unknown.
  fileprivate func places(_ column: RowColumn, count: Int) -> [Int] {
    switch (self, column) {
    case (.levels, .levels(let codes)): codes.map(Int.init)
    case (.cuts(_, let cuts), .numbers(let values)):
      values.map { value in value.isNaN ? -1 : cuts.count { value > $0 } }
    default: Array(repeating: -1, count: count)
    }
  }
}

extension Characteristics.Described {
  fileprivate init(_ variable: Variable, codes: [Int32], _ arms: Characteristics.Membership, isCompared: Bool)
  {
    let levels = variable.levels
    // By level everybody, then each arm; the row after the levels is of those without one.
    var counts = [[Int]](
      repeating: Array(repeating: 0, count: arms.names.count + 1), count: levels.count + 1)
    for (row, code) in codes.enumerated() {
      let level = levels.indices.contains(Int(code)) ? Int(code) : levels.count
      counts[level][0] += 1
      counts[level][arms.arms[row] + 1] += arms.arms[row] < 0 ? 0 : 1
    }
    let unknown = counts.removeLast()
    let present = levels.indices.filter { counts[$0][0] > 0 }
    self.init(
      variable: variable, values: .levels(present.map { levels[$0] }, counts: present.map { counts[$0] }),
      unknownCounts: unknown)
    guard isCompared else { return }
    let byArm = arms.names.indices.map { arm in present.map { counts[$0][arm + 1] } }
    difference = Self.largest(byArm.filter { $0.contains { $0 > 0 } }) {
      StandardizedDifference(counts: $0, $1)
    }
    test = CharacteristicsTest(levels: byArm)
  }

  fileprivate init(
    _ variable: Variable, numbers: [Double], _ arms: Characteristics.Membership, isCompared: Bool
  ) {
    var samples = [[Double]](repeating: [], count: arms.names.count)
    var rest: [Double] = []
    var unknown = [Int](repeating: 0, count: arms.names.count + 1)
    for (number, arm) in zip(numbers, arms.arms) {
      if !number.isFinite {
        unknown[0] += 1
        if arm >= 0 { unknown[arm + 1] += 1 }
      } else if arm >= 0 {
        samples[arm].append(number)
      } else {
        rest.append(number)
      }
    }
    // Sorted once: to sort a few sorted runs again, as summaries and ranks do, costs little.
    for arm in samples.indices { samples[arm].sort() }
    let summaries = samples.map(SampleSummary.init)
    let everybody = SampleSummary(samples.joined() + rest.sorted())
    self.init(
      variable: variable, values: .numbers(([everybody] + summaries).map(NumberSummary.init)),
      unknownCounts: unknown)
    guard isCompared else { return }
    difference = Self.largest(summaries.filter { $0.count > 0 }, StandardizedDifference.init)
    test = CharacteristicsTest(numbers: samples)
  }

  private static func largest<Arm>(
    _ arms: [Arm], _ difference: (Arm, Arm) -> StandardizedDifference
  ) -> Double? {
    let pairs = arms.indices.flatMap { first in arms[..<first].map { difference($0, arms[first]).value } }
    return pairs.compactMap { $0 }.max()
  }
}
