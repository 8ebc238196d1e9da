extension ResolvedStyle {
  /// The escape sequence that selects this style after any other; only parameters, in ECMA-48 order.
  package var escapeSequence: String {
    var codes = ["0"]
    if bold { codes.append("1") }
    if dim { codes.append("2") }
    if underline { codes.append("4") }
    if reverse { codes.append("7") }
    codes += foreground.codes(base: 30) + background.codes(base: 40)
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}

extension ResolvedColor {
  /// SGR parameters; `base` is 30 for the foreground and 40 for the background.
  fileprivate func codes(base: Int) -> [String] {
    switch self {
    case .terminal: []
    case .indexed(let index) where index < 8: ["\(base + Int(index))"]
    case .indexed(let index) where index < 16: ["\(base + 52 + Int(index))"]
    case .indexed(let index): ["\(base + 8)", "5", "\(index)"]
    case .direct(let rgb): ["\(base + 8)", "2", "\(rgb.red)", "\(rgb.green)", "\(rgb.blue)"]
    }
  }
}
