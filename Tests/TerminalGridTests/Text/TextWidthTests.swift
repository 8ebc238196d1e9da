import TerminalGrid
import Testing

struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("🙂", 2), ("👍🏽", 2), ("👩‍⚕️", 2), ("🇩🇪", 2), ("❤\u{FE0F}", 1),
    ("1\u{FE0F}\u{20E3}", 1),
    ("─│┌┐", 4), ("⠿", 1), ("½", 1), ("χ²", 2), ("\u{301}", 0), ("न\u{93F}", 2), ("\u{3000}", 2),
    ("\u{4DC0}", 2),
    ("\u{AD}", 8), ("\u{200B}", 8), ("a\u{1B}b", 3), ("\u{202E}", 8), ("①", 1), ("ﬁ", 1), ("𝔸", 1), ("𠀀", 2),
  ])
  func `counts the columns a terminal gives`(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test(
    arguments: [
      "\u{1B}", "\n", "\r\n", "\u{7F}", "\u{9B}", "\u{2028}", "\u{1}", "\u{202E}", "\u{200B}", "\u{301}",
      "a\u{200D}",
    ] as [Character])
  func `puts nothing into a cell that commands, hides or has no column`(character: Character) {
    #expect(TextWidth.printable(character) == TextWidth.replacement)
    var grid = Grid(Size(columns: 2, rows: 1))
    grid[0, 0] = Cell(character)
    #expect(grid[0, 0].glyph == TextWidth.replacement)
    #expect(grid[1, 0] == .blank)
  }

  @Test(arguments: ["ی\u{200C}", "👩‍⚕", "क्", "e\u{301}"] as [Character])
  func `puts marks and joiners into the cell of their letter`(character: Character) {
    #expect(TextWidth.printable(character) == character)
  }

  @Test
  func `drops what chooses between a sign and a picture`() {
    #expect(TextWidth.printable("❤\u{FE0F}") == "❤")
  }

  @Test
  func `agrees with the sum over its characters`() {
    let text = "Köln 東京 🙂 e\u{301}"
    #expect(text.columns == text.map { TextWidth.columns(of: $0) }.reduce(0, +))
    #expect(text.columns == 4 + 1 + 4 + 1 + 2 + 1 + 1)
  }

  @Test
  func `gives every scalar among letters, marks and its like the columns of the characters that they make`() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [
        "a\(scalar)b", "\(scalar)\(scalar)", "\(scalar)\u{301}", "\(scalar)\u{FE0F}", "\u{200D}\(scalar)",
      ] {
        // What is drawn: pictures of what is not printable, else the characters themselves.
        let drawn = Grid(Size(columns: 40, rows: 1)).columnsWritten(by: text)
        guard TextWidth.columns(of: text) != drawn else { continue }
        Issue.record("U+\(String(value, radix: 16)) in \(text.unicodeScalars.map(\.value))")
      }
    }
  }
}

extension Grid {
  /// The columns that a text takes as it is written, one character after the other.
  fileprivate func columnsWritten(by text: String) -> Int {
    var copy = self
    return copy.write(text, x: 0, y: 0)
  }
}
