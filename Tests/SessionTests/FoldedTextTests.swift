import Session
import Testing

@Suite("Texts as they are searched")
struct FoldedTextTests {
  private let label = FoldedText("Überleben nach Rückfall, 2. CR (%)")

  @Test("Letter case and the way in which an accent is written make no difference")
  func folds() {
    #expect(FoldedText("Rückfall") == FoldedText("RU\u{308}CKFALL"))
    #expect(FoldedText("Rückfall") != FoldedText("Ruckfall"))
    #expect(label.hasPrefix(FoldedText("u\u{308}berl")) && label.hasPrefix(FoldedText("ÜBER")))
    #expect(!label.hasPrefix(FoldedText("leben")))
  }

  @Test(
    "A word is found by its beginning, with what follows it",
    arguments: ["rück", "Rückfall, 2", "cr", "2. CR (%"])
  func words(typed: String) { #expect(label.hasWord(FoldedText(typed))) }

  @Test(
    "The middle of a word is none, nor what follows an accent", arguments: ["berleben", "ckfall", "%", "r ("])
  func noWords(typed: String) {
    #expect(!label.hasWord(FoldedText(typed)))
    #expect(label.contains(FoldedText(typed)))
  }

  @Test("Nothing is the beginning of everything; what is longer than a text is in none")
  func edges() {
    for text in ["", "a", "é"] {
      #expect(FoldedText(text).hasPrefix(FoldedText("")) && FoldedText(text).contains(FoldedText("")))
      #expect(!FoldedText(text).contains(FoldedText(text + "\u{301}")))
    }
    let stacked = FoldedText("e" + String(repeating: "\u{301}", count: 500))
    #expect(stacked.hasWord(FoldedText("é")) && !FoldedText("é").hasPrefix(stacked))
  }
}
