import CExpat

/// The attributes of an element, valid while it is being handled.
struct XMLAttributes {
  let list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  /// An attribute's value by its name without the prefix of its namespace.
  subscript(_ name: StaticString) -> String? {
    guard let list else { return nil }
    var index = 0
    while let key = list[index], let value = list[index + 1] {
      if XMLDocument.matches(key, name) { return String(cString: value) }
      index += 2
    }
    return nil
  }

  /// Whether an attribute says yes.
  func isSet(_ name: StaticString) -> Bool { self[name] == "1" || self[name] == "true" }
}
