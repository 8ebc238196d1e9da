/// The sixteen colours that every colour terminal has by number, and its user may have changed.
package enum StandardColor: UInt8, Hashable, Sendable, CaseIterable {
  case black, red, green, yellow, blue, magenta, cyan, white
  case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite

  package init?(name: String) {
    guard let color = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = color
  }

  /// The name in theme files: `red`, `bright-red`.
  package var name: String {
    let plain = "\(self)"
    guard plain.hasPrefix("bright") else { return plain }
    return "bright-\(plain.dropFirst("bright".count).lowercased())"
  }
}
