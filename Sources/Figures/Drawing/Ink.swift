/// A colour and how much of it covers what lies below.
package struct Ink: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8
  package var opacity = 1.0

  package init(_ hex: UInt32, opacity: Double = 1) {
    (red, green, blue) = (UInt8(hex >> 16 & 0xFF), UInt8(hex >> 8 & 0xFF), UInt8(hex & 0xFF))
    self.opacity = opacity
  }

  func faded(to opacity: Double) -> Ink {
    var ink = self
    ink.opacity = opacity
    return ink
  }

  static let black = Ink(0x000000)
  static let white = Ink(0xFFFFFF)
  /// What need not be read first.
  static let muted = Ink(0x444444)
  /// Lines that guide the eye.
  static let guide = Ink(0x999999)
  static let danger = Ink(0xA01020)
}
