import PrintableText

/// Why a filter expression cannot be understood, and where.
package enum FilterSyntaxError: Error, Equatable, Sendable, CustomStringConvertible {
  /// `column` counts characters from 1.
  case unexpected(found: String, column: Int, expected: String)
  case unknownVariable(name: String, column: Int, nearest: String?)
  case unknownLevel(value: String, variable: String, column: Int, levels: [String])
  case notANumber(value: String, variable: String, column: Int)
  case notADate(value: String, variable: String, column: Int)
  /// More conditions inside each other than the limit.
  case tooDeep(column: Int, limit: Int)
  /// An order comparison on a variable without order, a text search on a number, …
  case notComparable(variable: String, operation: String, column: Int, why: String)

  package var description: String { words.onOneLine }

  private var words: String {
    switch self {
    case .unexpected(let found, let column, let expected):
      return
        "column \(column): \(found.isEmpty ? "the end" : "“\(cut(found))”") where \(expected) was expected"
    case .unknownVariable(let name, let column, let nearest):
      let hint = nearest.map { "; did you mean “\($0)”?" } ?? ""
      return "column \(column): no variable is called “\(cut(name))”\(hint)"
    case .unknownLevel(let value, let variable, let column, let levels):
      let shown = levels.prefix(8).map(cut).joined(separator: ", ") + (levels.count > 8 ? ", …" : "")
      return "column \(column): “\(cut(value))” is no value of \(variable); expected one of \(shown)"
    case .notANumber(let value, let variable, let column):
      return "column \(column): \(variable) is a number, but it is compared with “\(cut(value))”"
    case .notADate(let value, let variable, let column):
      return "column \(column): \(variable) is a date; expected YYYY-MM-DD instead of “\(cut(value))”"
    case .tooDeep(let column, let limit):
      return "column \(column): more than \(limit) conditions inside each other; expected fewer"
    case .notComparable(let variable, let operation, let column, let why):
      return "column \(column): “\(operation)” does not fit \(variable): \(why)"
    }
  }

  /// The text, or its beginning where it is long.
  private func cut(_ text: String) -> String { text.count > 60 ? text.prefix(57) + "…" : text }
}
