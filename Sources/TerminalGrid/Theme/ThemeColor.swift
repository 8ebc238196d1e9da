/// A colour of a theme: what it should look like, and which of the sixteen standard colours stands in for it.
package struct ThemeColor: Hashable, Sendable {
  package var rgb: RGB
  /// The stand-in where there are only 16 colours; `nil` takes the one that looks most alike.
  package var standard: UInt8?

  package init(_ rgb: RGB, standard: UInt8? = nil) { (self.rgb, self.standard) = (rgb, standard) }

  /// The colour as a terminal of that depth can show it.
  package func resolved(_ depth: ColorDepth) -> ResolvedColor {
    switch depth {
    case .none: .terminal
    case .eight: Self.amongEight(standard ?? rgb.nearestOf16)
    case .sixteen: .indexed(standard ?? rgb.nearestOf16)
    case .indexed256: .indexed(rgb.nearestOf256)
    case .direct: .direct(rgb)
    }
  }

  /// A bright colour becomes the normal one; bright black would become invisible on black.
  private static func amongEight(_ standard: UInt8) -> ResolvedColor {
    standard == 8 ? .terminal : .indexed(standard % 8)
  }
}
