import Foundation
import Study

/// Files of SPSS, Stata, SAS, Excel, Weka and gzip, from those that the tests of their readers keep.
struct FormatTarget: FuzzTarget {
  let name = "format"
  let longest = 65_536
  let seeds: [[UInt8]]
  var favoured: Int { seeds.count }

  init() {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("StudyTests/Formats/Fixtures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    // Small ones first, each format among them; a small file changes more at each change.
    seeds = names.filter { !$0.hasSuffix(".json") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appendingPathComponent(name))).map(Array.init)
    }.sorted { ($0.count, $0[0]) < ($1.count, $1[0]) }
  }

  var words: [String] {
    [
      "@relation", "@attribute", "@data", "numeric", "{a,b}", "date \"yyyy-MM-dd\"", "<stata_dta>",
      "<header>",
      "HEADER RECORD", "%td", "%tc", "DATETIME20.", "$FL2", "PK\u{3}\u{4}", "<row", "<c r=\"ZZZ1\"",
      "xl/workbook.xml",
    ]
  }

  func read(_ input: [UInt8]) async throws(BrokenPromise) {
    let study: Study
    do {
      study = try Study.open(table: input, named: input.first == UInt8(ascii: "@") ? "file.arff" : "file")
    } catch {
      return try Promises.check(printed: "\(error)")
    }
    try await ShownStudy.check(study)
  }
}
