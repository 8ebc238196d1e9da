import PrintableText

/// Texts in quotes as JSON and TOML both write them.
package enum QuotedText {
  /// The text between quotes, with what may not stand there escaped, and what would command a terminal or deceive
  /// whoever looks at the file.
  ///
  /// The two languages write characters past U+FFFF in different ways; no such character commands anything.
  package static func escaped(_ text: some StringProtocol) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where !scalar.isPrintable && scalar.value <= 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
