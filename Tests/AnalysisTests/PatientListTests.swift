import CohortModel
import SurvivalStatistics
import Testing

@testable import Analysis

@Suite("The list of patients")
struct PatientListTests {
  private static let endpoint = Endpoint(
    name: "OS", kind: .survival, causes: ["death"], scale: TimeScale(unit: .days, ticksPerUnit: 1))

  private static func list(_ variables: [Variable], _ columns: [RowColumn]) throws -> PatientList {
    let outcomes: [Rows.Outcome?] = [Rows.Outcome(entry: 0, time: 5, cause: 0), nil]
    return try PatientList(
      Question(endpoint: "OS"), Rows(numbers: [0, 3], columns: columns, outcomes: [outcomes]),
      schema: CohortSchema(patientCount: 4, variables: variables, endpoints: [endpoint]))
  }

  private static func text(_ name: String, _ kind: Variable.Kind = .identifier) -> Variable {
    Variable(name: name, kind: kind, domain: .text)
  }

  @Test("Of several identifiers the one that tells patients apart is shown, else the first, and no other")
  func identifiers() throws {
    let two = [Self.text("initials"), Self.text("number")]
    let apart = try Self.list(two, [.texts(["AB", "AB"]), .texts(["1", "2"])])
    #expect(apart.identifier?.name == "number" && apart.rows.columns == [.texts(["1", "2"])])
    let neither = try Self.list(two, [.texts(["AB", nil]), .texts(["1", "1"])])
    #expect(neither.identifier?.name == "initials" && neither.rows.columns == [.texts(["AB", nil])])
    var hidden = two
    for index in hidden.indices { hidden[index].isHidden = true }
    #expect(try Self.list(hidden, []).identifier == nil)
  }

  @Test("Hidden variables and what endpoints are made of are not shown; what becomes of a patient is")
  func shown() throws {
    var variables = ["note", "site", "time"].map { Self.text($0, .text) }
    variables[1].isHidden = true
    variables[2].isOutcome = true
    let list = try Self.list(variables, [.texts(["x", "y"])])
    #expect(list.variables.map(\.name) == ["note"])
    #expect(list.outcome(0) == Rows.Outcome(entry: 0, time: 5, cause: 0) && list.outcome(1) == nil)
  }
}
