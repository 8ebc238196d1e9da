/// The lines in which two texts differ, with a mark under the first column that does.
package struct TextDifference: CustomStringConvertible {
  package let description: String

  package init(expected: String, actual: String) {
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var report: [String] = []
    for line in 0..<max(expected.count, actual.count) {
      let old = line < expected.count ? expected[line] : nil
      let new = line < actual.count ? actual[line] : nil
      guard old != new else { continue }
      report.append("line \(line + 1)")
      report.append("  expected \(old.map { "|\($0)|" } ?? "nothing")")
      report.append("  actual   \(new.map { "|\($0)|" } ?? "nothing")")
      if let old, let new {
        let same = zip(old, new).prefix { $0 == $1 }.count
        report.append(String(repeating: " ", count: 12 + same) + "^")
      }
    }
    description = report.joined(separator: "\n")
  }
}
