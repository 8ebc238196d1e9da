import Foundation
import Renderings
import Report
import Testing

@Suite("Tables and documents for people")
struct PageTests {
  private let table = Table(
    caption: Sentence("Survival by <b> | A & B"), rowHeading: "Age",
    columns: [
      Table.Column(["n"], isNumber: true, .important, spoken: "patients"),
      Table.Column(["alive at 24 months (95% CI)"], .meaning, spoken: "alive at 24 months"),
      Table.Column(["median, months"], .detail, spoken: "median in months"),
    ],
    rows: [
      Table.Row(
        ["Age at HSCT ≤ 8 years"],
        [
          .count(12_500), .share(0.722, .init(0.591, 0.818), isUncertain: true),
          .notReached(lower: nil, last: 33, left: 4, unit: "months"),
        ]),
      Table.Row(["Age at HSCT 9–12 | <i>\u{1B}[31m"], [.count(3), .notEstimable(because: ""), .nothing]),
    ], footnotes: [Sentence("immortal time: x")])

  private var document: Document {
    Document(
      title: "Study <1>",
      blocks: [
        .sentence(Sentence([.init("Survival", .subject), .init("n = 3", .important, spoken: "3 patients")])),
        .remark(Remark(.danger, "immortal time: x")), .heading("Estimates"), .table(table),
      ])
  }

  @Test("Markdown: as many cells in each row as in the head, whatever is in them")
  func markdown() {
    let lines = table.markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(lines.count == 4)
    for line in lines {
      let cells = line.replacing("\\|", with: "").split(separator: "|", omittingEmptySubsequences: false)
      #expect(cells.count == 6)
    }
    #expect(table.markdown.hasPrefix("**Survival by \\<b\\> \\| A \\& B**\n"))
    #expect(table.markdown.contains("| 12,500 | 72.2% (59.1–81.8)† | NR (last 33.0, 4 at risk) |"))
    #expect(table.markdown.contains("immortal time: x"))
    #expect(table.markdown.contains("† few at risk"))
    #expect(table.markdown.contains("NR not reached") && table.markdown.contains("NE not estimable"))
    #expect(!table.markdown.unicodeScalars.contains("\u{1B}"))
  }

  @Test(
    "HTML: well formed, escaped, with a caption and headings that say what they head; nothing from elsewhere")
  func html() throws {
    let page = table.html
    #expect(!page.contains("<b>") && !page.contains("<i>") && page.contains("&lt;i&gt;␛[31m"))
    #expect(page.contains("<caption>Survival by &lt;b&gt; | A &amp; B</caption>"))
    #expect(page.contains("<th scope=\"col\">alive at 24 months (95% CI)</th>"))
    #expect(page.contains("<th scope=\"row\">Age at HSCT ≤ 8 years</th>"))
    #expect(page.contains("<p class=\"footnote\">immortal time: x</p>"))
    #expect(!page.contains("http") && !page.contains("<script"))
    for tag in ["table", "thead", "tbody", "tr", "th", "td", "p", "caption"] {
      let opened = page.split(separator: "<").count { $0.hasPrefix("\(tag)>") || $0.hasPrefix("\(tag) ") }
      #expect(opened > 0 && opened == page.split(separator: "<").count { $0.hasPrefix("/\(tag)>") })
    }
  }

  @Test("To be heard: every number with what it is, no sign that is no word, nothing said twice")
  func linear() {
    let text = LinearText.text(document)
    #expect(
      text.contains(
        "Age at HSCT at most 8 years. Patients: 12,500. Alive at 24 months: 72.2 per cent, 95 per cent confidence "
          + "interval 59.1 to 81.8, uncertain because few are at risk. Median in months: not reached, last "
          + "observed at 33.0 months with 4 at risk."))
    #expect(text.contains("Alive at 24 months: not estimable.\n"))
    #expect(text.contains("Survival. 3 patients.\n"))
    #expect(text.contains("Age at HSCT 9 to 12"))
    #expect(text.components(separatedBy: "mmortal time: x").count == 2)
    for sign in ["†", "≤", "–", "·", "│", "  ", "NR", "NE", "CI", "\t", "\u{1B}"] {
      #expect(!text.contains(sign))
    }
  }
}
