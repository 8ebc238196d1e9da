/// A colour of a theme: what it should look like, and what stands in for it where there are only 16 colours.
package struct ThemeColor: Hashable, Sendable {
  package enum StandIn: Hashable, Sendable {
    /// The one that looks most alike, as terminals usually have them.
    case nearest
    case standard(StandardColor)
    /// The terminal's own colour: none of the 16 would do.
    case none
  }

  package var rgb: RGB
  package var standIn: StandIn

  package init(_ rgb: RGB, _ standIn: StandIn = .nearest) { (self.rgb, self.standIn) = (rgb, standIn) }

  /// The colour as a terminal of that depth can show it.
  package func resolved(_ depth: ColorDepth) -> ResolvedColor {
    switch depth {
    case .none: .terminal
    case .eight: standard.map { $0.amongEight } ?? .terminal
    case .sixteen: standard.map { .indexed($0.rawValue) } ?? .terminal
    case .indexed256: .indexed(rgb.nearestOf256)
    case .direct: .direct(rgb)
    }
  }

  private var standard: StandardColor? {
    switch standIn {
    case .nearest: StandardColor(rawValue: rgb.nearestOf16)
    case .standard(let color): color
    case .none: nil
    }
  }
}

extension StandardColor {
  /// A bright colour becomes the normal one; bright black would become invisible on black.
  fileprivate var amongEight: ResolvedColor { self == .brightBlack ? .terminal : .indexed(rawValue % 8) }
}
