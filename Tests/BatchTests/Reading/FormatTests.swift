import Batch
import Foundation
import Study
import TestSupport
import Testing

/// Whatever the dashboard opens can be asked about in a job.
@Suite("Jobs about files that are no plain text")
struct FormatTests {
  private static let fixtures = Repository.root().appending(path: "Tests/StudyTests/Formats/Fixtures").path

  private func job(_ file: String, _ endpoint: String, reading: String) -> String {
    """
    {"format": "atrisk-job/1", "name": "formats",
     "data": {"file": "\(Self.fixtures)/\(file)", "reading": "\(reading)"},
     "endpoints": {"e": \(endpoint)},
     "analyses": [{"id": "km", "type": "kaplan_meier", "endpoint": "e", "curve": "steps"},
                  {"id": "age", "type": "summary", "variables": ["\(file.hasPrefix("haven") ? "AGE" : "age")"]}]}
    """
  }

  private func results(_ job: String) throws -> JobResults {
    let folder = try ScratchFolder()
    return try Job(contentsOf: folder.write(job, to: "job.json")).results(producedBy: "atrisk")
  }

  @Test(
    "with numbers as codes, in both modes", arguments: ["foreign.arff", "haven.sas7bdat"],
    ["verbatim", "inferred"])
  func numbers(file: String, reading: String) throws {
    let (time, status) = file.hasPrefix("haven") ? ("MONTHS", "STATUS") : ("months", "status")
    let endpoint = "{\"time\": \"\(time)\", \"status\": \"\(status)\", \"event\": [1], \"competing\": [2]}"
    let results = try results(job(file, endpoint, reading: reading))
    #expect(results.analyses[0].n == 24 && results.analyses[0].values["all/events"] == .number(10))
    #expect(results.analyses[1].values.contains { $0.key.hasSuffix("/missing") && $0.value == .number(2) })
  }

  @Test(
    "with labels as codes, where they are inferred",
    arguments: ["pspp.sav", "pandas-118.dta", "openpyxl.xlsx"])
  func labels(file: String) throws {
    let endpoint = "{\"time\": \"months\", \"status\": \"status\", \"event\": [\"dead\"]}"
    let results = try results(job(file, endpoint, reading: "inferred"))
    // Of the SPSS file, four are declared missing.
    #expect(results.analyses[0].n == (file == "pspp.sav" ? 20 : 24))
    #expect(results.analyses[0].values["all/events"] == .number(10))
    let error = #expect(throws: JobError.self) {
      _ = try self.results(job(file, endpoint, reading: "verbatim"))
    }
    #expect(error.map { "\($0)".contains("\"dead\" is no status code; expected a whole number") } == true)
    let misspelt = #expect(throws: JobError.self) {
      _ = try self.results(job(file, endpoint.replacing("dead", with: "Dead"), reading: "inferred"))
    }
    #expect(
      misspelt.map { "\($0)".contains("is no value of the status; expected one of alive, dead") } == true)
  }

  @Test("tell what was seen to in a workbook, and take the sheet that is named")
  func workbook() throws {
    let text = job(
      "openpyxl.xlsx", "{\"time\": \"months\", \"status\": \"dead\", \"event\": [1]}", reading: "verbatim")
    let results = try results(text)
    #expect(results.findings.contains { $0.message.contains("others with values: “Codes”") })
    #expect(results.analyses[0].reason?.contains(":4: dead is \"FALSE\"; expected a number") == true)
    let other = #expect(throws: JobError.self) {
      _ = try self.results(text.replacing("\"reading\"", with: "\"sheet\": \"Codes\", \"reading\""))
    }
    #expect(other.map { "\($0)".contains("is no column of") } == true)
  }
}
