import Analysis
import CohortModel
import Figures
import Report
import SurvivalStatistics
import TerminalGrid
import TestSupport
import Testing

/// Causes upon each other.
@Suite
struct StackedTests {
  private func sheet(
    _ endpoint: String, landmark: Double? = nil, width: Double = PageSize.usualWidth
  ) async throws -> (CurvesReport, CurvesSheet) {
    let sample = try SampleFigures()
    let report = try await sample.curves(sample.question(endpoint, landmark: landmark))
    var options = CurvesOptions()
    options.isStacked = true
    let sheet = try CurvesSheet(
      report, study: sample.title, size: PageSize(width: width), options: options, measure: CairoFonts())
    return (report, sheet)
  }

  @Test(arguments: [("CIR", nil), ("cGvHD", 3.0)] as [(String, Double?)])
  func `each share begins where the one below ends, and is as high as its incidence`(
    endpoint: String, landmark: Double?
  ) async throws {
    let (report, sheet) = try await sheet(endpoint, landmark: landmark)
    let curves = report.curves.curves
    #expect(sheet.shares.count == curves.count + 1 && sheet.curves.isEmpty)
    for (share, above) in zip(sheet.shares, sheet.shares.dropFirst()) { #expect(share.upper == above.lower) }
    let table = try #require(curves.first).table
    let area = sheet.scale.area
    for (place, time) in table.times.enumerated() {
      var sum = 0.0
      for (share, curve) in zip(sheet.shares, curves) {
        sum += curve.values[place]
        let x = area.left + time / report.curves.lastTime * area.width
        let before = share.upper.last { $0.x <= x + 1e-9 }
        #expect(abs(try #require(before).y - (area.bottom - sum * area.height)) < 1e-6)
      }
    }
    #expect(sheet.shares.last?.upper.allSatisfy { abs($0.y - area.top) < 1e-9 } == true)
    #expect(sheet.shares.first?.lower.allSatisfy { abs($0.y - area.bottom) < 1e-9 } == true)
    // What is without any event is Kaplan–Meier of the first event.
    let free = try #require(curves.first).eventFree
    let last = try #require(sheet.shares.last?.lower.last)
    #expect(abs((area.bottom - last.y) / area.height - (1 - (free.last ?? 1))) < 1e-9)
  }

  @Test(arguments: ["CIR", "NRM", "cGvHD", "aGvHD"], [85.0, 120, 180])
  func `names lie in their shares or have a leader, and on nothing`(
    endpoint: String, millimetres: Double
  ) async throws {
    let (_, sheet) = try await sheet(endpoint, width: millimetres * PageSize.pointsPerMillimetre)
    let labels = sheet.drawing.labels
    for (place, label) in labels.enumerated() {
      for other in labels[(place + 1)...] where label.box.overlaps(other.box) {
        Issue.record("“\(label.text)” lies on “\(other.text)”")
      }
    }
    let names = labels.filter { sheet.scale.area.contains($0.box) }
    for label in names {
      for share in sheet.shares {
        for (from, to) in zip(share.upper, share.upper.dropFirst()) where share.upper.first?.y != to.y {
          let line = Box(
            left: min(from.x, to.x), top: min(from.y, to.y) - 0.1, right: max(from.x, to.x) + 0.1,
            bottom: max(from.y, to.y) + 0.1)
          #expect(!label.box.overlaps(line), "\(label.text) lies on a line")
        }
      }
    }
    let text = labels.map(\.text).joined(separator: " ")
    #expect(names.count == sheet.shares.count || text.contains("see the tables"))
    #expect(text.contains("from below:") && text.contains("share of patients"))
  }

  @Test
  func `neighbours differ in grey, and names can be read on them`() async throws {
    let (_, sheet) = try await sheet("cGvHD")
    let inks = sheet.shares.map { RGB($0.ink.red, $0.ink.green, $0.ink.blue) }
    let greys = inks.map { 0.299 * Double($0.red) + 0.587 * Double($0.green) + 0.114 * Double($0.blue) }
    for (grey, above) in zip(greys, greys.dropFirst()) { #expect(above - grey > 15) }
    for ink in inks { #expect(ink.contrast(with: RGB(0, 0, 0)) > 4.5) }
  }

  @Test
  func `one cause has nothing to be stacked on`() async throws {
    await #expect(throws: FigureError.self) { try await sheet("DFS") }
  }
}
