/// Something in a theme file that was not understood; the rest of the theme is used.
package struct ThemeWarning: Hashable, Sendable, CustomStringConvertible {
  package var file: String
  /// Counted from 1.
  package var line: Int
  package var message: String

  package var description: String { "\(file):\(line): \(message)" }
}
