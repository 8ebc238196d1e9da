import Foundation
import Testing

@testable import Study

struct ReadingReportTests {
  /// The report as its reader decodes it.
  private struct Report: Decodable {
    struct Endpoint: Decodable {
      struct Code: Decodable, Equatable {
        var code: String
        var meaning: String
        var count: Int
      }
      var name: String
      var kind: String
      var time: String
      var status: String
      var entry: String?
      var unit: String?
      var n: Int
      var events: [String: Int]
      var codes: [Code]
    }
    struct Finding: Decodable {
      var severity: String
      var line: Int?
      var column: String?
      var message: String
    }
    var verdict: String
    var reason: String?
    var patients: Int?
    var rows: Int?
    var endpoints: [Endpoint]
    var candidates: [[String: String]]
    var findings: [Finding]
  }

  private func report(_ csv: String) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(ReadingReport(try study(csv: csv)).json.utf8))
  }

  @Test func `What opens has its endpoints with what each code was taken for`() throws {
    let report = try report(
      "patient_id,os_months,os_status\nA,5,alive\nA,5,alive\nB,8,dead\nC,9,[Discrepancy]\nD,4,lost to FU\nE,6,alive\nF,3,dead\n"
        .replacing("\\\n", with: "\n"))
    #expect(report.verdict == "opens")
    #expect(report.reason == nil)
    #expect((report.patients, report.rows) == (6, 7))
    let endpoint = try #require(report.endpoints.first)
    #expect((endpoint.name, endpoint.kind, endpoint.unit) == ("OS", "survival", "months"))
    #expect((endpoint.time, endpoint.status, endpoint.entry) == ("os_months", "os_status", nil))
    #expect((endpoint.n, endpoint.events) == (5, ["death": 2]))
    #expect(
      endpoint.codes == [
        .init(code: "[Discrepancy]", meaning: "unknown", count: 1),
        .init(code: "alive", meaning: "censored", count: 2),
        .init(code: "dead", meaning: "death", count: 2),
        .init(code: "lost to FU", meaning: "censored", count: 1),
      ])
    #expect(report.candidates.isEmpty)
    #expect(
      report.findings.contains {
        $0.severity == "warning" && $0.line == 5 && $0.message.contains("Discrepancy")
      })
  }

  @Test func `What asks says why, and what may be meant`() throws {
    let report = try report("time,status\n5,1\n6,2\n7,1\n8,2\n9,1\n".replacing("\\\n", with: "\n"))
    #expect(report.verdict == "asks")
    #expect(report.reason == "status: the codes are 1 and 2, and nothing says which is the event")
    #expect(report.candidates.contains(["role": "time", "column": "time"]))
    #expect(
      report.candidates.contains {
        $0["role"] == "choice" && $0["text"]?.contains("the other way round") == true
      })
  }

  @Test func `What is refused has no endpoint`() throws {
    let report = try report("name,height\nA,170\nB,180\n".replacing("\\\n", with: "\n"))
    #expect(report.verdict == "refuses")
    #expect(report.endpoints.isEmpty && report.candidates.isEmpty)
    let unread = ReadingReport(StudyError.noSuchFile(path: "x.csv")).json
    #expect(try JSONDecoder().decode(Report.self, from: Data(unread.utf8)).verdict == "refuses")
  }
}
