import Analysis
import CohortModel
import Figures
import Report
import TerminalGrid
import TestSupport
import Testing

/// Nothing on a page hides anything else, and everything that must be said is on it.
@Suite
struct LayoutTests {
  private static let questions: [(endpoint: String, by: String?, filter: String?, landmark: Double?)] = [
    ("DFS", nil, nil, nil), ("CIR", nil, nil, nil), ("CIR", "inotuzumab", "disease_phase in (CR2, CR3)", nil),
    ("DFS", "conditioning", nil, nil), ("OS", "reinduction", nil, nil), ("DFS", "disease_phase", nil, 6),
    ("DFS", "agvhd_any", nil, nil), ("OS", "mrd_level_pre_hsct", "age_years > 5", nil),
  ]

  private func expectClear(_ drawing: Drawing, _ comment: String) {
    let page = Box(left: 0, top: 0, right: drawing.width, bottom: drawing.height)
    let labels = drawing.labels
    for label in labels where !page.contains(label.box) {
      Issue.record("\(comment): “\(label.text)” is not on the page")
    }
    for (place, label) in labels.enumerated() {
      for other in labels[(place + 1)...] where label.box.overlaps(other.box) {
        Issue.record("\(comment): “\(label.text)” lies on “\(other.text)”")
      }
    }
  }

  @Test(arguments: questions.indices, [140.0, 180, 250])
  func `no text lies on another, at any width`(index: Int, millimetres: Double) async throws {
    let (endpoint, by, filter, landmark) = Self.questions[index]
    let sample = try SampleFigures()
    let report = try await sample.curves(
      sample.question(endpoint, by: by, where: filter, landmark: landmark))
    let size = PageSize(width: millimetres * PageSize.pointsPerMillimetre)
    let fonts = CairoFonts()
    for rows in CurvesOptions.RiskRows.allCases {
      var options = CurvesOptions()
      options.riskRows = rows
      for measure in [fonts, EvenLetters()] as [any TextMeasure] {
        let sheet = try CurvesSheet(
          report, study: sample.title, size: size, options: options, measure: measure)
        expectClear(sheet.drawing, "\(endpoint) by \(by ?? "none"), \(millimetres) mm")
      }
    }
  }

  @Test(arguments: ["DFS", "CIR"])
  func `no text of a forest plot lies on another`(endpoint: String) async throws {
    let sample = try SampleFigures()
    let report = try await sample.univariable(sample.question(endpoint))
    for millimetres in [150.0, 180, 250] {
      let size = PageSize(width: millimetres * PageSize.pointsPerMillimetre)
      for measure in [CairoFonts(), EvenLetters()] as [any TextMeasure] {
        let sheet = try ForestSheet(
          report.figure(by: .p), study: sample.title, size: size, measure: measure)
        expectClear(sheet.drawing, "\(endpoint), \(millimetres) mm")
      }
    }
  }

  @Test(arguments: questions.indices)
  func `no name of an arm lies on a curve, and none is cut or left out without a word`(index: Int)
    async throws
  {
    let (endpoint, by, filter, landmark) = Self.questions[index]
    let sample = try SampleFigures()
    let report = try await sample.curves(
      sample.question(endpoint, by: by, where: filter, landmark: landmark))
    let sheet = try CurvesSheet(report, study: "", measure: CairoFonts())
    let names = Set(report.curveNames.map(\.short))
    var area = sheet.scale.area
    area.top -= 14
    let inPlot = sheet.drawing.labels.filter { area.contains($0.box) }
    #expect(inPlot.allSatisfy { names.contains($0.text) })
    for label in inPlot {
      for curve in sheet.curves {
        for piece in curve.pieces {
          for (from, to) in zip(piece.points, piece.points.dropFirst()) {
            let line = Box(
              left: min(from.x, to.x) - 0.1, top: min(from.y, to.y) - 0.1, right: max(from.x, to.x) + 0.1,
              bottom: max(from.y, to.y) + 0.1)
            #expect(!label.box.overlaps(line), "\(label.text) lies on a curve")
          }
        }
      }
    }
    let drawn = sheet.curves.count
    let said = sheet.drawing.labels.map(\.text).joined(separator: " ").contains("see the tables")
    #expect(drawn < 2 || inPlot.count == drawn || said)
  }

  @Test
  func `every remark, the study and its patients' being invented are in the figure`() async throws {
    let sample = try SampleFigures()
    let question = try sample.question(
      "DFS", by: "agvhd_any", where: "very_early_relapse in (no, yes)")
    let report = try await sample.curves(question)
    #expect(report.remarks.contains { $0.severity == .danger } && report.remarks.count > 1)
    let sheet = try CurvesSheet(report, study: sample.title, measure: CairoFonts())
    let text = sheet.drawing.labels.map(\.text).joined(separator: " ")
    for remark in report.remarks {
      for part in remark.sentence.parts { #expect(text.contains(part.text), "\(part.text)") }
    }
    for part in report.headline.parts + report.conventions.parts { #expect(text.contains(part.text)) }
    for test in report.tests { #expect(text.contains(test.sentence.text)) }
    #expect(text.contains("(synthetic)") && text.contains(report.figure.yTitle))
    let later = try await sample.curves(try sample.question("DFS", by: "agvhd_any", landmark: 3))
    let restarted = try CurvesSheet(later, study: sample.title, measure: CairoFonts())
    #expect(restarted.drawing.labels.contains { $0.text.contains("months since the landmark at 3 months") })
    let forest = try await sample.univariable(try sample.question("DFS"))
    let page = try ForestSheet(forest.figure(by: .p), study: sample.title, measure: CairoFonts())
    let words = page.drawing.labels.map(\.text).joined(separator: " ")
    for remark in forest.remarks { #expect(words.contains(remark.text), "\(remark.text)") }
    #expect(words.contains("no HR: no events in positive"))
  }

  @Test
  func `counts stand under the ticks that they are of, with the name of their arm before them`() async throws
  {
    let sample = try SampleFigures()
    let report = try await sample.curves(sample.question("DFS", by: "inotuzumab"))
    let sheet = try CurvesSheet(report, study: "", measure: EvenLetters())
    let area = sheet.scale.area
    let name = try #require(
      sheet.drawing.labels.first { $0.text == "Inotuzumab: yes" && $0.box.top > area.bottom })
    let row = sheet.drawing.labels.filter { $0.origin.y == name.origin.y && $0.text != name.text }
    let expected = report.numbersAtRisk(at: [0, 12, 24, 36, 48, 60, 72]).blocks[1].rows[0].counts
    #expect(row.map(\.text) == expected.map(String.init))
    for (label, time) in zip(row, [0.0, 12, 24, 36, 48, 60, 72]) {
      #expect(abs((label.box.left + label.box.right) / 2 - sheet.scale.x(time)) < 1e-9)
    }
  }

  @Test
  func `a page that is too small is refused with what is needed, and that suffices`() async throws {
    let sample = try SampleFigures()
    let report = try await sample.curves(sample.question("DFS", by: "inotuzumab"))
    let low = PageSize(height: 100)
    guard
      case .tooLow(let needed)? =
        #expect(
          throws: FigureError.self,
          performing: {
            try CurvesSheet(report, study: "", size: low, measure: EvenLetters())
          })
    else {
      Issue.record("another error")
      return
    }
    let enough = try CurvesSheet(
      report, study: "", size: PageSize(height: needed + 0.01), measure: EvenLetters())
    #expect(enough.drawing.height == needed + 0.01)
    let narrow = PageSize(width: 80)
    #expect(throws: FigureError.self) {
      try CurvesSheet(report, study: "", size: narrow, measure: EvenLetters())
    }
  }

  @Test
  func `arms differ by colour, dash and mark, and their colours can be read as text`() {
    let white = RGB(255, 255, 255)
    let styles = (1...8).map { SeriesStyle($0) }
    for style in styles {
      #expect(RGB(style.ink.red, style.ink.green, style.ink.blue).contrast(with: white) >= 4.5)
    }
    #expect(Set(styles.map(\.dash)).count == 8)
    #expect(Set(styles.map(\.mark)).count == 8)
    #expect(Set(styles.map(\.ink)).count == 8)
    #expect(Set((1...24).map { SeriesStyle($0) }).count == 24)
    let (first, second) = (SeriesStyle(2), SeriesStyle(2, variant: 1))
    #expect(first.ink == second.ink && first.dash != second.dash && first.mark != second.mark)
  }

  @Test(arguments: [
    ("180", 180), ("180mm", 180), ("18cm", 180), ("18 cm", 180), ("5in", 127), ("5IN", 127),
  ])
  func `lengths are millimetres, centimetres or inches`(text: String, millimetres: Double) throws {
    let points = try #require(PageSize.points(parsing: text))
    #expect(abs(points / 72 * 25.4 - millimetres) < 1e-9)
  }

  @Test(arguments: ["", "wide", "0", "-5cm", "nan", "inf", "3m", "1e9", "180px", "mm"])
  func `what is no length is none`(text: String) { #expect(PageSize.points(parsing: text) == nil) }
}
