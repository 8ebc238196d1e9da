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

  @Test("Cuts are distinct, days for a date, and as few as curves can be told apart")
  func awkwardCuts() throws {
    let age = try #require(cohort.variable(named: "age_years"))
    #expect(
      try Asking.stratification("age_years 5 5 10 5.0", in: cohort)
        == .cuts(variable: age, thresholds: [5, 10]))
    let seven = (1...7).map(String.init).joined(separator: " ")
    #expect(
      try Asking.stratification("age_years \(seven)", in: cohort)
        == .cuts(variable: age, thresholds: (1...7).map(Double.init)))
    for text in [
      "age_years \(seven) 8", "age_years nan", "age_years 5 inf", "age_years 1e400", "age_years 2019-04-03",
      "5",
    ] {
      #expect(throws: Asking.Mistake.self, "\(text)") { try Asking.stratification(text, in: cohort) }
    }
    let dated = Cohort(
      rowCount: 2,
      variables: [
        Variable(name: "seen", kind: .date, values: .numbers(NumberColumn(values: [0, 400]))),
        Variable(name: "CD", kind: .number, values: .numbers(NumberColumn(values: [1, 2]))),
        Variable(name: "CD 34", kind: .number, values: .numbers(NumberColumn(values: [1, 2]))),
      ], endpoints: [])
    #expect(
      try Asking.stratification("seen 1971-01-01", in: dated) == .cuts(variable: 0, thresholds: [365]))
    for text in ["seen 1e300", "seen 365", "seen 1971-02-30"] {
      #expect(throws: Asking.Mistake.self, "\(text)") { try Asking.stratification(text, in: dated) }
    }
    #expect(try Asking.stratification("CD 34 5", in: dated) == .cuts(variable: 2, thresholds: [5]))
    #expect(try Asking.stratification("CD 33 5", in: dated) == .cuts(variable: 1, thresholds: [5, 33]))
    #expect(try Asking.stratification("CD 34", in: dated) == .cuts(variable: 2, thresholds: [1]))
  }

  @Test("What cannot divide patients says why", arguments: ["id", "cytogenetics", "sex 12"])
  func refusals(text: String) {
    #expect(throws: Asking.Mistake.self) { try Asking.stratification(text, in: cohort) }
  }
}
