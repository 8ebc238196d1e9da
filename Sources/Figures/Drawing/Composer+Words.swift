import Report

extension Composer {
  /// Study, headline and what must be known before all else.
  mutating func head(study: String, _ headline: Sentence, _ remarks: [Remark], width: Double) {
    let x = Typography.margin
    paragraph(study, x: x, width: width, Typography.study, .muted, after: 2)
    if let subject = headline.parts.first {
      paragraph(subject.text, x: x, width: width, Typography.title, after: 1)
    }
    let rest = Sentence(Array(headline.parts.dropFirst()))
    paragraph(rest.text, x: x, width: width, Typography.subtitle, .muted)
    for remark in remarks where remark.severity == .danger {
      y += 2
      paragraph(remark.text, x: x, width: width, Typography.warning, .danger)
    }
  }

  /// The other remarks, the graver before the lesser, then how the numbers were made; what was said is not said again.
  ///
  /// - Parameter sentences: that on signs first.
  mutating func foot(_ remarks: [Remark], _ sentences: [Sentence], width: Double) {
    let cautions = remarks.filter { $0.severity == .caution }.flatMap(\.sentence.parts)
    let notes = remarks.filter { $0.severity == .note }.flatMap(\.sentence.parts)
    var said: Set<String> = []
    let signs = Sentence(notes + (sentences.first?.parts ?? []))
    for sentence in [Sentence(cautions), signs] + sentences.dropFirst() {
      let parts = sentence.parts.filter { said.insert($0.text).inserted }
      paragraph(
        Sentence(parts).text, x: Typography.margin, width: width, Typography.caption, .muted, after: 1)
    }
  }

  static let sampleWidth = 26.0

  /// The line and the mark of a series, in the middle of the small letters of a line that begins here.
  mutating func sample(_ series: Int, x: Double) {
    let style = SeriesStyle(series)
    let middle = y + Typography.cell.ascent - Typography.cell.size * 0.28
    let ends = [Drawing.Point(x, middle), Drawing.Point(x + Self.sampleWidth, middle)]
    add(
      .line(ends, Drawing.Stroke(ink: style.ink, width: DrawnCurve.lineWidth, dash: style.dash)))
    add(.mark(style.mark, Drawing.Point(x + Self.sampleWidth / 2, middle), style.ink))
  }

  /// The colour of a share, in the place of a line.
  private mutating func swatch(_ ink: Ink, x: Double) {
    let (top, bottom) = (y + 0.5, y + Typography.cell.ascent + 0.5)
    let corners = [
      Drawing.Point(x, top), Drawing.Point(x + Self.sampleWidth, top),
      Drawing.Point(x + Self.sampleWidth, bottom), Drawing.Point(x, bottom),
    ]
    add(.area(corners, ink))
    add(.line(corners + [corners[0]], Drawing.Stroke(ink: .muted, width: 0.4)))
  }

  /// A table between rules, as much of it as the width holds.
  mutating func table(_ table: Table, width: Double, isStacked: Bool = false) {
    let (gap, x) = (12.0, Typography.margin)
    let hasSamples = table.rows.contains { $0.series != nil }
    let indent = hasSamples ? Self.sampleWidth + 6 : 0
    let layout = table.layout(
      fitting: Self.units(width), gap: Self.units(gap), nameMargin: Self.units(indent)
    ) { Self.units(max(self.width($0, Typography.cell), self.width($0, Typography.heading))) }
    rule(width)
    row(layout.columns.map(\.heading), layout, x: x, indent: 0, gap: gap, Typography.heading)
    rule(width)
    for (place, row) in table.rows.enumerated() {
      if let series = row.series {
        if isStacked {
          swatch(DrawnShare.ink(series, place: place), x: x)
        } else {
          sample(series, x: x)
        }
      }
      self.row(
        layout.columns.map { $0.cells[place] }, layout, x: x, indent: indent, gap: gap, Typography.cell)
    }
    rule(width)
  }

  private mutating func row(
    _ texts: [String], _ layout: Table.Layout, x: Double, indent: Double, gap: Double, _ font: Font
  ) {
    var left = x
    for (column, text) in zip(layout.columns, texts) {
      let width = Double(column.width) / Self.perPoint
      let baseline = y + font.ascent
      if column.isNumber {
        self.text(text, .right, x: left + width, baseline: baseline, font)
      } else {
        self.text(text, x: left + (column.index == nil ? indent : 0), baseline: baseline, font)
      }
      left += width + gap
    }
    y += font.leading
  }

  private mutating func rule(_ width: Double) {
    y += 1.5
    let ends = [Drawing.Point(Typography.margin, y), Drawing.Point(Typography.margin + width, y)]
    add(.line(ends, Typography.hair))
    y += 1.5
  }

  /// Tables are laid out in whole units, so many to a point.
  private static let perPoint = 16.0

  static func units(_ points: Double) -> Int { Int(min(max((points * perPoint).rounded(.up), 0), 1e9)) }
}
