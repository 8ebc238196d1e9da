import Analysis
import CohortEngine
import CohortFixtures
import CohortModel
import Figures
import Foundation
import FoundationXML
import Report
import SurvivalStatistics
import Testing

/// The bytes of figures.
@Suite
struct FileTests {
  private func sheet(_ fonts: CairoFonts, study: String = "Study") async throws -> CurvesSheet {
    let sample = try SampleFigures()
    let report = try await sample.curves(sample.question("DFS", by: "inotuzumab"))
    return try CurvesSheet(report, study: study, measure: fonts)
  }

  private func number(_ bytes: [UInt8], at place: Int) -> Int {
    bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  @Test
  func `a PNG has the size of its page at 300 dots an inch, says so, and is not blank`() async throws {
    let fonts = CairoFonts()
    let drawing = try await sheet(fonts).drawing
    let png = try drawing.file(.png, fonts: fonts)
    #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(number(png, at: 16) == Int((drawing.width / 72 * 300).rounded()))
    #expect(number(png, at: 20) == Int((drawing.height / 72 * 300).rounded()))
    // The chunk after the header: 11811 pixels for each metre; its check is known from other programs.
    #expect(String(decoding: png[37..<41], as: UTF8.self) == "pHYs")
    #expect(number(png, at: 41) == 11_811 && number(png, at: 45) == 11_811 && png[49] == 1)
    #expect(number(png, at: 50) == 0x78A5_3F76)
    #expect(png.count > 50_000)
    #expect(png.suffix(8) == [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
  }

  @Test
  func `a PDF has one page of its size, a title and no date`() async throws {
    let fonts = CairoFonts()
    let drawing = try await sheet(fonts).drawing
    let pdf = try drawing.file(.pdf, fonts: fonts)
    let text = String(decoding: pdf, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1.") && text.hasSuffix("%%EOF\n"))
    #expect(text.contains("/Title") && !text.contains("Date") && text.contains("/Font"))
    let box = try #require(text.firstMatch(of: #/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]/#))
    #expect(abs((Double(box.1) ?? 0) - drawing.width) < 0.01)
    #expect(abs((Double(box.2) ?? 0) - drawing.height) < 0.01)
  }

  @Test
  func `an SVG is well-formed, as wide as its page, and says what it is`() async throws {
    let fonts = CairoFonts()
    let drawing = try await sheet(fonts, study: "A & B <c>").drawing
    let svg = try drawing.file(.svg, fonts: fonts)
    #expect(XMLParser(data: Data(svg)).parse())
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.contains("<title>\(drawing.title)</title>"))
    #expect(text.contains("width=\"\(Int(drawing.width))"))
  }

  @Test(arguments: FigureFormat.allCases)
  func `the same question gives the same bytes, whatever was drawn before`(format: FigureFormat) async throws
  {
    let (one, other) = (CairoFonts(), CairoFonts())
    let first = try await sheet(one).drawing.file(format, fonts: one)
    _ = try await sheet(one, study: "Ἄλλο 研究").drawing.file(format, fonts: one)
    #expect(try await sheet(other).drawing.file(format, fonts: other) == first)
  }

  @Test
  func `letters of every script have a width, and none is a box`() {
    let fonts = CairoFonts()
    let font = Font(size: 8)
    for text in ["χ²₁ = 3.29", "Überlebenszeit", "Ελληνικά", "Кириллица", "≤ 8", "–", "†", "e\u{301}"] {
      let width = fonts.width(text, font)
      #expect(width > 0 && width < 8 * Double(text.count), "\(text)")
    }
    #expect(fonts.width("WW", font) > fonts.width("ii", font))
    #expect(fonts.width("text", Font(size: 16)) > 1.9 * fonts.width("text", font))
    #expect(fonts.width("", font) == 0)
  }

  @Test
  func `what would deceive a reader is shown`() async throws {
    let drawing = try await sheet(CairoFonts(), study: "evil\u{202E}live\u{7}").drawing
    #expect(drawing.labels.contains { $0.text == "evil⟨U+202E⟩live␇" })
  }

  @Test
  func `of very many steps a page keeps those that can be told apart`() async throws {
    var generator = SeededGenerator(seed: 7)
    let cohort = RandomCohort.make(rows: 200_000, distinctTimes: 100_000, using: &generator)
    let curves = try await Analyst(BitmapEngine(cohort)).curves(Question(endpoint: "OS"))
    let report = CurvesReport(curves: curves, schema: cohort.schema)
    let sheet = try CurvesSheet(report, study: "", measure: EvenLetters())
    let drawn = try #require(sheet.curves.first)
    #expect(drawn.points.count < Int(sheet.scale.area.width) * 4 * 8)
    #expect(drawn.hasThinnedCensorings && drawn.censorings.count < 200)
    #expect(sheet.drawing.labels.map(\.text).joined(separator: " ").contains("not all are drawn"))
    // At every time the line is as high as the estimate, to within what a quarter of a point hides.
    let figure = try #require(report.figure.curves.first)
    var place = 0
    for step in stride(from: 0, to: figure.times.count, by: 997) {
      let (x, y) = (sheet.scale.x(figure.times[step]), sheet.scale.y(figure.values[step]))
      while place + 1 < drawn.points.count, drawn.points[place + 1].x <= x + 0.25 { place += 1 }
      let near = drawn.points[max(0, place - 8)...place]
      #expect(near.contains { abs($0.y - y) < 0.3 }, "\(figure.times[step])")
    }
  }

  @Test
  func `nobody gives no figure but a reason`() async throws {
    let sample = try SampleFigures()
    let report = try await sample.curves(sample.question("DFS", where: "age_years > 99"))
    #expect(throws: FigureError.nothingToDraw(because: "no patient is left to analyse")) {
      try CurvesSheet(report, study: "", measure: EvenLetters())
    }
  }

  @Test(arguments: [
    ("a.svg", FigureFormat.svg), ("a/b.PDF", .pdf), ("x.tar.png", .png), ("svg", nil), (".svg", nil),
    ("a.svg/b", nil), ("a.gif", nil), ("", nil),
  ])
  func `a file's name says its format`(path: String, format: FigureFormat?) {
    #expect(FigureFormat(path: path) == format)
  }
}
