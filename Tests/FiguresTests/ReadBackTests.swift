import Analysis
import CohortModel
import Figures
import Foundation
import Report
import SurvivalStatistics
import Testing

/// What a reader of the file would measure on it is what was estimated.
@Suite
struct ReadBackTests {
  /// The corners of every stroke of a colour and a width in an SVG, in points.
  private func corners(_ svg: String, _ ink: Ink, widths: [Double]) -> [[Drawing.Point]] {
    let percent = [ink.red, ink.green, ink.blue].map { Double($0) / 255 * 100 }
    return svg.matches(of: #/<path ([^>]*)>/#).compactMap { found -> [Drawing.Point]? in
      let text = String(found.1)
      guard text.contains("fill:none"),
        let width = text.firstMatch(of: #/stroke-width:([0-9.]+)/#).flatMap({ Double($0.1) }),
        widths.contains(where: { abs($0 - width) < 1e-6 }),
        let color = text.firstMatch(of: #/stroke:rgb\(([0-9.]+)%,([0-9.]+)%,([0-9.]+)%\)/#),
        let path = text.firstMatch(of: #/ d="([^"]*)"/#)
      else { return nil }
      let shares = [color.1, color.2, color.3].compactMap { Double($0) }
      guard zip(shares, percent).allSatisfy({ abs($0 - $1) < 0.1 }) else { return nil }
      let numbers = path.1.split(separator: " ").compactMap { Double($0) }
      return stride(from: 0, to: numbers.count - 1, by: 2).map {
        Drawing.Point(numbers[$0], numbers[$0 + 1])
      }
    }
  }

  /// cairo keeps places to within 1/256 of a point.
  private static let tolerance = 1.0 / 128

  @Test(
    arguments: [
      ("DFS", nil, nil, nil), ("DFS", "inotuzumab", "disease_phase in (CR2, CR3)", nil),
      ("CIR", "inotuzumab", "disease_phase in (CR2, CR3)", nil), ("OS", "conditioning", nil, 3.0),
    ] as [(String, String?, String?, Double?)])
  func `an SVG has every step of every curve where it was estimated, and no other corner`(
    endpoint: String, by: String?, filter: String?, landmark: Double?
  ) async throws {
    let sample = try SampleFigures()
    let report = try await sample.curves(
      sample.question(endpoint, by: by, where: filter, landmark: landmark))
    let fonts = CairoFonts()
    let sheet = try CurvesSheet(report, study: sample.title, measure: fonts)
    let svg = String(decoding: try sheet.drawing.file(.svg, fonts: fonts), as: UTF8.self)
    let area = sheet.scale.area
    let horizon = report.curves.lastTime
    var checked = 0
    for curve in report.curves.curves where curve.table.subjectCount > 0 {
      let lines = corners(svg, SeriesStyle(curve.arm + 1).ink, widths: [1.3, 0.6])
        // Not the ticks of censorings, the leader of the name, the sample beside the tables.
        .filter { $0.count > 2 || $0.first?.y == $0.last?.y }
        .filter { $0.allSatisfy { $0.y <= area.bottom + 0.01 } }
      let drawn = lines.joined()
      func isDrawn(_ x: Double, _ y: Double) -> Bool {
        drawn.contains { abs($0.x - x) < Self.tolerance && abs($0.y - y) < Self.tolerance }
      }
      func place(_ time: Double, _ share: Double) -> (Double, Double) {
        (
          area.left + time / horizon * (area.right - area.left),
          area.bottom - share * (area.bottom - area.top)
        )
      }
      var expected = [place(0, curve.start)]
      var before = curve.start
      for (time, value) in zip(curve.table.times, curve.values) {
        if value != before { expected += [place(time, before), place(time, value)] }
        before = value
      }
      for (x, y) in expected {
        #expect(isDrawn(x, y), "no corner at \(x), \(y)")
        checked += 1
      }
      let end = try #require(curve.table.lastTime)
      for corner in drawn {
        let time = (corner.x - area.left) / (area.right - area.left) * horizon
        let shares = [curve.start] + curve.values
        #expect(shares.contains { abs(place(0, $0).1 - corner.y) < Self.tolerance }, "\(corner)")
        let near = ([0, end] + curve.table.times).contains { abs(place($0, 0).0 - corner.x) < Self.tolerance }
        #expect(near, "a corner at \(time)")
      }
    }
    #expect(checked > 15)
  }

  @Test
  func `ticks of both axes are where their labels say`() async throws {
    let sample = try SampleFigures()
    let report = try await sample.curves(sample.question("DFS"))
    let sheet = try CurvesSheet(report, study: "", measure: EvenLetters())
    let area = sheet.scale.area
    let times = sheet.drawing.labels.filter {
      Double($0.text) != nil && $0.box.top > area.bottom && $0.box.top < area.bottom + 8
    }
    #expect(times.count > 4)
    for label in times {
      let middle = (label.box.left + label.box.right) / 2
      let time = (middle - area.left) / area.width * report.curves.lastTime
      #expect(abs(time - (Double(label.text) ?? -1)) < 1e-9)
    }
    let shares = sheet.drawing.labels.filter { $0.text.hasSuffix("%") && $0.box.right < area.left }
    #expect(shares.count > 3)
    for label in shares {
      let share = (area.bottom - (label.box.top + label.box.bottom) / 2) / area.height
      #expect(abs(share * 100 - (Double(label.text.dropLast()) ?? -1)) < 1)
    }
  }

  @Test
  func `bands reach from the lower to the upper limit`() async throws {
    let sample = try SampleFigures()
    let report = try await sample.curves(sample.question("DFS", by: "inotuzumab"))
    let sheet = try CurvesSheet(report, study: "", measure: EvenLetters())
    for (curve, drawn) in zip(report.curves.curves, sheet.curves) {
      let corners = Set(drawn.bands.joined().map { ($0.y * 1e6).rounded() })
      let limits = curve.band.lower.compactMap(\.self) + curve.band.upper.compactMap(\.self)
      #expect(!limits.isEmpty)
      let expected = Set(limits.map { (sheet.scale.y($0) * 1e6).rounded() })
      #expect(corners == expected)
    }
  }

  @Test
  func `a forest plot has every interval where it was estimated`() async throws {
    let sample = try SampleFigures()
    let report = try #require(
      try await sample.models(sample.question("DFS"), covariates: "age_years per 10, inotuzumab"))
    let sheet = try ForestSheet(report.figure, study: "", measure: EvenLetters())
    let estimates = report.models.fits.flatMap(\.terms).flatMap(\.rows).compactMap(\.adjusted)
    #expect(estimates.count == 2)
    func ratio(_ x: Double) -> Double {
      0.1 * pow(100, (x - sheet.scale.left) / (sheet.scale.right - sheet.scale.left))
    }
    let spans = sheet.drawing.elements.compactMap { element -> (Double, Double)? in
      guard case .line(let points, _) = element, points.count == 2, points[0].y == points[1].y,
        points[0].x >= sheet.scale.left, points[1].x < sheet.scale.right
      else { return nil }
      return (ratio(points[0].x), ratio(points[1].x))
    }
    for estimate in estimates {
      let interval = estimate.hazardRatioInterval()
      #expect(
        spans.contains {
          abs($0.0 / max(interval.lower, 0.1) - 1) < 1e-9 && abs($0.1 / min(interval.upper, 10) - 1) < 1e-9
        })
      let squares = sheet.drawing.elements.compactMap { element -> Double? in
        if case .mark(.square, let point, _) = element { ratio(point.x) } else { nil }
      }
      #expect(squares.contains { abs($0 / estimate.hazardRatio - 1) < 1e-9 })
    }
  }
}
