import TerminalGrid
import Testing

struct StringColumnsTests {
  @Test(arguments: [
    ("relapse", 7, "relapse"), ("relapse", 6, "relap…"), ("relapse", 1, "…"), ("relapse", 0, ""),
    ("東京都", 5, "東京…"), ("東京都", 4, "東…"), ("", 3, ""), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func `truncates with a mark and never cuts a character in half`(text: String, columns: Int, shown: String) {
    #expect(text.truncated(to: columns) == shown)
  }

  @Test
  func `truncates with a mark of one's own`() {
    #expect("follow_up_months".truncated(to: 7, ellipsis: "~") == "follow~")
    #expect("follow_up_months".truncated(to: 2, ellipsis: "...") == "..")
  }

  @Test(arguments: [
    (TextAlignment.left, "ab   "), (.right, "   ab"), (.centre, " ab  "),
  ])
  func `pads with blanks`(alignment: TextAlignment, shown: String) {
    #expect("ab".padded(to: 5, alignment) == shown)
  }

  @Test
  func `leaves a text that is wide enough alone when padding`() {
    #expect("hazard".padded(to: 3) == "hazard")
  }
}
