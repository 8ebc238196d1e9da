import CCairo
import Foundation

/// Draws a drawing on one surface of cairo.
struct CairoPen {
  let context: OpaquePointer?
  let fonts: CairoFonts

  func draw(_ drawing: Drawing) {
    CairoFonts.useExactMetrics(context)
    set(.white)
    cairo_paint(context)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_MITER)
    for element in drawing.elements { draw(element) }
  }

  private func draw(_ element: Drawing.Element) {
    switch element {
    case .line(let points, let stroke):
      trace(points)
      self.stroke(stroke)
    case .area(let points, let ink):
      trace(points)
      cairo_close_path(context)
      set(ink)
      cairo_fill(context)
    case .mark(let mark, let point, let ink): draw(mark, at: point, ink)
    case .text(let label): draw(label)
    }
  }

  private func set(_ ink: Ink) {
    cairo_set_source_rgba(
      context, Double(ink.red) / 255, Double(ink.green) / 255, Double(ink.blue) / 255, ink.opacity)
  }

  private func trace(_ points: [Drawing.Point]) {
    cairo_new_path(context)
    for point in points { cairo_line_to(context, point.x, point.y) }
  }

  private func stroke(_ stroke: Drawing.Stroke) {
    set(stroke.ink)
    cairo_set_line_width(context, stroke.width)
    cairo_set_dash(context, stroke.dash, Int32(clamping: stroke.dash.count), 0)
    cairo_stroke(context)
  }

  private func draw(_ label: Label) {
    set(label.ink)
    cairo_save(context)
    cairo_move_to(context, label.origin.x, label.origin.y)
    if label.isUpright { cairo_rotate(context, -.pi / 2) }
    fonts.show(label.text, label.font, on: context)
    cairo_restore(context)
  }

  // MARK: Marks

  private func draw(_ mark: Mark, at point: Drawing.Point, _ ink: Ink) {
    let radius = DrawnCurve.markRadius
    switch mark {
    case .disc, .circle:
      cairo_new_path(context)
      cairo_arc(context, point.x, point.y, radius, 0, 2 * .pi)
      cairo_close_path(context)
    case .triangle, .openTriangle: polygon(3, at: point, radius: radius * 1.3, from: -.pi / 2)
    case .square, .openSquare: polygon(4, at: point, radius: radius * 1.3, from: -.pi / 4)
    case .diamond, .openDiamond: polygon(4, at: point, radius: radius * 1.3, from: -.pi / 2)
    }
    set(mark.isFilled ? ink : .white)
    cairo_fill_preserve(context)
    self.stroke(Drawing.Stroke(ink: ink, width: 0.8))
  }

  private func polygon(_ corners: Int, at point: Drawing.Point, radius: Double, from start: Double) {
    trace(
      (0..<corners).map { corner in
        let angle = start + 2 * .pi * Double(corner) / Double(corners)
        return Drawing.Point(point.x + radius * cos(angle), point.y + radius * sin(angle))
      })
    cairo_close_path(context)
  }
}

extension Mark {
  fileprivate var isFilled: Bool {
    switch self {
    case .disc, .triangle, .square, .diamond: true
    case .circle, .openTriangle, .openSquare, .openDiamond: false
    }
  }
}
