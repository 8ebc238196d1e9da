import CohortModel
import PrintableText

/// The lines of one TOML table; what is empty is left out.
struct TOMLLines {
  var lines: [String]

  init(header: String) { lines = [header] }

  mutating func add(_ key: String, _ value: String?) {
    if let value { lines.append("\(key) = \(value.asTOML)") }
  }

  mutating func add(_ key: String, _ value: Double?) {
    if let value { lines.append("\(key) = \(value.digits)") }
  }

  /// A list of numbers; nothing where there are none.
  mutating func add(_ key: String, _ values: [Double]) {
    if !values.isEmpty { lines.append("\(key) = [\(values.map(\.digits).joined(separator: ", "))]") }
  }

  /// A number in the recorded unit, or a text with the unit.
  mutating func add(_ key: String, _ time: TimePoint?) {
    guard let time else { return }
    if time.unit == nil { add(key, time.value) } else { add(key, time.text) }
  }

  mutating func add(_ key: String, _ value: Bool) { lines.append("\(key) = \(value)") }

  mutating func add(_ key: String, _ values: [String], evenIfEmpty: Bool = false) {
    guard evenIfEmpty || !values.isEmpty else { return }
    lines.append("\(key) = [\(values.map(\.asTOML).joined(separator: ", "))]")
  }

  /// An inline table, in the order given.
  mutating func add(_ key: String, _ pairs: [(key: String, value: String)]) {
    guard !pairs.isEmpty else { return }
    let list = pairs.map { "\(Self.key($0.key)) = \($0.value.asTOML)" }.joined(separator: ", ")
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
    return isBare ? name : name.asTOML
  }
}
