import Testing

@testable import Study

/// Whatever happened to a file, it is read in full or refused in one line.
struct DamagedFileTests {
  private static let names = [
    "pspp.sav", "pspp.zsav", "pspp-plain.sav", "pspp.por", "pandas-114.dta", "pandas-118.dta",
    "foreign-10.dta",
    "haven.sas7bdat", "haven-5.xpt", "haven-8.xpt", "openpyxl.xlsx", "libreoffice.xlsx", "foreign.arff",
  ]

  /// The texts of a table, row by row.
  private static func cells(_ table: Table) -> [[String]] {
    table.columns.map { column in column.codes.map { column.text(Int($0)) } }
  }

  private static func read(_ name: String, _ bytes: [UInt8]) throws(StudyError) -> Table? {
    try Table.read(path: name, bytes: bytes)
  }

  @Test(arguments: names)
  func truncated(_ name: String) throws {
    let bytes = try Fixtures.bytes(name)
    let whole = Self.cells(try #require(try Self.read(name, bytes)))
    var refused = 0
    for step in 1..<60 {
      let kept = bytes.count * step / 60
      do {
        guard let table = try Self.read(name, Array(bytes.prefix(kept))) else { continue }
        // Text may end anywhere; of the others nothing may be lost in silence.
        if name.hasSuffix(".arff") { continue }
        // Before release 13 Stata wrote labels last, and does not say how many there are.
        if table.findings.contains(where: { $0.message.contains("which may be cut off") }) { continue }
        #expect(Self.cells(table) == whole, "\(kept) of \(bytes.count) bytes")
      } catch {
        refused += 1
        #expect(!"\(error)".contains("\n"))
      }
    }
    #expect(refused > 0)
  }

  @Test(arguments: names)
  func mutated(_ name: String) throws {
    let bytes = try Fixtures.bytes(name)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(below limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    var refused = 0
    for _ in 0..<60 {
      var changed = bytes
      for _ in 0...random(below: 6) {
        changed[random(below: changed.count)] = UInt8(truncatingIfNeeded: random(below: 256))
      }
      do {
        let table = try Self.read(name, changed)
        #expect(table?.columns.allSatisfy { $0.codes.count == table?.rowCount } ?? true)
      } catch {
        refused += 1
        #expect(!"\(error)".contains("\n"))
      }
    }
    #expect(refused > 0)
  }

  @Test func aLongTextOfStataWithoutItsEndIsRefused() throws {
    var bytes = try Fixtures.bytes("pandas-118.dta")
    let text = try #require(bytes.firstRange(of: Array("Saint-Étienne\0".utf8)))
    bytes[text.upperBound - 1] = UInt8(ascii: "x")
    #expect(throws: StudyError.self) { try Self.read("t.dta", bytes) }
  }

  @Test func aNameOfLabelsThatNothingEndsIsItsFieldAndNoMore() throws {
    var bytes = try Fixtures.bytes("foreign-10.dta")
    // The last of three names: behind the header, types, names, sorting and formats of three variables.
    let field = 366 + 2 * 33..<366 + 3 * 33
    #expect(bytes[field].starts(with: Array("arm\0".utf8)))
    for offset in field { bytes[offset] = UInt8(ascii: "L") }
    let table = try #require(try Self.read("t.dta", bytes))
    let name = String(repeating: "L", count: 33)
    #expect(
      table.findings.contains { $0.message.contains("the labels “\(name)” of its codes are not in the file") }
    )
  }

  @Test func zerosInALongTextOfSPSSAreNoHarm() throws {
    var bytes = try Fixtures.bytes("pspp-plain.sav")
    let text = try #require(bytes.firstRange(of: Array("Größe xyyyy".utf8)))
    for offset in text.lowerBound..<text.lowerBound + 255 { bytes[offset] = 0 }
    let table = try #require(try Self.read("t.sav", bytes))
    #expect(try table.texts("remark").first == .some(nil))
    #expect(try table.texts("town") == Fixtures.truth("pspp").columns["town"])
  }
}
