/// Texts between quotes, as other programs read them: what may not stand there is escaped, and so is what would command
/// a terminal or deceive whoever looks at the file.
extension StringProtocol {
  /// The text in quotes as JSON writes it; what reads it gets every character back.
  package var asJSON: String {
    escaped { scalar in String(scalar).utf16.map { "\\u" + $0.hexadecimal(digits: 4) }.joined() }
  }

  /// The text in quotes as TOML writes it, which differs from JSON past U+FFFF only.
  package var asTOML: String {
    escaped { scalar in
      scalar.value > 0xFFFF
        ? "\\U" + scalar.value.hexadecimal(digits: 8) : "\\u" + scalar.value.hexadecimal(digits: 4)
    }
  }

  private func escaped(_ escape: (Unicode.Scalar) -> String) -> String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where !scalar.isPrintable: quoted += escape(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension FixedWidthInteger {
  fileprivate func hexadecimal(digits: Int) -> String {
    let text = String(self, radix: 16)
    return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
  }
}
