import Report
import Testing

@Suite("Sentences")
struct SentenceTests {
  typealias Part = Sentence.Part

  let sentence = Sentence([
    Part("Disease-free survival by Inotuzumab", shorter: ["DFS by Inotuzumab"], .subject),
    Part("Disease phase CR2, CR3", shorter: ["CR2, CR3"], .meaning),
    Part("64 of 78 analysed, 17 events", shorter: ["64 of 78 analysed"], .important),
    Part("by R", .aside), Part("months since HSCT", .meaning),
  ])

  private func fitted(_ columns: Int) -> String { sentence.text(fitting: columns) { $0.count } }

  @Test("With room everything is said, parts without text are not")
  func full() {
    #expect(fitted(200) == sentence.text)
    #expect(Sentence([Part("", .meaning), Part("a", .aside)]).text == "a")
  }

  @Test("The least is shortened and dropped first; filters and unit stay to the end")
  func order() {
    let whole = sentence.text.count
    #expect(!fitted(whole - 1).contains("by R"))
    #expect(fitted(whole - 1).contains("17 events"))
    let narrow = fitted(45)
    #expect(narrow == "DFS by Inotuzumab · CR2, CR3 · months since HSCT" || narrow.count <= 45)
    #expect(
      !narrow.contains("analysed") && narrow.contains("CR2, CR3") && narrow.contains("months since HSCT"))
  }

  @Test("No width is overrun, and nothing is lost without a sign")
  func everyWidth() {
    for columns in 0...whole {
      let text = fitted(columns)
      #expect(text.count <= columns)
      let hasMeaning = text.contains("CR2, CR3") && text.contains("months")
      #expect(hasMeaning || text.contains("…") || columns == 0)
    }
  }

  private var whole: Int { sentence.text.count }

  @Test("An ellipsis takes one of the columns, and no blank stands before it")
  func cut() {
    #expect("Disease phase".cut(to: 9) { $0.count } == "Disease…")
    #expect("Disease".cut(to: 7) { $0.count } == "Disease")
    #expect("Disease".cut(to: 0) { $0.count } == "")
  }
}
