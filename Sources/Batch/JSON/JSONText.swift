/// How numbers and texts are written in JSON.
enum JSONText {
  /// The shortest text that reads back to the same number; infinities in quotes, what is no number as `null`.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "null" : value < 0 ? "\"-inf\"" : "\"inf\"" }
    return digits(value)
  }

  /// The shortest decimal digits of a finite number, whole numbers without a point.
  static func digits(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
