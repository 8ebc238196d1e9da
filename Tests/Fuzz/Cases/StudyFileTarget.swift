import Study

/// A study file about a table: read, and written again as the same.
struct StudyFileTarget: FuzzTarget {
  let name = "study"
  let longest = 16_384

  var seeds: [[UInt8]] {
    Seeds.bytes([
      Seeds.studyFile, "", "[study]\n", "[study]\ndata = \"x\"", "a.b.c = 1\n[a.d]\n",
      "a = [1, 2.5, \"x\", [true], {b = 1}]",
      "a = '''x\n'''\nb = \"\"\"\\\n  y\"\"\"\nc = 1979-05-27T07:32:00Z\nd = 0xDEAD_BEEF\ne = inf\nf = -nan",
      "[study]\ndata = \"t\"\n[variables]\nsex = { label = \"S\", levels = [\"F\", \"M\"] }\n[endpoints]\nOS = {}\n",
    ])
  }

  var words: [String] {
    [
      "[study]", "[variables.sex]", "[variables.\"donor type\"]", "[events.x]", "[endpoints.OS]", "[[views]]",
      "[follow_up]", "data = \"x\"\n", "label = \"\"\n", "levels = []\n", "type = \"date\"\n",
      "type = \"ordered\"\n",
      "known_at = \"age\"\n", "groups = { a = \"age > 1\" }\n", "time = \"age\"\n", "date = \"diagnosed\"\n",
      "when = \"sex = F\"\n", "origin = \"relapse\"\n", "entry = \"age\"\n", "codes = { 0 = \"censored\" }\n",
      "follow_up = { date = \"diagnosed\" }\n", "time_zero = \"diagnosed\"\n", "hidden = true\n", "= ", " , ",
      ".",
      "date_order = \"dmy\"\n", "competing = [\"death\"]\n", "event = \"death\"\n", "\"\"\"", "'''",
      "1979-05-27",
      "07:32:00", "0x1F", "+inf", "\\U0010FFFF", "\\x", "\r",
    ]
  }

  func read(_ input: [UInt8]) async throws(BrokenPromise) {
    let study: Study
    do {
      study = try Self.study(input)
    } catch {
      return try Promises.check(printed: "\(error)")
    }
    let written = study.declarations.toml
    try Promises.check(printed: written, isLine: false)
    do {
      guard try Self.study(Array(written.utf8)).declarations == study.declarations else {
        throw BrokenPromise("another study file is read from what was written:\n\(written)")
      }
    } catch let error as BrokenPromise {
      throw error
    } catch {
      throw BrokenPromise("what was written cannot be read: \(error)\n\(written)")
    }
    try await ShownStudy.check(study)
  }

  private static func study(_ file: [UInt8]) throws(StudyError) -> Study {
    try Study.open(table: Array(Seeds.table.utf8), named: "table.csv", studyFile: file)
  }
}
