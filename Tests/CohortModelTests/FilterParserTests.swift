import CohortModel
import Testing

@Suite("Filter expressions")
struct FilterParserTests {
  static let variables = [
    Variable(
      name: "disease_phase", label: "Disease phase", kind: .ordered, domain: .levels(["CR1", "CR2", "CR3"])),
    Variable(name: "age", kind: .number, domain: .numbers(decimals: 1)),
    Variable(name: "donor type", kind: .categorical, domain: .levels(["MUD", "MSD"])),
    Variable(name: "died", kind: .yesNo, domain: .levels(["0", "1"])),
    Variable(name: "note", kind: .text, domain: .text),
    Variable(name: "diagnosed", kind: .date, domain: .numbers(decimals: 0)),
  ]

  /// Four patients, their values in the order of the variables.
  private static let patients: [[FilterExpression.Value]] = [
    [.text("CR1"), .number(3), .text("MUD"), .text("0"), .text("Late relapse"), .number(0)],
    [.text("CR2"), .number(12), .text("MSD"), .text("1"), .missing, .number(365)],
    [.text("CR3"), .number(17.5), .text("MSD"), .text("1"), .text(""), .number(10_957)],
    [.missing, .missing, .missing, .text("0"), .text("it's"), .missing],
  ]

  /// Which of the four patients an expression selects.
  private func selected(_ text: String) throws -> [Int] {
    let condition = try FilterExpression(parsing: text, variables: Self.variables)
    return Self.patients.indices.filter { patient in
      condition.holds { name in
        Self.variables.index(named: name).map { Self.patients[patient][$0] } ?? .missing
      } == true
    }
  }

  @Test(
    "An expression selects the patients of whom it is true",
    arguments: [
      ("disease_phase in (CR2, CR3)", [1, 2]), ("disease_phase not in (CR2, CR3)", [0]),
      ("disease_phase >= CR2", [1, 2]), ("disease_phase = cr1", [0]), ("Disease_Phase = CR1", [0]),
      ("\"Disease phase\" != CR1", [1, 2]), ("age >= 12", [1, 2]), ("age<12", [0]),
      ("age > 3 and age <= 12", [1]), ("3 < age <= 12", [1]), ("3 <= age < 12", [0]), ("12 < age < 3", []),
      ("all ()", [0, 1, 2, 3]), ("any ()", []), ("disease_phase in ()", []), ("not any (age > 3)", [0]),
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
      ("1 < note < 2", "column 3: “<” does not fit note: only a number lies between two"),
      ("age in ()", "column 5: “)” where a number was expected"),
      ("all (age = 3", "column 13: the end where “)” was expected"),
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
}
