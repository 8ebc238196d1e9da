import CohortModel
import Testing

@Suite("Leaving single patients out")
struct LeftOutTests {
  private static func identifier(missing: Int = 0) -> Variable {
    var variable = Variable(name: "id", kind: .identifier, domain: .text)
    variable.missingCount = missing
    return variable
  }

  private static func holds(_ condition: FilterExpression, _ id: String?) -> Bool {
    condition.holds { _ in id.map { .text($0) } ?? .missing } == true
  }

  @Test("One patient after the other is out, and nobody else, not even who has no identifier")
  func everybodyElse() throws {
    for missing in [0, 2] {
      let variable = Self.identifier(missing: missing)
      let one = FilterExpression.leavingOut("A", of: variable, from: nil)
      let two = FilterExpression.leavingOut("B", of: variable, from: one)
      #expect(try #require(two.leftOut).patients == ["A", "B"])
      #expect(!Self.holds(two, "A") && !Self.holds(two, "B") && Self.holds(two, "C"))
      #expect(Self.holds(two, nil) == (missing > 0))
      let schema = CohortSchema(patientCount: 9, variables: [variable], endpoints: [])
      #expect(try FilterExpression(parsing: two.text(in: schema), variables: [variable]) == two)
    }
  }

  @Test("A filter on the identifier that was there before stays in force")
  func keepsFilter() {
    let before = FilterExpression.contains("id", "A")
    let after = FilterExpression.leavingOut(
      "A2", of: Self.identifier(), from: .leavingOut("A1", of: Self.identifier(), from: before))
    #expect(Self.holds(after, "A3") && !Self.holds(after, "A1") && !Self.holds(after, "A2"))
    #expect(!Self.holds(after, "B"))
    #expect(after.conjuncts.count == 2 && before.leftOut == nil)
  }
}
