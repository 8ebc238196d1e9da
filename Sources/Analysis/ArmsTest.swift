package import SurvivalStatistics

/// A test of the hypothesis that the arms do not differ.
package struct ArmsTest: Equatable, Sendable {
  package enum Method: String, Equatable, Sendable {
    case logRank = "log-rank"
    case gray = "Gray"
    case mantelByar = "Mantel–Byar"
  }

  package var method: Method
  /// The cause tested, by its place among the endpoint's causes; `nil` for survival.
  package var cause: Int?
  package var result: ChiSquaredResult
  /// Patients in the arms that took part.
  package var patientCount: Int
  /// Events that the test is of.
  package var eventCount: Int
  /// Names of arms that could not take part because nobody is in them.
  package var emptyArms: [String]
  /// Why a reader should not lean on the P value.
  package var caution: Caution?

  package enum Caution: Equatable, Sendable {
    /// An arm with fewer than five patients.
    case smallArm(name: String, patients: Int)
    /// Fewer than five events in all arms together.
    case fewEvents(Int)
  }

  /// - Parameter cause: `nil` tests survival.
  init(_ arms: [Arm], cause: Int?) {
    let tables = arms.map(\.table)
    self.cause = cause
    method = cause == nil ? .logRank : .gray
    result = cause.map { GrayTest(tables, cause: $0).result } ?? LogRankTest(tables).result
    patientCount = arms.reduce(0) { $0 + $1.patientCount }
    let events = tables.reduce(0) { sum, table in
      sum + (cause.map { table.eventCount(cause: $0) } ?? table.eventCount)
    }
    eventCount = events
    emptyArms = arms.filter { $0.patientCount == 0 }.compactMap(\.name)
    let smallest = arms.filter { $0.patientCount > 0 }.min { $0.patientCount < $1.patientCount }
    caution =
      if let smallest, let name = smallest.name, smallest.patientCount < 5 {
        .smallArm(name: name, patients: smallest.patientCount)
      } else if events < 5 {
        .fewEvents(events)
      } else {
        nil
      }
  }
}
