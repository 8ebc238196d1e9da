import Testing

@testable import CohortEngine

@Suite("Sets of filters")
struct FilterSetTests {
  private let variables = FilterParserTests.variables

  @Test("A conjunction becomes one filter a variable, and the rest one step each")
  func takesConjunctionsApart() throws {
    let condition = try FilterExpression(
      parsing: "age >= 4 and disease_phase in (CR2, CR3) and (died = 1 or age > 9) and age < 12",
      variables: variables)
    let filters = FilterSet(condition)
    #expect(filters.steps.map(\.variable) == [1, 0, nil])
    #expect(
      filters[1] == .range(variable: 1, NumericRange(lower: 4, upper: 12, includesUpper: false)))
  }

  @Test("Removing a variable's filter leaves the others in order")
  func removesOne() throws {
    var filters = FilterSet(
      try FilterExpression(parsing: "age > 1 and died = 1 and disease_phase = CR1", variables: variables))
    filters[3] = nil
    #expect(filters.steps.map(\.variable) == [1, 0])
  }

  @Test("Ticks and the condition they amount to are two forms of the same filter")
  func levelChoiceRoundTrips() {
    let column = LevelColumn(levels: ["a", "b", "c"], codes: [])
    for bits in 0..<16 {
      let choice = LevelChoice(
        levels: Set((0..<3).filter { bits >> $0 & 1 == 1 }), missing: bits >> 3 & 1 == 1, levelCount: 3)
      #expect(LevelChoice(choice.condition(on: 5), of: column, variable: 5) == choice)
      #expect(choice.inverted.inverted == choice)
    }
  }

  @Test("A typed condition on one categorical variable is shown as ticks")
  func ticksOfTypedCondition() throws {
    let condition = try FilterExpression(parsing: "not (disease_phase = CR1)", variables: variables)
    guard case .levels(let column) = variables[0].values else { return }
    let choice = LevelChoice(condition, of: column, variable: 0)
    #expect(choice.levels == [1, 2])
    #expect(!choice.missing)
  }

  @Test("Bounds and the condition they amount to are two forms of the same filter")
  func rangeChoiceRoundTrips() {
    for choice in [
      RangeChoice(), RangeChoice(missing: false), RangeChoice(range: NumericRange(lower: 3), missing: true),
      RangeChoice(range: NumericRange(lower: 3, upper: 5), missing: false),
    ] {
      #expect(RangeChoice(choice.condition(on: 1)) == choice)
    }
  }
}
