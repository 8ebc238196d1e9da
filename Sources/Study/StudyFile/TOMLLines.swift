/// The lines of one TOML table; what is empty is left out.
struct TOMLLines {
  var lines: [String]

  init(header: String) { lines = [header] }

  mutating func add(_ key: String, _ value: String?) {
    if let value { lines.append("\(key) = \(Self.quote(value))") }
  }

  mutating func add(_ key: String, _ value: Double?) {
    guard let value else { return }
    let text = value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : String(value)
    lines.append("\(key) = \(text)")
  }

  mutating func add(_ key: String, _ value: Bool) { lines.append("\(key) = \(value)") }

  mutating func add(_ key: String, _ values: [String], evenIfEmpty: Bool = false) {
    guard evenIfEmpty || !values.isEmpty else { return }
    lines.append("\(key) = [\(values.map(Self.quote).joined(separator: ", "))]")
  }

  /// An inline table, in the order given.
  mutating func add(_ key: String, _ pairs: [(key: String, value: String)]) {
    guard !pairs.isEmpty else { return }
    let list = pairs.map { "\(Self.key($0.key)) = \(Self.quote($0.value))" }.joined(separator: ", ")
    lines.append("\(key) = { \(list) }")
  }

  /// A key, in quotes where it needs them.
  static func key(_ name: String) -> String {
    let isBare =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
    return isBare ? name : quote(name)
  }

  /// A basic string.
  static func quote(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where scalar.value < 32 || scalar.value == 127:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
