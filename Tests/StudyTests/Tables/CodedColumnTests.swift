import Testing

@testable import Study

struct CodedColumnTests {
  private func column(_ texts: some Sequence<String>, staysCoded: Bool = false) -> CodedColumn {
    var column = CodedColumn(staysCoded: staysCoded)
    for var text in texts { text.withUTF8 { column.append($0) } }
    return column
  }

  private func texts(_ column: CodedColumn) -> [String] { column.codes.map { column.text(Int($0)) } }

  /// Texts of all lengths, among them such that differ in their ends only.
  private static let awkward = [
    "", "a", "b", "ab", "ba", "1234567", "12345678", "12345679", "123456789", "123456780", "é", "\0", "\0\0",
    String(repeating: "x", count: 16), String(repeating: "x", count: 17), String(repeating: "x", count: 64),
    String(repeating: "x", count: 63) + "y", "y" + String(repeating: "x", count: 63),
  ]

  @Test func `Texts of every length are told apart`() {
    let column = column(Self.awkward + Self.awkward.reversed())
    #expect(column.distinctCount == Self.awkward.count)
    #expect(texts(column) == Self.awkward + Self.awkward.reversed())
    #expect(Array(column.counts) == Self.awkward.map { _ in 2 })
  }

  @Test func `A column of distinct texts becomes plain, and counts again when asked`() {
    let values = (0..<30_000).map { "P\($0)" } + ["P7", "P29999"]
    let column = column(values)
    #expect(column.isPlain)
    #expect(column.distinctCount == values.count)
    #expect(texts(column) == values)
    #expect(column.rows(Array(values.indices)) == Array(values.indices))

    let coded = column.coded()
    #expect(!coded.isPlain)
    #expect(coded.distinctCount == 30_000)
    #expect(texts(coded) == values)
    #expect(coded.counts.filter { $0 == 2 }.count == 2)
    #expect(coded.hasSameTexts(as: self.column(values, staysCoded: true)))
    #expect(column.hasSameTexts(as: coded))
    #expect(!column.hasSameTexts(as: self.column(values.dropLast() + ["P1"])))
  }

  @Test func `Distinct texts have the same codes either way`() {
    let values = (0..<20_000).map { "identifier number \($0)" }
    let coded = column(values).coded()
    #expect(!coded.isPlain)
    #expect(coded.hasSameTexts(as: column(values, staysCoded: true)))
    #expect(coded.counts.allSatisfy { $0 == 1 })
  }

  @Test func `A column with many but repeated texts stays coded`() {
    let column = column((0..<60_000).map { "\($0 % 20_000)" })
    #expect(!column.isPlain || column.distinctCount == 60_000)
    #expect(self.column((0..<60_000).map { "\($0 % 3000)" }).distinctCount == 3000)
  }

  @Test(arguments: [10, 20_000])
  func `Texts can be replaced`(rows: Int) {
    let column = column((0..<rows).map { "\($0)" })
    let halved = column.replacingTexts(by: (0..<rows).map { "\($0 / 2)" })
    #expect(texts(halved) == (0..<rows).map { "\($0 / 2)" })
    #expect(halved.coded().distinctCount == rows / 2)
  }

  @Test(arguments: [0, 1, 2, 3000, 100_000])
  func `A key that comes twice is found wherever it is`(count: Int) {
    var generator = SystemRandomNumberGenerator()
    let keys = Set((0..<count).map { _ in UInt64.random(in: 1 ... .max, using: &generator) | 1 })
    var distinct = DistinctKeys(capacity: count)
    for key in keys { distinct.append(key) }
    #expect(distinct.areAllDifferent)
    for repeated in keys.prefix(3) {
      var doubled = distinct
      doubled.append(repeated)
      #expect(!doubled.areAllDifferent)
    }
  }

  @Test func `Identifiers that stand twice are found among many`() throws {
    let rows = (0..<20_000).map { "\($0),\($0 % 300),\($0 % 2)\n" } + ["17,5,1\n"]
    let study = try study(csv: "patient_id,os_months,os_status\n" + rows.joined())
    #expect(study.findings("in more than one row").map(\.lines) == [[19, 20_002]])
  }
}
