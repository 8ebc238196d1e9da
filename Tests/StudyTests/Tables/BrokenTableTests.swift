import Foundation
import Testing

@testable import Study

/// Each broken file gives one line that says where and why.
struct BrokenTableTests {
  private static let texts: [(name: String, text: String, error: String)] = [
    ("empty", "", "t.csv:1:1: the file is empty; expected a header line and a line for each patient"),
    (
      "only line breaks", "\n\n",
      "t.csv:1:1: the file is empty; expected a header line and a line for each patient"
    ),
    (
      "only comments", "# a\n",
      "t.csv:1:1: the file is empty; expected a header line and a line for each patient"
    ),
    ("header only", "a,b\n", "t.csv:1:1: there is a header but no patient"),
    ("header and blank rows", "a,b\n,\n", "t.csv:1:1: there is a header but no patient"),
    // One such row may lack its last values; several among few make the header doubtful.
    (
      "too few values", "a,b,c\n1,2,3\n1,2\n4,5\n", "t.csv:3:4: this row has 2 values where the header has 3"
    ),
    ("too many values", "a,b\n1,2\n1,2,é,4\n", "t.csv:3:5: this row has 4 values where the header has 2"),
    ("one value", "a,b\n\nx\n", "t.csv:3:2: this row has 1 value where the header has 2"),
    ("unclosed quote", "a,b\n1,\"x\n2,3\n", "t.csv:2:3: the quote that opens here is never closed"),
    (
      "unclosed quote after doubled ones", "a,b\n1,\"x\"\"y\"\n2,\"p\"\"q\n",
      "t.csv:3:3: the quote that opens here is never closed"
    ),
    (
      "quote in a field", "a,b\n1,5\" pipe\n",
      "t.csv:2:4: a quote inside “5\" pipe”; expected the whole value in quotes, and quotes in it doubled"
    ),
    (
      "text after a quote", "a,b\n\"x\"y,2\n",
      "t.csv:2:4: a quote inside “\"x\"y”; expected the whole value in quotes, and quotes in it doubled"
    ),
    (
      "NUL byte", "a,b\n1,\0\n", "t.csv:2:3: there is a NUL byte: the file is not text; save the table as CSV"
    ),
    ("PDF", "%PDF-1.7\n", "t.csv:1:1: this is a PDF, not text; save the table as CSV"),
  ]

  @Test(arguments: texts.map(\.name))
  func `A broken table is one line`(name: String) throws {
    let example = try #require(Self.texts.first { $0.name == name })
    #expect(try failure(example.text) == example.error)
  }

  @Test func `UTF-16 without its mark is recognised, with a broken one refused`() throws {
    let letters = Array("id,age\n1,2\n".utf8)
    #expect(
      try failure(letters.flatMap { [$0, 0] })
        == "t.csv:1:1: the file is UTF-16 text; save it as UTF-8 (in Excel: “CSV UTF-8”)")
    let broken = "t.csv: the file is damaged: its text is not sound UTF-16"
    #expect(try failure([0xFF, 0xFE] + letters.flatMap { [$0, 0] } + [0x31]) == broken)
    // Half of a pair of surrogates.
    #expect(try failure([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x0A, 0x00]) == broken)
    #expect(
      try failure([0xFE, 0xFF, 0, 0x61, 0, 0x0A, 0, 0]).hasPrefix("t.csv:2:1: there is a NUL byte"))
  }

  @Test func `An Excel workbook is named as such`() throws {
    let text = try failure([0x50, 0x4B, 0x03, 0x04, 0, 0])
    #expect(text == "t.csv: this workbook cannot be read: Not a zip archive")
  }

  @Test func `A missing file and a directory are told apart`() throws {
    let directory = try TemporaryDirectory()
    #expect(throws: StudyError.noSuchFile(path: directory.path + "/none.csv")) {
      try Study.open(path: directory.path + "/none.csv")
    }
    #expect(throws: StudyError.isDirectory(path: directory.path)) { try Study.open(path: directory.path) }
  }

  @Test func `What the system says about a file becomes the matching error`() {
    #expect(FileBytes.error(EACCES, path: "f").description == "f: no permission to read this file")
    #expect(FileBytes.error(ENOENT, path: "f") == .noSuchFile(path: "f"))
    #expect(FileBytes.error(EIO, path: "f").description.hasPrefix("f: cannot be read: "))
  }

  @Test func `A value with line breaks is shown on one line and cut`() throws {
    let text = try failure("a,b\n1,x\"\(String(repeating: "y", count: 100))\n")
    #expect(!text.contains("\n"))
    #expect(text.contains("…”"))
  }
}
