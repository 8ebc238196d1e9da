/// How many colours a terminal can show, from none to any mixture.
package enum ColorDepth: Int, Hashable, Sendable, Comparable, CaseIterable {
  case none, eight, sixteen, indexed256, direct

  /// Reads the value of `--color`: `never`, `8`, `16`, `256` or `true`.
  package init?(name: String) {
    guard let depth = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = depth
  }

  package var name: String {
    switch self {
    case .none: "never"
    case .eight: "8"
    case .sixteen: "16"
    case .indexed256: "256"
    case .direct: "true"
    }
  }

  package static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}
