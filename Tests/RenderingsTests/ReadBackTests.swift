import Foundation
import Renderings
import Report
import Testing

@Suite("What is written reads back the same")
struct ReadBackTests {
  /// Numbers of every size, texts with everything that a format means something by.
  private let table: DataTable = {
    // Bits from everywhere, the same in every run.
    var bits: UInt64 = 1
    func next() -> UInt64 {
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return bits
    }
    let odd = [
      "a,b", "say \"x\"", "two\nlines", "tab\there", "≤ 8", "“é”", " blank ", "\"", "", "e\u{301}\"\u{301}",
    ]
    let rows = (0..<200).map { index -> [DataTable.Value] in
      let value: DataTable.Value = .init(Double(bitPattern: next()))
      return [.text(odd[index % odd.count]), value, .integer(Int(truncatingIfNeeded: next())), .empty]
    }
    return DataTable(name: "curve", keys: ["stratum", "estimate", "n", "cause"], rows: rows)
  }()

  @Test("CSV and TSV to the last bit", arguments: [Character(","), "\t"])
  func delimited(delimiter: Character) throws {
    let records = parse(delimiter == "," ? table.csv : table.tsv, by: delimiter)
    #expect(records.first == table.keys)
    #expect(records.count == table.rows.count + 1)
    for (record, row) in zip(records.dropFirst(), table.rows) {
      for (field, value) in zip(record, row) {
        switch value {
        case .text(let text): #expect(field == text)
        case .number(let number): #expect(Double(field)?.bitPattern == number.bitPattern)
        case .integer(let count): #expect(Int(field) == count)
        case .empty: #expect(field.isEmpty)
        }
      }
    }
  }

  /// RFC 4180 by scalars, written for this test alone.
  private func parse(_ text: String, by delimiter: Character) -> [[String]] {
    var (records, record, field, isQuoted) = ([[String]](), [String](), "".unicodeScalars, false)
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if isQuoted, scalar == "\"", index + 1 < scalars.count, scalars[index + 1] == "\"" {
        field.append(scalar)
        index += 1
      } else if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == "\n" {
        records.append(record + [String(field)])
        (record, field) = ([], "".unicodeScalars)
      } else if !isQuoted, Character(scalar) == delimiter {
        record.append(String(field))
        field = "".unicodeScalars
      } else {
        field.append(scalar)
      }
      index += 1
    }
    return records
  }

  @Test("JSON: what Foundation reads is what was said, control characters included")
  func json() throws {
    var table = table
    table.rows.append([.text("\u{1B}[31m \\ \u{202E}\u{0}\u{1F600}"), .number(0.1), .integer(1), .empty])
    let context = TableContext(
      ReportContext(
        question: [("endpoint", "DFS"), ("where", "x = \"a\"")], conventions: Sentence("Kaplan–Meier"),
        remarks: [Remark(.danger, "immortal time")]),
      data: .init(name: "file.csv", sha256: "9f3c", rows: 78))
    let text = table.json(context)
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" || $0 == "\n" })
    let read = try JSONDecoder().decode(TableFile.self, from: Data(text.utf8))
    #expect(read.table == "curve" && read.conventions == "Kaplan–Meier")
    #expect(read.question == ["endpoint": "DFS", "where": "x = \"a\""])
    #expect(read.data?.file == "file.csv" && read.data?.sha256 == "9f3c" && read.data?.rows == 78)
    #expect(read.remarks == [["severity": "danger", "text": "immortal time"]])
    #expect(read.rows.count == table.rows.count)
    for (object, row) in zip(read.rows, table.rows) {
      #expect(object.count == row.count)
      for (key, value) in zip(table.keys, row) {
        let cell = try #require(object[key])
        switch value {
        case .text(let text): #expect(cell.text == text)
        case .number(let number): #expect(cell.number?.bitPattern == number.bitPattern)
        case .integer(let count): #expect(cell.integer == count)
        case .empty: #expect(cell.isNull)
        }
      }
    }
  }

  @Test("A table without rows and of no file is JSON too")
  func emptyJSON() throws {
    let table = DataTable(name: "tests", keys: ["p_value"], rows: [])
    let text = table.json(
      TableContext(
        ReportContext(question: [], conventions: Sentence(""), remarks: []), data: nil))
    let read = try JSONDecoder().decode(TableFile.self, from: Data(text.utf8))
    #expect(read.data == nil && read.rows.isEmpty && read.remarks.isEmpty && read.question.isEmpty)
  }
}

private struct TableFile: Decodable {
  struct File: Decodable {
    var file, sha256: String
    var rows: Int
  }

  /// A value as each type that it can be read as.
  struct Cell: Decodable {
    var text: String?
    var number: Double?
    var integer: Int?
    var isNull: Bool

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      isNull = value.decodeNil()
      (text, number) = (try? value.decode(String.self), try? value.decode(Double.self))
      integer = try? value.decode(Int.self)
    }
  }

  var table, conventions: String
  var question: [String: String]
  var data: File?
  var remarks: [[String: String]]
  var rows: [[String: Cell]]
}
