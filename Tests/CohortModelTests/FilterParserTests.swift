import SurvivalStatistics
import Testing

@testable import CohortEngine

@Suite("Filter expressions")
struct FilterParserTests {
  static let variables = [
    Variable(
      name: "disease_phase", label: "Disease phase", kind: .ordered,
      values: .levels(LevelColumn(levels: ["CR1", "CR2", "CR3"], codes: [0, 1, 2, -1]))),
    Variable(name: "age", kind: .number, values: .numbers(NumberColumn(values: [3, 12, 17.5, .nan]))),
    Variable(
      name: "donor type", kind: .categorical,
      values: .levels(LevelColumn(levels: ["MUD", "MSD"], codes: [0, 1, 1, -1]))),
    Variable(
      name: "died", kind: .yesNo, values: .levels(LevelColumn(levels: ["0", "1"], codes: [0, 1, 1, 0]))),
    Variable(
      name: "note", kind: .text, values: .text(TextColumn(values: ["Late relapse", nil, "", "it's"]))),
    Variable(
      name: "diagnosed", kind: .date,
      values: .numbers(NumberColumn(values: [0, 365, 10_957, .nan]))),
  ]

  /// Which of the four rows an expression selects.
  private func selected(_ text: String) throws -> [Int] {
    let condition = try FilterExpression(parsing: text, variables: Self.variables)
    return (0..<4).filter { condition.holds(row: $0, of: Self.variables) == true }
  }

  @Test(
    "An expression selects the patients of whom it is true",
    arguments: [
      ("disease_phase in (CR2, CR3)", [1, 2]), ("disease_phase not in (CR2, CR3)", [0]),
      ("disease_phase >= CR2", [1, 2]), ("disease_phase = cr1", [0]), ("Disease_Phase = CR1", [0]),
      ("\"Disease phase\" != CR1", [1, 2]), ("age >= 12", [1, 2]), ("age<12", [0]),
      ("age > 3 and age <= 12", [1]),
      ("age in (3, 17.5)", [0, 2]), ("age is missing", [3]), ("age is not missing", [0, 1, 2]),
      ("not age > 12", [0, 1]), ("`donor type` = MUD or age is missing", [0, 3]), ("died == 1", [1, 2]),
      ("died = 1.0", [1, 2]), ("note contains RELAPSE", [0]), ("note = \"it's\"", [3]), ("note = ''", [2]),
      ("diagnosed >= 1971-01-01", [1, 2]), ("age = 3 or age = 12 and died = 1", [0, 1]),
      ("(age = 3 or age = 12) and died = 1", [1]), ("not (died = 1 or age = 3)", []),
      ("NOT died = 1 AND age is NA", [3]),
      ("age ≥ 12 && died = 1 || note is missing", [1, 2]), ("age <> 3", [1, 2]),
    ])
  func selects(text: String, rows: [Int]) throws {
    #expect(try selected(text) == rows)
  }

  @Test(
    "A wrong expression says where and why",
    arguments: [
      ("", "column 1: the end where the name of a variable was expected"),
      ("age >", "column 6: the end where a value was expected"),
      ("age 12", "column 5: “12” where one of = != < <= > >= in is contains was expected"),
      ("agee > 3", "column 1: no variable is called “agee”; did you mean “age”?"),
      ("weight > 3", "column 1: no variable is called “weight”"),
      ("age > twelve", "column 7: age is a number, but it is compared with “twelve”"),
      ("disease_phase = CR9", "column 17: “CR9” is no value of disease_phase; expected one of CR1, CR2, CR3"),
      ("'donor type' < MUD", "column 14: “<” does not fit donor type: its values have no order; use = or in"),
      ("(age > 3", "column 9: the end where “)” was expected"),
      ("age > 3 age", "column 9: “age” where “and”, “or” or the end was expected"),
      ("note = \"open", "column 13: the end where a closing \" was expected"),
      ("diagnosed > 1971", "column 13: diagnosed is a date; expected YYYY-MM-DD instead of “1971”"),
      ("age not 3", "column 9: “3” where “in” was expected"),
      ("age contains 3", "column 5: “contains” does not fit age: it is no text; use = or <"),
      (
        String(repeating: "(", count: 60_000),
        "column 201: more than 200 conditions inside each other; expected fewer"
      ),
      (
        String(repeating: "not ", count: 60_000) + "age > 3",
        "column 801: more than 200 conditions inside each other; expected fewer"
      ),
      (
        String(repeating: "age = 1 or age = 2 and (", count: 110) + "age > 3"
          + String(repeating: ")", count: 110),
        "column 1: more than 200 conditions inside each other; expected fewer"
      ),
      (
        String(repeating: "x", count: 90),
        "column 1: no variable is called “\(String(repeating: "x", count: 57))…”"
      ),
    ])
  func explains(text: String, message: String) {
    let error = #expect(throws: FilterSyntaxError.self) {
      try FilterExpression(parsing: text, variables: Self.variables)
    }
    #expect(error?.description == message)
  }

  @Test("What is printed can be typed again and means the same", arguments: 1...200)
  func descriptionRoundTrips(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let cohort = RandomCohort.make(rows: 200, distinctTimes: 5, using: &generator)
    let condition = RandomCohort.condition(depth: 3, using: &generator)
    let text = condition.description(of: cohort.variables)
    // An empty list of parts or levels cannot be typed.
    guard !text.contains("()"), !text.isEmpty,
      let again = try? FilterExpression(parsing: text, variables: cohort.variables)
    else {
      #expect(Self.hasEmptyPart(condition), "“\(text)” should parse")
      return
    }
    for row in 0..<200 {
      #expect(
        again.holds(row: row, of: cohort.variables) == condition.holds(row: row, of: cohort.variables),
        "\(text)")
    }
  }

  private static func hasEmptyPart(_ condition: FilterExpression) -> Bool {
    switch condition {
    case .levels(_, let levels): levels.isEmpty
    case .not(let part): hasEmptyPart(part)
    case .all(let parts), .any(let parts): parts.isEmpty || parts.contains(where: hasEmptyPart)
    default: false
    }
  }
}
