import CohortEngine
import CohortFixtures
import CohortModel
import SurvivalStatistics
import Testing

@Suite("Cohorts and what is counted of them")
struct CohortTests {
  private func cohort(_ seed: UInt64, rows: Int = 150) -> Cohort {
    var generator = SeededGenerator(seed: seed)
    return RandomCohort.make(rows: rows, distinctTimes: 20, using: &generator)
  }

  @Test("The schema has the counts that looking at every patient gives", arguments: 1...20)
  func schema(seed: UInt64) throws {
    let cohort = cohort(seed)
    let (schema, naive) = (cohort.schema, NaiveSource(cohort))
    #expect(schema.patientCount == 150)
    for variable in schema.variables {
      let values = naive.patients.compactMap { $0[variable.name] }
      #expect(variable.missingCount == values.count { $0 == .missing })
      let numbers = values.compactMap { value in if case .number(let number) = value { number } else { nil } }
      #expect(variable.distribution == NumberDistribution(numbers))
    }
    #expect(schema.variable("phase")?.levels == RandomCohort.levels)
    for endpoint in schema.endpoints {
      let outcomes = try #require(naive.outcomes[endpoint.name]).compactMap(\.self)
      #expect(
        endpoint.eventCounts == endpoint.causes.indices.map { cause in outcomes.count { $0.cause == cause } })
      #expect(endpoint.censoredCount == outcomes.count { $0.cause == nil })
      #expect(endpoint.usableCount == outcomes.count)
      #expect(endpoint.lastTick == outcomes.map(\.time).max())
      #expect(endpoint.hasLateEntry == outcomes.contains { $0.entry > 0 })
    }
  }

  @Test("Nobody usable is counted as nobody, and a late entry of an unusable row is none")
  func nobodyUsable() throws {
    let endpoint = EndpointColumn(
      name: "e", kind: .survival, causes: ["a", "b"], scale: TimeScale(unit: nil), times: [5, -3],
      status: [EndpointColumn.unusable, EndpointColumn.censored], entries: [4, -9])
    let counted = try #require(
      Cohort(rowCount: 2, variables: [], endpoints: [endpoint]).schema.endpoints.first)
    #expect(counted.eventCounts == [0, 0])
    #expect((counted.censoredCount, counted.lastTick, counted.hasLateEntry) == (1, -3, false))
    #expect(endpoint.outcome(row: 0) == nil)
    #expect(endpoint.outcome(row: 1) == Rows.Outcome(entry: 0, time: -3, cause: nil))
  }

  @Test("Equal cohorts are equal, gaps and all; a single other value makes them differ")
  func equality() {
    #expect(cohort(1) == cohort(1))
    #expect(cohort(1) != cohort(2))
    let (gap, one) = (NumberColumn(values: [.nan, 1]), NumberColumn(values: [0, 1]))
    #expect(gap == NumberColumn(values: [-.nan, 1]) && gap != one)
    #expect(one != NumberColumn(values: [0, 1, .nan]) && one != NumberColumn(values: [0, 1], decimals: 1))
  }

  @Test("A condition over columns holds of the rows of which it holds by names", arguments: 1...100)
  func rowConditions(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let cohort = RandomCohort.make(rows: 60, distinctTimes: 5, using: &generator)
    let patients = NaiveSource(cohort).patients
    for misfit in [FilterExpression.any([]), .range("id", NumericRange()), .contains("phase", "cr")] {
      let condition = FilterExpression.any([
        RandomCohort.condition(depth: 3, using: &generator), .not(misfit),
      ])
      let rows = try RowCondition(condition, over: cohort.variables)
      for (row, patient) in patients.enumerated() {
        #expect(rows.holds(row: row) == condition.holds { patient[$0] ?? .missing }, "\(condition)")
      }
    }
  }

  @Test("A condition on a column that is not there is an error, not a trap")
  func unknownColumn() {
    let error = NamingError.unknownVariable("phse", nearest: "phase")
    #expect(throws: error) {
      try RowCondition(.not(.any([.missing("age"), .oneOf("phse", ["CR1"])])), over: cohort(1).variables)
    }
  }
}
