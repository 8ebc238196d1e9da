import Testing

@testable import Study

struct FileFormatTests {
  private static let heads: [(FileFormat, [UInt8])] = [
    (.arrow, Array("ARROW1\0\0".utf8)),
    (.bzip2, Array("BZh91AY&SY".utf8)),
    (.feather, Array("FEA1\u{1}\u{2}FEA1".utf8)),
    (.gzip, [0x1F, 0x8B, 8]), (.hdf5, [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A]),
    (.html, Array("<!DOCTYPE html>\n".utf8)),
    (.html, Array("\n<HTML><body>".utf8)), (.json, Array("{\n \"a\": 1}".utf8)),
    (.json, Array("[{\"a\": 1}]".utf8)),
    (.parquet, Array("PAR1\u{15}\u{4}PAR1".utf8)), (.pdf, Array("%PDF-1.7".utf8)),
    (.rData, Array("RDX3\nX\n".utf8)),
    (.rDataSet, [0x58, 0x0A, 0, 0, 0, 3]), (.rtf, Array("{\\rtf1".utf8)),
    (.sqlite, Array("SQLite format 3\0".utf8)),
    (.xml, Array("\u{FEFF}<?xml version=\"1.0\"?>".utf8)), (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]),
    (.zstandard, [0x28, 0xB5, 0x2F, 0xFD]),
  ]

  @Test(arguments: heads.indices)
  func `A format is known by its first bytes`(index: Int) throws {
    let (format, bytes) = Self.heads[index]
    #expect(FileFormat(of: bytes) == format)
    #expect(throws: StudyError.unsupported(Place(file: "t", line: 1, column: 1), format)) {
      try SourceText(path: "t", contents: bytes)
    }
    #expect(format.refusal.contains(/^this is [^;]+; .*(save the table|unpack)/))
  }

  @Test func `Every format is among the examples`() {
    #expect(FileFormat.allCases.allSatisfy { format in Self.heads.contains { $0.0 == format } })
  }

  @Test(arguments: [
    "PAR1,PAR2\n1,2\n", "BZh,x\n1,2\n", "A\n2\n3\n", "[study]\n", "[[views]]\n", "{id},x\n1,2\n",
    "<5,>5\n1,2\n",
    "@id,x\n1,2\n", "%,x\n1,2\n", "ORC,x\n", "RDX3,x\n", "q,x\n", "",
  ])
  func `Text that begins like one is text`(text: String) {
    #expect(FileFormat(of: Array(text.utf8)) == nil)
  }

  @Test func `The error says what to do instead`() throws {
    #expect(
      try failure([0x58, 0x0A, 0, 0, 0, 3])
        == "t.csv:1:1: this is an R data file; in R, save the table with write.csv(…, row.names = FALSE, na = \"\")"
    )
    #expect(try failure("[{\"a\": 1}]") == "t.csv:1:1: this is JSON, not a table; save the table as CSV")
  }
}
