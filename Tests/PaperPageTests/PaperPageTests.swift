import Foundation
import TestSupport
import Testing

@testable import PaperPage

/// The page beside what R says of the same figures (`paper.R`).
@Suite("The paper's page")
struct PaperPageTests {
  private let page: PaperPage
  private let answers: RAnswers

  init() async throws {
    page = try await PaperPage(root: Repository.root())
    answers = try RAnswers("paper")
  }

  @Test("Every figure is R's, and R has no figure more")
  func figures() {
    var names = answers.names(startingWith: "")
    for figure in page.comparisons {
      let name = "\(figure.place) | \(figure.what)"
      #expect(answers.agree(name, figure.reproduced, within: 1e-9), "\(name): \(figure.reproduced)")
      #expect(names.remove(name) != nil, "\(name) stands twice")
    }
    for ratio in page.ratios {
      let (name, found) = ("\(ratio.place) | \(ratio.endpoint)", ratio.reproduced)
      let numbers = [found.ratio, found.lower, found.upper, found.pValue]
      #expect(answers.agree(name, numbers, within: 1e-8), "\(name): \(numbers) is not \(answers.list(name))")
      names.remove(name)
    }
    #expect(names.isEmpty, "\(names.sorted())")
  }

  @Test("716 of 744 are reproduced, and of the 28 others the paper contradicts 22")
  func counts() {
    #expect(page.comparisons.count == 744)
    #expect(page.comparisons.count(where: \.isReproduced) == 716)
    #expect(page.comparisons.count { !$0.isReproduced && $0.isContradicted } == 22)
    let kinds: [(Comparison.Kind, Int, Int)] = [
      (.count, 241, 238), (.overall, 11, 11), (.subgroup, 134, 129), (.limit, 278, 260), (.pValue, 59, 57),
      (.time, 21, 21),
    ]
    for (kind, compared, reproduced) in kinds {
      let these = page.comparisons.filter { $0.kind == kind }
      #expect(these.count == compared && these.count(where: \.isReproduced) == reproduced, "\(kind)")
    }
    #expect(page.ratios.count == 16)
    #expect(page.ratios.prefix(15).allSatisfy { $0.hasSameDirection && $0.isInsideInterval })
  }

  @Test("What the search missed is overall survival by acute GvHD and one P value")
  func missed() {
    let missed = page.comparisons.filter { !$0.isReproduced && !$0.isContradicted }
    #expect(missed.count { $0.place.contains("cute GvHD / Yes") && $0.what.hasPrefix("OS") } == 5)
    #expect(missed.contains { $0.place == "Table 3: HR cytogenetics" && $0.what == "P log-rank OS" })
    #expect(missed.count == 6)
  }

  @Test("A tolerance is for the figures of its kind, and a P value stays on its side of .05")
  func tolerances() {
    func figure(_ kind: Comparison.Kind, _ printed: Double, _ reproduced: Double) -> Bool {
      Comparison(
        place: "", what: "", kind: kind, printed: printed, reproduced: reproduced, isContradicted: false
      ).isReproduced
    }
    #expect(figure(.count, 3, 3) && !figure(.count, 3, 4))
    #expect(figure(.overall, 0.5, 0.505) && !figure(.overall, 0.5, 0.5051))
    #expect(figure(.subgroup, 0.5, 0.51) && !figure(.subgroup, 0.5, 0.49 - 1e-5))
    #expect(figure(.limit, 0.5, 0.515) && !figure(.limit, 0.5, 0.5151))
    #expect(figure(.pValue, 0.06, 0.051) && !figure(.pValue, 0.06, 0.049) && figure(.pValue, 0.05, 0.06))
    #expect(figure(.time, 9, 9.25) && !figure(.time, 9, 9.26))
  }

  @Test("Both pages say first that the cohort is synthetic, and show what differs and by how much")
  func pages() throws {
    #expect(page.inconsistencies.count == 28)
    for text in [page.markdown, page.html] {
      let start = try #require(text.range(of: "The cohort is synthetic: no row describes a person."))
      #expect(text[..<start.lowerBound].count < 2200 && !text[..<start.lowerBound].contains("reproduced"))
      #expect(text.contains("716 of 744 figures are reproduced"))
      for figure in page.comparisons where !figure.isReproduced {
        let line = try #require(
          text.split(separator: "\n").first {
            $0.contains(figure.place.escaped(in: text)) && $0.contains(figure.what)
          })
        #expect(line.contains(figure.isContradicted ? "contradicts itself" : "missed by the search"))
      }
      for row in page.inconsistencies { #expect(text.contains(row[0].escaped(in: text)), "\(row[0])") }
    }
    #expect(page.markdown.contains("0.762 (0.332–0.935) | 0.3810 (0.0139–0.8044) | −0.3810"))
    #expect(page.html.contains("<td class=\"number\">0.762</td><td class=\"number\">0.3810</td>"))
    #expect(
      !page.html.contains("http://") && !page.html.contains("https://") && !page.html.contains("<script"))
    for tag in ["table", "section", "tr", "td", "th", "thead", "tbody", "html", "body"] {
      let opened = page.html.matches(of: try Regex("<\(tag)[ >]")).count
      #expect(opened > 0 && opened == page.html.ranges(of: "</\(tag)>").count, "\(tag)")
    }
  }
}

extension String {
  /// As a page shows it: Markdown escapes signs, HTML writes them as entities.
  fileprivate func escaped(in page: String) -> String {
    page.hasPrefix("<!DOCTYPE")
      ? replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      : replacing("<", with: "\\<").replacing(">", with: "\\>")
  }
}
