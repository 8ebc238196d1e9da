import TerminalGrid
import Testing

struct ASCIISubstituteTests {
  @Test(
    arguments: [
      ("é", "e"), ("e\u{301}", "e"), ("Ü", "U"), ("ç", "c"), ("–", "-"), ("…", "~"), ("─", "-"), ("╎", "|"),
      ("┐", "+"), ("█", "#"),
      ("⠀", " "), ("⣿", ":"), ("●", "*"), ("日", "?"), ("a", "a"), ("\u{1B}", "\u{1B}"),
    ] as [(Character, Character)])
  func `say the same where ASCII can`(character: Character, substitute: Character) {
    #expect(ASCIISubstitute.character(for: character) == substitute)
  }

  @Test(arguments: ["≤", "≥", "±"] as [Character])
  func `never change a meaning`(sign: Character) {
    #expect(ASCIISubstitute.character(for: sign) == "?")
  }

  @Test
  func `keep every column of a screen and leave nothing but ASCII`() {
    var grid = Grid(Size(columns: 24, rows: 2))
    grid.write("Köln 東京 ⠿ ✚", x: 0, y: 0, style: Style(.title))
    grid.box(Rect(x: 18, y: 0, width: 6, height: 2))
    let ascii = grid.ascii
    #expect(ascii.text == "Koln ? ?  : ?     +----+\n                  +----+")
    #expect(ascii.text.utf8.allSatisfy { $0 < 0x80 })
    #expect(ascii[0, 0].style == Style(.title))
  }
}
