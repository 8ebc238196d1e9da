import Analysis
import CohortModel
import Report
import Testing

@Suite("What the Patients view says")
struct PatientsReportTests {
  private static func report(_ endpoint: String, unit: TimeUnit? = nil) async throws -> PatientsReport {
    let source = try SampleCohort.source()
    var question = Question(endpoint: endpoint)
    question.filters = FilterSet(
      try FilterExpression(
        parsing: "disease_phase in (CR2, CR3) and age_years <= 4", variables: source.schema.variables))
    return PatientsReport(
      try #require(try await Analyst(source).patients(question)), words: VariableWords(source.schema),
      unit: unit)
  }

  @Test("Row numbers where there is no identifier, the columns of the file, then time and cause")
  func data() async throws {
    let report = try await Self.report("CIR")
    let data = report.data
    #expect(
      data.keys == [
        "row", "sex", "age_years", "disease_phase", "inotuzumab", "very_early_relapse", "graft", "agvhd_any",
        "time", "status",
      ])
    // The file's first patient: M, 2 years, CR2, relapsed at 1.00.
    #expect(
      data.rows.first == [
        .text("1"), .text("M"), .number(2), .text("CR2"), .text("no"), .text("yes"), .text("TCD"),
        .text("no"), .number(1), .text("relapse"),
      ])
    #expect(Set(data.rows.map { $0[9] }).isSubset(of: ["relapse", "death", "censored"].map { .text($0) }))
    #expect(report.context.question.map(\.option) == ["endpoint", "where"])
  }

  @Test("For people under the labels, with times in the unit shown")
  func table() async throws {
    let report = try await Self.report("CIR", unit: .years)
    #expect(report.headline.text.hasPrefix("Patients · Disease phase at HSCT CR2, CR3"))
    #expect(report.headline.text.hasSuffix("Cumulative incidence of relapse, years since HSCT"))
    let table = report.table
    #expect(table.columns.map(\.heading).suffix(2) == ["years since HSCT", "status"])
    #expect(table.columns[1].heading == "Age at HSCT, years")
    #expect(table.rows.first?.cells.suffix(2).map(\.short) == ["0.08", "relapse"])
    #expect(table.rows.count == report.data.rows.count)
  }
}
