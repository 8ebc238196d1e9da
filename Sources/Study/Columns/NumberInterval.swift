/// A group of a measurement as papers write it: `0-3`, `4–12`, `>12`, `≤ 720`, `80+`.
struct NumberInterval: Equatable, Comparable {
  let lower: Double
  let upper: Double
  /// Whether the lower bound itself lies outside.
  let isOpenBelow: Bool

  var isPoint: Bool { lower == upper }

  init?(_ text: String) {
    let plain = text.lowercased().filter { !$0.isWhitespace }
      .replacing("–", with: "-").replacing("—", with: "-").replacing("to", with: "-")
    for (sign, isBelow, isOpen) in Self.signs where plain.hasPrefix(sign) {
      guard let number = WrittenNumber(String(plain.dropFirst(sign.count)))?.value else { return nil }
      (lower, upper) = isBelow ? (-.infinity, number) : (number, .infinity)
      isOpenBelow = isOpen
      return
    }
    isOpenBelow = false
    if plain.hasSuffix("+"), let number = WrittenNumber(String(plain.dropLast()))?.value {
      (lower, upper) = (number, .infinity)
      return
    }
    if let number = WrittenNumber(plain)?.value {
      (lower, upper) = (number, number)
      return
    }
    guard let dash = plain.dropFirst().firstIndex(of: "-"),
      let low = WrittenNumber(String(plain[..<dash]))?.value,
      let high = WrittenNumber(String(plain[plain.index(after: dash)...]))?.value, low < high
    else { return nil }
    (lower, upper) = (low, high)
  }

  static func < (a: NumberInterval, b: NumberInterval) -> Bool {
    if a.lower != b.lower { return a.lower < b.lower }
    if a.isOpenBelow != b.isOpenBelow { return !a.isOpenBelow }
    return a.upper < b.upper
  }

  private static let signs: [(String, isBelow: Bool, isOpen: Bool)] = [
    ("<=", true, false), ("≤", true, false), ("<", true, false), (">=", false, false), ("≥", false, false),
    (">", false, true),
  ]
}
