import TerminalGrid

/// What every reader keeps to.
enum Promises {
  /// Fails on a text that commands a terminal, and on one of several lines where it should have one.
  static func check(printed text: String, isLine: Bool = true) throws(BrokenPromise) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09 where !isLine, 0x0A where !isLine: break
      case ..<0x20, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
        throw BrokenPromise("U+\(String(scalar.value, radix: 16)) is printed in \(text.debugDescription)")
      default: break
      }
    }
  }

  /// Fails on a screen with a cell that commands the terminal.
  static func check(_ grid: Grid) throws(BrokenPromise) {
    for row in grid.rowTexts { try check(printed: row) }
  }
}
