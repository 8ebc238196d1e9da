/// The letters of a figure, as journals print them, and the space around it; in points.
enum Typography {
  static let margin = 14.0
  static let study = Font(size: 7.5)
  static let title = Font(size: 10, isBold: true)
  static let subtitle = Font(size: 8.5)
  static let warning = Font(size: 8, isBold: true)
  static let axis = Font(size: 8.5)
  static let tick = Font(size: 8)
  static let name = Font(size: 8.5, isBold: true)
  static let cell = Font(size: 8)
  static let heading = Font(size: 8, isBold: true)
  static let result = Font(size: 8)
  static let caption = Font(size: 7)
  static let thin = Drawing.Stroke(ink: .black, width: 0.6)
  static let hair = Drawing.Stroke(ink: .guide, width: 0.4)
}
