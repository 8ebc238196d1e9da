internal import PrintableText

/// How numbers and texts are written in JSON.
enum JSONText {
  /// The shortest text that reads back to the same number; infinities in quotes, what is no number as `null`.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "null" : value < 0 ? "\"-inf\"" : "\"inf\"" }
    return value.digits
  }

  static func digits(_ value: Double) -> String { value.digits }
}

/// Texts in quotes, in answers and in messages about jobs.
enum QuotedText {
  static func escaped(_ text: some StringProtocol) -> String { text.asJSON }
}
