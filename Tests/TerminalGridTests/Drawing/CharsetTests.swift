import TerminalGrid
import Testing

struct CharsetTests {
  @Test
  func `use one column for every glyph, and ASCII means ASCII`() {
    for charset in Charset.allCases {
      let glyphs: [Character] =
        [
          charset.horizontal, charset.vertical, charset.topLeft, charset.topRight, charset.bottomLeft,
          charset.bottomRight, charset.teeLeft, charset.teeRight, charset.teeDown, charset.dot,
          charset.expanded, charset.collapsed, charset.cursor, charset.up, charset.right,
        ] + charset.horizontalEighths + charset.verticalEighths + charset.ellipsis + charset.rangeDash
      #expect(glyphs.allSatisfy { TextWidth.columns(of: $0) == 1 })
      #expect(charset == .unicode || glyphs.allSatisfy { $0.isASCII })
    }
  }

  @Test(arguments: Charset.allCases)
  func `show a bar for every share above zero and never more than the width`(charset: Charset) {
    #expect(charset.bar(share: 0, columns: 10) == "")
    #expect(charset.bar(share: 0.001, columns: 10).columns == 1)
    #expect(charset.bar(share: 0.001, columns: 10) != " ")
    #expect(charset.bar(share: 1, columns: 10) == String(repeating: charset.horizontalEighths[8], count: 10))
    #expect(charset.bar(share: 7, columns: 10).columns == 10)
    #expect(charset.bar(share: 1, columns: 0) == "")
  }

  @Test
  func `draw bars to an eighth of a column`() {
    #expect(Charset.unicode.bar(share: 0.5, columns: 5) == "██▌")
    #expect(Charset.ascii.bar(share: 0.5, columns: 5) == "##-")
  }

  @Test
  func `spell signs in ASCII so that no number turns into another`() {
    #expect(Charset.ascii.spelled("log-rank χ²₁₂ = 2.05, P = .152") == "log-rank chi²(12) = 2.05, P = .152")
    #expect(Charset.ascii.spelled("χ²₁") == "chi²(1)")
    #expect(Charset.ascii.spelled("Age ≤ 8, 86.7%†") == "Age <= 8, 86.7%!")
    #expect(Charset.unicode.spelled("χ²₁ ≤ †") == "χ²₁ ≤ †")
  }
}
