import CohortEngine
import CohortModel
import Testing

@testable import Study

struct EntryTests {
  /// Three sound rows and, on line 4, one that ends a rounding error after it begins.
  private let rows = """
    in,out,died
    0,40.1,1
    1.5,42.25,0
    30.123456788,30.123456789,1
    30,50.5,1

    """

  @Test func `A row that ends as it begins, but for a rounding error, is not used and told of`() throws {
    let toml = """
      [study]
      data = "data.csv"
      [endpoints.OS]
      time = "out"
      status = "died"
      entry = "in"
      events = ["death"]
      codes = { 0 = "censored", 1 = "death" }

      """
    let study = try study(toml: toml, csv: rows)
    #expect(try study.endpoint("OS").status == [1, 0, -1, 1])
    #expect(try study.endpoint("OS").entries?[2] == 0)
    #expect(study.endpointOrigins[0].unusableCount == 1)
    let finding = try #require(study.findings("observation ends as it begins").first)
    #expect(finding.lines == [4] && finding.severity == .warning)
  }

  @Test func `So it is where the endpoint is composed of events`() throws {
    let toml = """
      [study]
      data = "data.csv"
      entry = "in"
      [events.death]
      time = "out"
      when = "died = 1"
      [follow_up]
      time = "out"
      [endpoints.OS]
      events = ["death"]

      """
    let study = try study(toml: toml, csv: rows)
    #expect(try study.endpoint("OS").status == [1, 0, -1, 1])
    #expect(study.findings("observation ends as it begins").map(\.lines) == [[4]])
  }

  @Test func `Times that are all short keep their digits, and a short stay among them is used`() throws {
    let csv = "entry,time,status\n0,1.125e-9,1\n0,2e-9,0\n1.25e-9,1.5e-9,1\n"
    let toml = """
      [study]
      data = "data.csv"
      [endpoints.e]
      time = "time"
      status = "status"
      entry = "entry"
      codes = { 0 = "censored", 1 = "event" }

      """
    let study = try study(toml: toml, csv: csv)
    #expect(try study.endpoint("e").status == [1, 0, 1])
    let times = try study.endpoint("e").times.map(study.endpoint("e").scale.time)
    #expect(times == [1.125e-9, 2e-9, 1.5e-9])
    #expect(study.findings("observation ends").isEmpty)
  }
}
