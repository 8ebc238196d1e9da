import CohortModel
import SurvivalStatistics
import Testing

@Suite("What is printed can be typed again and is the same")
struct TextFormTests {
  private let schema = OddSchema.schema

  @Test(
    "Every condition, whatever the names, values and bounds, is one line that reads back", arguments: 1...300)
  func conditions(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for depth in 0...5 {
      let condition = OddSchema.condition(depth: depth, using: &generator)
      let text = condition.text(in: schema)
      let again = try FilterExpression(parsing: text, variables: schema.variables)
      #expect(again == condition, "\(text)")
      #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(text)")
    }
  }

  @Test("Every condition that is made of every name and text alone reads back")
  func everyText() throws {
    for text in OddSchema.texts {
      for condition: FilterExpression in [
        .missing(text), .range(text, NumericRange(lower: 1, upper: 2)), .oneOf("odd", [text]),
        .not(.oneOf("note", [text])), .contains("note", text), .oneOf("level \(text)", ["yes"]),
      ] {
        let printed = condition.text(in: schema)
        #expect(
          try FilterExpression(parsing: printed, variables: schema.variables) == condition, "\(printed)")
      }
    }
  }

  @Test("All arms read back, also of names with blanks and numbers in them", arguments: 1...300)
  func arms(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<5 {
      let arms = OddSchema.arms(using: &generator)
      let text = arms.text(in: schema)
      #expect(try Arms(parsing: text, in: schema) == arms, "\(text)")
    }
  }

  @Test("Where a number belongs to a longer name, the shorter name is printed in quotes")
  func quotedArms() throws {
    for (arms, expected) in [
      (Arms.cuts(of: "CD", at: [34]), "\"CD\" 34"), (.cuts(of: "CD", at: [34, 50]), "\"CD\" 34 50"),
      (.cuts(of: "age", at: [12]), "\"age\" 12"), (.cuts(of: "age", at: [11]), "age 11"),
    ] {
      #expect(arms.text(in: schema) == expected)
      #expect(try Arms(parsing: expected, in: schema) == arms)
    }
  }

  @Test(
    "Arms are the longest name that is meant, and its cuts",
    arguments: [
      ("CD 34 5", Arms.cuts(of: "CD 34", at: [5])), ("CD 35 5", .cuts(of: "CD", at: [5, 35])),
      ("\"CD\" 34", .cuts(of: "CD", at: [34])), ("AGE 12 4", .cuts(of: "age 12", at: [4])),
      ("diagnosed 2019-04-03", .cuts(of: "diagnosed", at: [17_989])), ("phase", .levels(of: "phase")),
      (" cd 5 5 -0", .cuts(of: "CD", at: [0, 5])),
    ])
  func typedArms(text: String, expected: Arms) throws {
    #expect(try Arms(parsing: text, in: schema) == expected)
  }

  @Test("Every time reads back, with its unit or without")
  func times() {
    for value in OddSchema.numbers where value >= 0 && value.isFinite {
      for unit in [nil] + TimeUnit.allCases.map(Optional.some) {
        let time = TimePoint(value, unit)
        #expect(TimePoint(time.text, unit: nil) == time, "\(time.text)")
      }
    }
  }

  @Test(
    "Times are typed with short units, in the shown unit where they name none",
    arguments: [
      ("24", TimePoint(24, .weeks)), ("24mo", TimePoint(24, .months)), ("730 d", TimePoint(730, .days)),
      ("2y", TimePoint(2, .years)), ("1 Year", TimePoint(1, .years)), (" 1.5 ", TimePoint(1.5, .weeks)),
      ("-1", nil), ("inf", nil), ("nan", nil), ("", nil), ("months", nil), ("24 parsecs", nil), ("½ y", nil),
    ])
  func typedTimes(text: String, expected: TimePoint?) {
    #expect(TimePoint(text, unit: .weeks) == expected)
  }
}
