/// A JSON value, with the members of objects in the order in which they are written.
indirect enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([JSONMember])
}

/// A name with its value in a JSON object.
struct JSONMember: Equatable, Sendable {
  var name: String
  var value: JSONValue
}

extension JSONValue: CustomStringConvertible {
  /// The value as a message shows it: on one line, long texts cut, lists and objects named by their kind.
  var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let value): JSONText.number(value)
    case .text(let text): QuotedText.escaped(text.count > 60 ? text.prefix(57) + "…" : text)
    case .array(let elements): elements.isEmpty ? "[]" : "a list"
    case .object: "an object"
    }
  }
}
