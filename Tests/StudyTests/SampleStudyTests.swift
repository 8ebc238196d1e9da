import CohortEngine
import CohortModel
import Testing

@testable import Study

/// The bundled study: what is composed from events must be what the table stores.
struct SampleStudyTests {
  private let study: Study
  private let table: Table

  init() throws {
    study = try Study.open(path: sampleData + "/blinatumomab-hsct.toml")
    table = try TableReader.read(sampleData + "/blinatumomab-hsct.csv")
  }

  private func texts(_ column: String) throws -> [String] {
    let coded = table.columns[try #require(table.column(named: column))]
    return coded.codes.map { coded.text(Int($0)) }
  }

  private func ticks(_ column: String) throws -> [Int64] {
    try texts(column).map { try #require(WrittenNumber($0)?.ticks(decimals: 2)) }
  }

  @Test func `It says that it is synthetic, has 78 patients and nothing wrong`() {
    #expect(study.title == "Blinatumomab before allogeneic HSCT (synthetic)")
    #expect(study.notes?.contains("Synthetic data: no row describes a person.") == true)
    #expect(study.cohort.rowCount == 78)
    #expect(study.findings.isEmpty)
    #expect(
      study.at == TimePoint(24, .months)
        && study.cohort.schema.overallSurvival == "OS")
  }

  @Test(arguments: [("OS", "os"), ("DFS", "dfs"), ("GRFS", "grfs")])
  func `Composed survival equals the stored columns, patient by patient`(name: String, stem: String) throws {
    let endpoint = try study.endpoint(name)
    #expect(endpoint.times == (try ticks(stem + "_months")))
    #expect(endpoint.status.map { $0 > 0 } == (try texts(stem + "_event").map { $0 == "1" }))
  }

  @Test func `Relapse and non-relapse mortality follow the stored first event`() throws {
    let first = try texts("first_event")
    let relapse: [Int8] = first.map { $0 == "relapse" ? 1 : $0 == "nrm" ? 2 : 0 }
    #expect(try study.endpoint("CIR").status == relapse)
    #expect(try study.endpoint("NRM").status == relapse.map { $0 == 0 ? 0 : 3 - $0 })
    #expect(try study.endpoint("CIR").times == (try ticks("dfs_months")))
  }

  @Test(arguments: [
    ("OS", [9]), ("DFS", [16, 2]), ("GRFS", [2, 3, 14, 2]), ("CIR", [16, 2]), ("NRM", [2, 16]),
    ("aGvHD_2_4", [13, 12, 2]), ("aGvHD", [17, 12, 2]), ("cGvHD", [9, 13, 2]),
    ("cGvHD_moderate_severe", [3, 14, 2]), ("OS_after_relapse", [7]), ("IVIG_independence", [62]),
  ])
  func `Each endpoint has its events by cause`(name: String, events: [Int]) throws {
    let endpoint = try study.endpoint(name)
    let counts = events.indices.map { cause in endpoint.status.count { Int($0) == cause + 1 } }
    #expect(counts == events)
    #expect(endpoint.causes.count == events.count)
  }

  @Test func `Survival after relapse is for the sixteen who relapsed`() throws {
    let endpoint = try study.endpoint("OS_after_relapse")
    let relapsed = try texts("relapse").map { $0 == "1" }
    #expect(endpoint.status.map { $0 >= 0 } == relapsed)
    let (os, dfs) = (try ticks("os_months"), try ticks("dfs_months"))
    for row in relapsed.indices where relapsed[row] { #expect(endpoint.times[row] == os[row] - dfs[row]) }
  }

  @Test func `Every column has a label and the events after transplant say when they are known`() throws {
    let unlabelled = study.cohort.variables.filter { $0.label == $0.name }.map(\.name)
    #expect(unlabelled.allSatisfy { $0.hasSuffix("_months") }, "\(unlabelled)")
    let later = Set(study.cohort.variables.filter { $0.knownAt != nil }.map(\.name))
    let names = study.cohort.variables.map(\.name)
    // In the file, all that follows the state at transplant happens after it; what is derived stands at the end.
    let first = try #require(names.firstIndex(of: "post_hsct_tki"))
    let derived: Set = ["period", "cr_at_hsct", "age_score", "cr_number"]
    #expect(later == Set(names[first...]).subtracting(derived))
    #expect(try study.variable("id").kind == .identifier)
  }

  @Test func `Disease phase and inotuzumab leave the patients of the paper's figure`() throws {
    let condition = try RowCondition(
      parsing: "disease_phase in (CR2, CR3) and inotuzumab = yes", over: study.cohort.variables)
    let rows = (0..<78).filter { condition.holds(row: $0) == true }
    #expect(rows.count == 26)
    #expect(study.views.contains { $0.endpoint == "DFS" && $0.by == "inotuzumab" && $0.filter != nil })
  }

  @Test func `The plain table leads to the same survival by guessing`() throws {
    let guessed = try Study.open(path: sampleData + "/blinatumomab-hsct.csv")
    for name in ["OS", "DFS", "GRFS", "CIR", "NRM"] {
      let (a, b) = (try guessed.endpoint(name), try study.endpoint(name))
      #expect(a.times == b.times, "\(name)")
      #expect(a.status.map { $0 > 0 } == b.status.map { $0 > 0 }, "\(name)")
      #expect(a.scale == b.scale, "\(name)")
    }
  }
}
