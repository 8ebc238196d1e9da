import CCairo

/// The fonts that figures are drawn with: what the system has for Helvetica, and for letters which that has not, a font
/// that has them.
package final class CairoFonts: TextMeasure {
  /// Texts are measured here as they will be drawn elsewhere.
  private let surface: OpaquePointer?
  private let context: OpaquePointer?
  private var families: [Unicode.Scalar: String] = [:]
  private var widths: [Font: [String: Double]] = [:]

  private static let family = "Helvetica"

  package init() {
    surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)
    context = cairo_create(surface)
    Self.useExactMetrics(context)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Letters as wide as they are, whatever the pixels of a screen would make of them.
  static func useExactMetrics(_ context: OpaquePointer?) {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  package func width(_ text: String, _ font: Font) -> Double {
    if let known = widths[font]?[text] { return known }
    let width = runs(text, font).reduce(0) { $0 + advance($1, font) }
    widths[font, default: [:]][text] = width
    return width
  }

  /// Draws a text from where a context's pen is.
  func show(_ text: String, _ font: Font, on target: OpaquePointer?) {
    for run in runs(text, font) {
      select(run.family, font, on: target)
      cairo_show_text(target, run.text)
    }
  }

  private struct Run {
    var family: String
    var text: String
  }

  /// A text in pieces of one font each.
  private func runs(_ text: String, _ font: Font) -> [Run] {
    guard !has(text, font) else { return [Run(family: Self.family, text: text)] }
    var runs: [Run] = []
    for character in text {
      let letter = String(character)
      let family = has(letter, font) ? Self.family : family(having: character)
      if runs.last?.family == family {
        runs[runs.count - 1].text += letter
      } else {
        runs.append(Run(family: family, text: letter))
      }
    }
    return runs
  }

  private func select(_ family: String, _ font: Font, on target: OpaquePointer?) {
    cairo_select_font_face(
      target, family, CAIRO_FONT_SLANT_NORMAL,
      font.isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    cairo_set_font_size(target, font.size)
  }

  private func advance(_ run: Run, _ font: Font) -> Double {
    select(run.family, font, on: context)
    var extents = cairo_text_extents_t()
    cairo_text_extents(context, run.text, &extents)
    return extents.x_advance
  }

  /// Whether the usual font has every letter; glyph 0 stands for what it has not.
  private func has(_ text: String, _ font: Font) -> Bool {
    select(Self.family, font, on: context)
    var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
    var count: Int32 = 0
    let status = cairo_scaled_font_text_to_glyphs(
      cairo_get_scaled_font(context), 0, 0, text, -1, &glyphs, &count, nil, nil, nil)
    defer { cairo_glyph_free(glyphs) }
    guard status == CAIRO_STATUS_SUCCESS, let glyphs else { return true }
    return (0..<Int(count)).allSatisfy { glyphs[$0].index != 0 }
  }

  /// The family that the system would show a letter in.
  private func family(having character: Character) -> String {
    guard let scalar = character.unicodeScalars.first else { return Self.family }
    if let known = families[scalar] { return known }
    let pattern = FcPatternCreate()
    let letters = FcCharSetCreate()
    defer {
      FcPatternDestroy(pattern)
      FcCharSetDestroy(letters)
    }
    FcCharSetAddChar(letters, scalar.value)
    FcPatternAddCharSet(pattern, FC_CHARSET, letters)
    FcPatternAddBool(pattern, FC_SCALABLE, FcBool(1))
    FcConfigSubstitute(nil, pattern, FcMatchPattern)
    FcDefaultSubstitute(pattern)
    var result = FcResultMatch
    let match = FcFontMatch(nil, pattern, &result)
    defer { FcPatternDestroy(match) }
    var name: UnsafeMutablePointer<FcChar8>?
    let found =
      match != nil && FcPatternGetString(match, FC_FAMILY, 0, &name) == FcResultMatch
      ? name.map { String(cString: $0) } : nil
    families[scalar] = found ?? Self.family
    return found ?? Self.family
  }
}
