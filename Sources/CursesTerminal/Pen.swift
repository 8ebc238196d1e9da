import CCurses
import TerminalGrid

/// Draws cells in the attributes and colour pairs of ncurses, which it defines as they are needed.
@MainActor
struct Pen {
  private struct Ink: Equatable {
    var attributes: UInt32
    var pair: Int32
    /// Whether a blank in this ink can be told from the empty screen.
    var showsBlanks: Bool
  }

  private struct Colors: Hashable {
    var foreground: ResolvedColor
    var background: ResolvedColor
  }

  private let colorDepth: ColorDepth
  private var theme: Theme?
  private var inks: [Style: Ink] = [:]
  private var pairs: [Colors: Int32] = [:]
  /// The scalars of one character, kept so that no cell allocates.
  private var scalars: [UInt32] = []

  init(colorDepth: ColorDepth) { self.colorDepth = colorDepth }

  /// Draws every cell of a grid.
  mutating func draw(_ grid: Grid, theme: Theme) {
    if theme != self.theme { forgetInks(theme) }
    for y in 0..<grid.size.rows { draw(grid.row(y), y: y, theme) }
  }

  private mutating func draw(_ row: ArraySlice<Cell>, y: Int, _ theme: Theme) {
    var style = Style.plain
    var ink = ink(for: style, theme)
    let plain = ink
    var x = 0
    var gapEnd = 0
    for index in row.indices {
      let cell = row[index]
      defer { x += 1 }
      if cell.glyph == Cell.continuation { continue }
      if x < gapEnd {
        put(" ", x, y, ink)
        continue
      }
      if cell.glyph == " ", ink != plain, !ink.showsBlanks, self.ink(for: cell.style, theme) == plain {
        gapEnd = x + gap(in: row[index...], between: ink, theme)
        if x < gapEnd {
          put(" ", x, y, ink)
          continue
        }
      }
      if cell.style != style { (style, ink) = (cell.style, self.ink(for: cell.style, theme)) }
      put(cell.glyph, x, y, ink)
    }
  }

  /// The length of a short gap between two texts in the same ink, 0 if it is something else.
  ///
  /// Blanks in the ink around them look the same, and save the bytes of changing it and changing it back: on a
  /// dotted line, most of all bytes.
  private mutating func gap(in cells: ArraySlice<Cell>, between ink: Ink, _ theme: Theme) -> Int {
    for (length, cell) in cells.prefix(Self.longestGap + 1).enumerated() {
      let next = self.ink(for: cell.style, theme)
      if cell.glyph != " " { return next == ink ? length : 0 }
      if next.showsBlanks { return 0 }
    }
    return 0
  }

  /// Longer gaps are jumped over or erased for less.
  private static let longestGap = 12

  private mutating func put(_ glyph: Character, _ x: Int, _ y: Int, _ ink: Ink) {
    scalars.removeAll(keepingCapacity: true)
    for scalar in glyph.unicodeScalars { scalars.append(scalar.value) }
    ccurses_put(
      Int32(x), Int32(y), scalars, Int32(scalars.count), Int32(TextWidth.columns(of: glyph)), ink.attributes,
      ink.pair)
  }

  private mutating func forgetInks(_ theme: Theme) {
    let isFirst = self.theme == nil
    self.theme = theme
    inks.removeAll()
    pairs.removeAll()
    if !isFirst { ccurses_forget_pairs() }
  }

  private mutating func ink(for style: Style, _ theme: Theme) -> Ink {
    if let ink = inks[style] { return ink }
    let look = theme.resolve(style, colorDepth)
    let colors = Colors(foreground: look.foreground, background: look.background)
    let attributes = ccurses_attributes(look.bold, look.dim, look.reverse, look.underline)
    let showsBlanks = look.reverse || look.underline || look.background != .terminal
    let ink = Ink(attributes: attributes, pair: pair(for: colors), showsBlanks: showsBlanks)
    inks[style] = ink
    return ink
  }

  /// The pair of two colours; once the terminal has no more pairs, its own colours.
  private mutating func pair(for colors: Colors) -> Int32 {
    if colors == Colors(foreground: .terminal, background: .terminal) { return 0 }
    if let pair = pairs[colors] { return pair }
    let pair = Int32(pairs.count + 1)
    guard pair < ccurses_pair_count() else { return 0 }
    ccurses_define_pair(pair, Self.number(of: colors.foreground), Self.number(of: colors.background))
    pairs[colors] = pair
    return pair
  }

  private static func number(of color: ResolvedColor) -> Int32 {
    switch color {
    case .terminal: -1
    case .indexed(let index): Int32(index)
    case .direct(let rgb):
      // The first eight numbers are a palette even on a terminal of direct colours.
      max(8, Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue))
    }
  }
}
