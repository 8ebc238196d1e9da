extension RGB {
  /// The entry of the 256-colour palette that looks most alike.
  ///
  /// Only the colour cube and the grey ramp (16…255) are used: the first sixteen are the user's to choose.
  package var nearestOf256: UInt8 {
    (UInt8(16)...255).min { difference(from: RGB(palette: $0)) < difference(from: RGB(palette: $1)) } ?? 16
  }

  /// The entry of the 16-colour palette, in its usual colours, that looks most alike.
  package var nearestOf16: UInt8 {
    (UInt8(0)...15).min { difference(from: RGB(palette: $0)) < difference(from: RGB(palette: $1)) } ?? 7
  }

  /// The colour of an entry of the 256-colour palette, as xterm has it.
  package init(palette index: UInt8) {
    switch index {
    case 0..<16:
      self = Self.first16[Int(index)]
    case 16..<232:
      let place = Int(index) - 16
      let level: (Int) -> UInt8 = { $0 == 0 ? 0 : UInt8(55 + 40 * $0) }
      self.init(level(place / 36), level(place / 6 % 6), level(place % 6))
    default:
      let grey = 8 + 10 * (index - 232)
      self.init(grey, grey, grey)
    }
  }

  private static let first16: [RGB] = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0), RGB(0, 0, 238), RGB(205, 0, 205),
    RGB(0, 205, 205), RGB(229, 229, 229), RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0),
    RGB(255, 255, 0), RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
  ]
}
