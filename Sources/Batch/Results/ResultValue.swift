internal import Study

/// A value of an answer.
package enum ResultValue: Equatable, Sendable {
  /// Undefined, or not reached.
  case null
  /// Never NaN; infinities are kept.
  case number(Double)
  case text(String)
  case array([ResultValue])

  init(_ value: Double?) {
    self = value.map { $0.isNaN ? .null : .number($0) } ?? .null
  }

  init(_ value: Int) { self = .number(Double(value)) }
}

extension ResultValue {
  var json: String {
    switch self {
    case .null: "null"
    case .number(let number): JSONText.number(number)
    case .text(let text): QuotedText.escaped(text)
    case .array(let elements): "[" + elements.map(\.json).joined(separator: ", ") + "]"
    }
  }
}
