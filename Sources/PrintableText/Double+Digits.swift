extension Double {
  /// The shortest decimal digits that read back to the same number, whole numbers without a point and zero without a
  /// sign: `24`, `12.5`, `1e-07`; `inf` and `nan` for what is no finite number.
  package var digits: String {
    if self == 0 { return "0" }
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
