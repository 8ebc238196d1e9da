import CohortEngine
import Dashboard
import Testing

@Suite("Finding what a person named")
struct AskingTests {
  private let cohort: Cohort

  init() throws { cohort = try Screens.state().cohort }

  @Test("Endpoints and variables are found by name or label in any letter case")
  func names() throws {
    #expect(try Asking.endpoint("dfs", in: cohort) == Asking.endpoint("Disease-free survival", in: cohort))
    #expect(try Asking.variable("AGE_YEARS", in: cohort) == cohort.variable(named: "age_years"))
    #expect(try Asking.variable("Age at HSCT", in: cohort) == cohort.variable(named: "age_years"))
    #expect(throws: Asking.Mistake.unknownVariable("age_yeers", nearest: "age_years")) {
      try Asking.variable("age_yeers", in: cohort)
    }
  }

  @Test("A number is cut where told, else so that neither half is empty")
  func cuts() throws {
    let age = try #require(cohort.variable(named: "age_years"))
    #expect(
      try Asking.stratification("age_years 12 4", in: cohort) == .cuts(variable: age, thresholds: [4, 12]))
    guard case .cuts(_, let median) = try Asking.stratification("age_years", in: cohort),
      case .numbers(let column) = cohort.variables[age].values
    else { throw CancellationError() }
    #expect(column.values.contains { $0 <= median[0] })
    #expect(column.values.contains { $0 > median[0] })
  }

  @Test("What cannot divide patients says why", arguments: ["id", "cytogenetics", "sex 12"])
  func refusals(text: String) {
    #expect(throws: Asking.Mistake.self) { try Asking.stratification(text, in: cohort) }
  }
}
