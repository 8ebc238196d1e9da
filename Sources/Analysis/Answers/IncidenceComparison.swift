package import SurvivalStatistics

/// The cumulative incidence of each cause compared between groups, within strata: Gray's test.
package struct IncidenceComparison: Equatable, Sendable {
  /// For each ρ one of each cause.
  package let tests: [GrayTest]
  private let eventCount: Int

  /// - Parameters:
  ///   - strata: patients are compared within each only; `nil` for no strata.
  ///   - rhos: powers of the weight; 0 is Gray's own test.
  package init(
    _ cases: CompleteCases, between groups: Groups, strata: Groups? = nil, rhos: [Double] = [0]
  ) throws(SurvivalDataError) {
    let tables = try cases.causeTables(by: groups, strata: strata ?? Groups(everybody: cases.count))
    let causes = 0..<(tables.first?.first?.causeCount ?? 0)
    tests = rhos.flatMap { rho in causes.map { GrayTest(strata: tables, cause: $0, rho: rho) } }
    eventCount = cases.data.eventCount
  }

  /// Why there is no test at all.
  ///
  /// A cause that nobody failed from has none, which is an answer as long as another cause has one.
  package var undefined: UndefinedTest? {
    guard let reason = tests.first?.result.undefined, tests.allSatisfy({ $0.result.undefined != nil }) else {
      return nil
    }
    return eventCount > 0 ? reason : .noEvents
  }
}
