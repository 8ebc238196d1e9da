/// Why there is no such theme; the default one is used instead.
package enum ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// `nearest` is the name of a theme that exists and may have been meant.
  case notFound(name: String, nearest: String?)
  case unreadable(file: String, reason: String)
  case invalid(file: String, line: Int, column: Int, reason: String)
  /// Themes that inherit from each other, beginning and ending with the same.
  case circular(names: [String])

  package var description: String {
    switch self {
    case .notFound(let name, let nearest):
      "there is no theme \"\(name)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
    case .unreadable(let file, let reason): "\(file): \(reason)"
    case .invalid(let file, let line, let column, let reason): "\(file):\(line):\(column): \(reason)"
    case .circular(let names): "themes inherit from each other: \(names.joined(separator: " from "))"
    }
  }
}
