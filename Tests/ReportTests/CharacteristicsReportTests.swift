import Analysis
import CohortModel
import Report
import Testing

@Suite("What the Characteristics view says")
struct CharacteristicsReportTests {
  private static let inotuzumab = Arms.levels(of: "inotuzumab")

  private static func report(
    by arms: Arms? = inotuzumab, where condition: String? = "disease_phase in (CR2, CR3)",
    _ change: (inout Question) -> Void = { _ in }
  ) async throws -> CharacteristicsReport {
    let source = try SampleCohort.source()
    var question = Question(endpoint: "DFS")
    question.arms = arms
    if let condition {
      question.filters = FilterSet(
        try FilterExpression(parsing: condition, variables: source.schema.variables))
    }
    change(&question)
    return CharacteristicsReport(
      try #require(try await Analyst(source).characteristics(question)), words: VariableWords(source.schema))
  }

  private func cells(_ table: Table, _ name: String) -> [String]? {
    table.rows.first { $0.name == name }?.cells.map(\.short)
  }

  @Test("The sample's characteristics by arm, every cell named by its row and column")
  func table() async throws {
    let report = try await Self.report()
    #expect(
      report.headline.text
        == "Characteristics by Inotuzumab · Disease phase at HSCT CR2, CR3 · 64 of 78 patients")
    let table = report.table
    #expect(
      table.columns.map(\.heading) == [
        "All 64", "Inotuzumab: no 38", "Inotuzumab: yes 26", "unknown", "SMD", "P", "test",
      ])
    #expect(cells(table, "Sex") == ["", "", "", "0", "0.26", ".44", "Fisher"])
    #expect(cells(table, "Sex: M") == ["37 (57.8%)", "20 (52.6%)", "17 (65.4%)", "", "", "", ""])
    #expect(
      cells(table, "Age at HSCT, years, median (IQR)")?.prefix(4) == [
        "8 (6–13.2)", "8.5 (7–13.8)", "8 (5.2–12.8)", "0",
      ])
    #expect(cells(table, "Very early relapse")?.suffix(4) == ["5", "0.61", ".048", "Fisher"])
    // Of those known: 19 of 23, not of 26.
    #expect(cells(table, "Very early relapse: no")?[2] == "19 (82.6%)")
    for columns in 44...160 {
      let layout = table.layout(fitting: columns) { $0.count }
      #expect(layout.width <= columns)
      #expect(layout.columns.count { $0.heading.hasPrefix("Inotuzumab") } == 2, "an arm is never left out")
    }
  }

  @Test("What becomes known later is flagged in its row and in a remark, and has neither SMD nor P")
  func late() async throws {
    let report = try await Self.report()
    #expect(cells(report.table, "Acute GvHD, known only later")?.suffix(3) == ["", "", ""])
    #expect(
      report.remarks.contains { $0.text == "known only later, so described but not compared: Acute GvHD" })
    let row = try #require(report.data.rows.first { $0[0] == .text("agvhd_any") })
    #expect(row[14...] == [.empty, .empty, .empty, .empty])
    let by = try await Self.report(by: .levels(of: "agvhd_any"))
    #expect(by.remarks.contains { $0.text.hasPrefix("Acute GvHD is known only after time zero") })
  }

  @Test("Where the arms differ is said, the most first, and that a P is no test of balance")
  func differing() async throws {
    let remarks = try await Self.report().remarks.map(\.text)
    let differing = try #require(remarks.first { $0.hasPrefix("the arms differ") })
    #expect(differing.contains("Very early relapse and Sex:"))
    #expect(remarks.contains { $0.contains("no test of balance") })
    #expect(!remarks.contains { $0.contains("unknown:") || $0.hasPrefix("nobody") })
  }

  @Test("Patients of no arm, arms of nobody and a landmark are said")
  func arms() async throws {
    let early = try await Self.report(by: .levels(of: "very_early_relapse")).remarks.map(\.text)
    #expect(early.contains("5 unknown: Very early relapse, among all and in no arm"))
    let phase = try await Self.report(by: .levels(of: "disease_phase")) {
      $0.landmark = TimePoint(3, .months)
    }.remarks.map(\.text)
    #expect(phase.contains("nobody in CR1"))
    #expect(
      phase.contains("everybody selected is described, also who leaves before the landmark at 3 months"))
    let nobody = try await Self.report(where: "age_years > 99")
    #expect(nobody.remarks.map(\.severity) == [.danger, .note])
    #expect(nobody.table.columns.map(\.heading) == ["All 0", "unknown"])
  }

  @Test("Without arms there is nothing to compare; of more than two the SMD is the largest of the pairs")
  func strata() async throws {
    let alone = try await Self.report(by: nil, where: nil)
    #expect(alone.headline.text == "Characteristics · no filter · 78 of 78 patients")
    #expect(alone.table.columns.map(\.heading) == ["All 78", "unknown"])
    #expect(alone.conventions.text == "n (%) of those known, median (IQR, R's type 7)")
    let three = try await Self.report(by: .cuts(of: "age_years", at: [4, 12]), where: nil)
    #expect(three.table.columns[1].heading.hasPrefix("Age at HSCT ≤ 4 years "))
    #expect(three.conventions.text.contains("the largest of the pairs of arms"))
    #expect(!three.data.rows.contains { $0[0] == .text("age_years") }, "the variable of the arms is left out")
  }

  @Test(
    "The data have a row for each level and stratum, percents of those known, and what was asked beside them")
  func data() async throws {
    let report = try await Self.report()
    let data = report.data
    #expect(data.rows.allSatisfy { $0.count == data.keys.count })
    let rows = data.rows.filter { $0[0] == .text("very_early_relapse") }
    #expect(rows.map { $0[2] } == ["no", "no", "no", "yes", "yes", "yes"].map { .text($0) })
    #expect(rows.map { $0[3] } == ["all", "no", "yes", "all", "no", "yes"].map { .text($0) })
    #expect(rows.map { $0[4] } == [39, 20, 19, 20, 16, 4].map { .integer($0) })
    #expect(rows.map { $0[6] } == [5, 2, 3, 5, 2, 3].map { .integer($0) })
    #expect(rows[2][5] == .number(100 * 19 / 23.0))
    let asked = Dictionary(uniqueKeysWithValues: report.context.question.map { ($0.option, $0.text) })
    #expect(asked == ["where": "disease_phase in (CR2, CR3)", "by": "inotuzumab"])
  }
}
