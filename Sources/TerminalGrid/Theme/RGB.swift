/// A colour as a screen mixes it.
package struct RGB: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Reads `#rrggbb` or `#rgb`.
  package init?(hex text: String) {
    let digits = text.dropFirst()
    guard text.hasPrefix("#"), digits.allSatisfy({ $0.isHexDigit }), let value = UInt32(digits, radix: 16)
    else { return nil }
    switch text.utf8.count {
    case 7: self.init(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    case 4: self.init(UInt8(value >> 8) * 17, UInt8(value >> 4 & 0xF) * 17, UInt8(value & 0xF) * 17)
    default: return nil
    }
  }

  /// How different two colours look: the squared distance, weighted by how the eye sees red, green and blue.
  package func difference(from other: RGB) -> Int {
    let red = Int(self.red) - Int(other.red)
    let green = Int(self.green) - Int(other.green)
    let blue = Int(self.blue) - Int(other.blue)
    return 3 * red * red + 6 * green * green + 2 * blue * blue
  }
}
