import PrintableText

/// Puts texts below each other on a page, measuring each before it is placed.
struct Composer {
  let measure: any TextMeasure
  private(set) var elements: [Drawing.Element] = []
  /// How far down the page is taken.
  var y: Double

  init(_ measure: any TextMeasure, y: Double = 0) { (self.measure, self.y) = (measure, y) }

  enum Side { case left, middle, right }

  func width(_ text: String, _ font: Font) -> Double { measure.width(text.onOneLine, font) }

  mutating func add(_ element: Drawing.Element) { elements.append(element) }

  mutating func add(_ others: [Drawing.Element]) { elements += others }

  /// A line of text, of which `x` is the left end, the middle or the right end.
  @discardableResult
  mutating func text(
    _ text: String, _ side: Side = .left, x: Double, baseline: Double, _ font: Font, _ ink: Ink = .black
  ) -> Label? {
    let shown = text.onOneLine
    guard !shown.isEmpty else { return nil }
    let width = measure.width(shown, font)
    let left =
      switch side {
      case .left: x
      case .middle: x - width / 2
      case .right: x - width
      }
    let label = Label(
      text: shown, origin: Drawing.Point(left, baseline), font: font, ink: ink, width: width)
    elements.append(.text(label))
    return label
  }

  /// A line of text that runs upwards, about the middle `y`.
  mutating func uprightText(_ text: String, x: Double, middle: Double, _ font: Font, _ ink: Ink = .black) {
    let shown = text.onOneLine
    let width = measure.width(shown, font)
    elements.append(
      .text(
        Label(
          text: shown, origin: Drawing.Point(x, middle + width / 2), font: font, ink: ink, width: width,
          isUpright: true)))
  }

  /// A text in as many lines as it takes; the page goes on below.
  mutating func paragraph(
    _ text: String, x: Double, width: Double, _ font: Font, _ ink: Ink = .black, after: Double = 0
  ) {
    for line in measure.lines(text.onOneLine, font, width: width) {
      self.text(line, x: x, baseline: y + font.ascent, font, ink)
      y += font.leading
    }
    y += after
  }
}
