import Foundation
import Report
import SurvivalStatistics

/// Tables as text, for those who read them: each is written to a file that is removed with the value.
final class BenchmarkTable {
  let name: String
  let path: String
  let byteCount: Int

  var megabytes: Double { Double(byteCount) / 1e6 }

  private init(_ name: String, _ write: (inout String, inout SeededGenerator) -> Void) throws {
    self.name = name
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("atrisk-bench-\(UUID().uuidString).csv")
      .path
    var (text, generator) = ("", SeededGenerator(seed: 7))
    write(&text, &generator)
    byteCount = text.utf8.count
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A registry: an identifier, two endpoints, groups, and two laboratory values that are nearly all distinct.
  static func registry(rows: Int) throws -> BenchmarkTable {
    try BenchmarkTable("\(NumberText.count(rows)) rows of 12 columns") { text, generator in
      text = "patient_id,os_months,os_status,pfs_months,pfs_status,age,sex,stage,centre,ldh,crp,diagnosed\n"
      let stages = ["I", "II", "III", "IV"]
      let centres = ["Leipzig", "Milano", "Basel", "København", "Porto"]
      for row in 0..<rows {
        let days = Int.random(in: 1...3651, using: &generator)
        let progression = Int.random(in: 1...days, using: &generator)
        text += "P\(10_000_000 + row),\(hundredths(days * 100_000 / 304_375 * 10)),\(days % 2),"
        text += "\(hundredths(progression * 100_000 / 304_375 * 10)),\(progression % 2),"
        text += "\(Int.random(in: 18...95, using: &generator)),\(days % 3 == 0 ? "male" : "female"),"
        text += "\(stages[days % 4]),\(centres[progression % 5]),"
        text += "\(hundredths(Int.random(in: 8000...90_000, using: &generator)))\(row % 10),"
        text += "\(hundredths(Int.random(in: 0...20_000, using: &generator)))\(10 + row % 90),"
        text += "20\(10 + days % 14)-0\(1 + days % 9)-\(10 + progression % 19)\n"
      }
    }
  }

  /// Many columns of numbers under names that are none of times.
  static func wide(columns: Int, rows: Int) throws -> BenchmarkTable {
    try BenchmarkTable("\(rows) rows of \(NumberText.count(columns)) columns") { text, generator in
      text = "id" + (1..<columns).map { ",status_\($0)" }.joined() + "\n"
      for row in 0..<rows {
        text += "S\(row)"
        for _ in 1..<columns { text += ",\(hundredths(Int.random(in: 0...1200, using: &generator)))" }
        text += "\n"
      }
    }
  }

  /// A column of numbers, every eleventh of which is something else, and no two the same.
  static func misspelt(rows: Int) throws -> BenchmarkTable {
    try BenchmarkTable("\(NumberText.count(rows)) rows, 9 % of a column no numbers") { text, generator in
      text = "id,os_months,os_status,marker\n"
      for row in 0..<rows {
        let marker = row % 11 == 0 ? "err\(row)" : "\(Int.random(in: 1...4000, using: &generator))"
        text += "P\(row),\(1 + row % 400),\(row % 2),\(marker)\n"
      }
    }
  }

  private static func hundredths(_ number: Int) -> String {
    let rest = number % 100
    return "\(number / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
