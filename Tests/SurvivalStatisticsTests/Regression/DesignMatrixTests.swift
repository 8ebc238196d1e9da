import SurvivalStatistics
import Testing

@Suite("Design matrices")
struct DesignMatrixTests {
  @Test("code factors against the first level that occurs, and drop those that do not")
  func factors() throws {
    let design = try DesignMatrix(
      [
        .continuous(name: "age", values: [50, 60, 70]),
        .factor(name: "stage", levels: ["0", "I", "II", "III"], codes: [3, 1, 3]),
        .factor(name: "sex", levels: ["m", "f"], codes: [1, 1, 1]),
      ], rowCount: 3)
    #expect(design.columnNames == ["age", "stage=III"])
    #expect(design.columns == [[50, 60, 70], [1, 0, 1]])
    #expect(design.terms.map(\.columns) == [0..<1, 1..<2, 2..<2])
    #expect(design.terms.map(\.referenceLevel) == [nil, "I", "f"])
  }

  @Test("say how many failures there are for each coefficient")
  func eventsPerVariable() throws {
    let data = try SurvivalData(times: [1, 2, 3], status: [1, 1, 1])
    let competing = try SurvivalData(times: [1, 2, 3], status: [1, 2, 0])
    let design = try DesignMatrix(
      [
        .continuous(name: "x", values: [1, 2, 2]), .factor(name: "g", levels: ["a", "b"], codes: [0, 1, 0]),
      ], rowCount: 3)
    #expect(try CoxModel(data, design: design).eventsPerVariable == 1.5)
    #expect(try FineGrayModel(competing, design: design).eventsPerVariable == 0.5)
    #expect(
      try CoxModel(data, design: DesignMatrix([], rowCount: 3)).eventsPerVariable
        == nil)
  }

  @Test("code new rows as those of a model, whichever levels they have, and refuse a level it never saw")
  func newRows() throws {
    let stage = Covariate.factor(name: "stage", levels: ["0", "I", "II", "III"], codes: [3, 1, 2])
    let model = try DesignMatrix([.continuous(name: "age", values: [50, 60, 70]), stage], rowCount: 3)
    let new = try DesignMatrix(
      [
        .factor(name: "stage", levels: ["III", "I"], codes: [0, 1]),
        .continuous(name: "age", values: [1, 2]),
      ], rowCount: 2, codedAs: model)
    #expect(new.columnNames == ["age", "stage=II", "stage=III"])
    #expect(new.row(0) == [1, 0, 1] && new.row(1) == [2, 0, 0])
    #expect(throws: SurvivalDataError.unknownGroup(row: 0, group: 0)) {
      try DesignMatrix(
        [.factor(name: "stage", levels: ["0"], codes: [0]), .continuous(name: "age", values: [1])],
        rowCount: 1, codedAs: model)
    }
    #expect(throws: SurvivalDataError.lengthMismatch(column: "age", expected: 1, found: 0)) {
      try DesignMatrix([.factor(name: "age", levels: ["0"], codes: [0])], rowCount: 1, codedAs: model)
    }
  }

  @Test("refuse unknown levels and columns of another length")
  func errors() {
    #expect(throws: SurvivalDataError.unknownGroup(row: 1, group: 2)) {
      try DesignMatrix([.factor(name: "sex", levels: ["m", "f"], codes: [0, 2])], rowCount: 2)
    }
    #expect(throws: SurvivalDataError.lengthMismatch(column: "age", expected: 2, found: 1)) {
      try DesignMatrix([.continuous(name: "age", values: [1])], rowCount: 2)
    }
  }
}
