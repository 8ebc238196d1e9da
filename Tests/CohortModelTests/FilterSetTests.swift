import CohortModel
import Testing

@Suite("Sets of filters")
struct FilterSetTests {
  private func condition(_ text: String) throws -> FilterExpression {
    try FilterExpression(parsing: text, variables: FilterParserTests.variables)
  }

  @Test("A conjunction becomes one filter a variable, and the rest one step each")
  func takesConjunctionsApart() throws {
    let filters = FilterSet(
      try condition(
        "age >= 4 and disease_phase in (CR2, CR3) and (died = 1 or age > 9) and age < 12"))
    #expect(filters.steps.map(\.variable) == ["age", "disease_phase", nil])
    #expect(filters["age"] == .range("age", NumericRange(lower: 4, upper: 12, includesUpper: false)))
  }

  @Test("Two conditions on one variable are both in force, in one filter and not inside each other")
  func conditionsOnOneVariable() throws {
    var filters = FilterSet(try condition("disease_phase in (CR1, CR2) and disease_phase in (CR2, CR3)"))
    #expect(filters["disease_phase"] == .oneOf("disease_phase", ["CR2"]))
    for _ in 0..<300 { filters.add(try condition("age is missing")) }
    #expect(filters.steps.map(\.variable) == ["disease_phase", "age"])
    #expect(filters.depth == 2)
  }

  @Test("Removing a filter leaves the others in order")
  func removesOne() throws {
    let across = try condition("age > 1 or died = 1")
    var filters = FilterSet(try condition("age > 1 and died = 1 and disease_phase = CR1"))
    filters.add(across)
    filters["died"] = nil
    #expect(filters.steps.map(\.variable) == ["age", "disease_phase", nil])
    #expect(filters.conditions(without: "age") == [.oneOf("disease_phase", ["CR1"]), across])
    filters.remove(across)
    #expect(filters.steps.map(\.variable) == ["age", "disease_phase"])
  }

  @Test("Ticks and the condition they amount to are two forms of the same filter")
  func levelChoiceRoundTrips() {
    let levels = ["a", "b", "c"]
    for bits in 0..<16 {
      let ticked = Set(levels.indices.filter { bits >> $0 & 1 == 1 }.map { levels[$0] })
      let choice = LevelChoice(ticked: ticked, missing: bits >> 3 & 1 == 1, levels: levels)
      #expect(LevelChoice(choice.condition(on: "v"), levels: levels) == choice)
      #expect(choice.inverted.inverted == choice)
    }
  }

  @Test("A typed condition on one categorical variable is shown as ticks")
  func ticksOfTypedCondition() throws {
    let choice = LevelChoice(try condition("not (disease_phase = CR1)"), levels: ["CR1", "CR2", "CR3"])
    #expect(choice.ticked == ["CR2", "CR3"])
    #expect(!choice.missing)
  }

  @Test("Bounds and the condition they amount to are two forms of the same filter")
  func rangeChoiceRoundTrips() {
    for choice in [
      RangeChoice(), RangeChoice(missing: false), RangeChoice(range: NumericRange(lower: 3), missing: true),
      RangeChoice(range: NumericRange(lower: 3, upper: 5), missing: false),
    ] {
      #expect(RangeChoice(choice.condition(on: "age")) == choice)
    }
  }
}
