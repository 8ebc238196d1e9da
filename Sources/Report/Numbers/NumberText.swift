import Foundation

/// How numbers are printed, everywhere the same.
package enum NumberText {
  /// With a fixed number of decimals, a point for the decimal mark, never `-0.0`.
  package static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "NE" : value > 0 ? "∞" : "-∞" }
    // Beyond this no decimal is known, and the digits would fill a screen.
    guard abs(value) < 1e15 else { return String(format: "%.3g", value) }
    let text = quickly(value, decimals) ?? String(format: "%.\(decimals)f", value)
    return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) } ? String(text.dropFirst()) : text
  }

  /// The same digits as `%f` for a number of usual size that is not about halfway between two of that many decimals.
  ///
  /// A screen has dozens of numbers, and printing one in C costs as much as drawing a row.
  private static func quickly(_ value: Double, _ decimals: Int) -> String? {
    guard (0...4).contains(decimals), abs(value) < 1e6 else { return nil }
    let power = [1, 10, 100, 1000, 10_000][decimals]
    let scaled = abs(value) * Double(power)
    let whole = scaled.rounded()
    // The product is off by less than a millionth; only near a half that could decide.
    guard abs(abs(scaled - whole) - 0.5) > 1e-5 else { return nil }
    let (digits, sign) = (Int(whole), value.sign == .minus ? "-" : "")
    guard decimals > 0 else { return "\(sign)\(digits)" }
    let rest = String(digits % power)
    return "\(sign)\(digits / power).\(String(repeating: "0", count: decimals - rest.utf8.count))\(rest)"
  }

  /// A share as a percentage with one decimal: `72.2%`; `0%` and `100%` are exact, what only rounds to them is `<0.1%`
  /// or `>99.9%`.
  package static func percent(_ share: Double) -> String {
    if share == 0 || share == 1 { return share == 0 ? "0%" : "100%" }
    let text = fixed(share * 100, 1)
    if text == "0.0" { return share > 0 ? "<0.1%" : "0%" }
    return text == "100.0" && share < 1 ? ">99.9%" : text + "%"
  }

  /// A difference of shares in points, with its sign: `+15.2`, `−3.0`.
  package static func points(_ difference: Double) -> String { signed(difference * 100) }

  /// With one decimal and always a sign, a true minus: `+2.1`, `−1.5`, `0.0`.
  package static func signed(_ difference: Double) -> String {
    let text = fixed(difference, 1)
    if text == "0.0" || !difference.isFinite { return text }
    return text.hasPrefix("-") ? "−" + text.dropFirst() : "+" + text
  }

  /// A ratio with two decimals; what they cannot tell from none or from any is `<0.01` or `>999`.
  package static func ratio(_ ratio: Double) -> String {
    if ratio > 999 { return ">999" }
    return ratio > 0 && ratio < 0.01 ? "<0.01" : fixed(ratio, 2)
  }

  /// A P value: three decimals up to .200, two above, `<.001`; never `.000`, never 1.00 for less than 1.
  package static func pValue(_ p: Double) -> String {
    guard p.isFinite else { return "NE" }
    if p < 0.001 { return "<.001" }
    let text = p <= 0.2 ? fixed(p, 3) : fixed(p, 2)
    return text == "1.00" ? ">.99" : String(text.dropFirst())
  }

  /// `P = .070`, `P < .001`.
  package static func pEquation(_ p: Double) -> String {
    let text = pValue(p)
    guard let sign = text.first, "<>".contains(sign) else { return "P = \(text)" }
    return "P \(sign) \(text.dropFirst())"
  }

  /// A test statistic with its degrees of freedom as a subscript: `χ²₁ = 3.29`.
  package static func chiSquared(_ statistic: Double, degreesOfFreedom: Int) -> String {
    let subscripts = Array("₀₁₂₃₄₅₆₇₈₉")
    let index = String(degreesOfFreedom).compactMap(\.wholeNumberValue).map { String(subscripts[$0]) }
      .joined()
    return "χ²\(index) = \(fixed(statistic, 2))"
  }

  /// As short as the value allows: `24`, `12.5`; at most `decimals` decimals, no trailing zeros.
  package static func short(_ value: Double, decimals: Int = 2) -> String {
    guard value.isFinite else { return fixed(value, 0) }
    var text = fixed(value, decimals)
    guard text.contains("."), !text.contains("e") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A count with a group mark from 10,000 on: `9999`, `12,500`.
  package static func count(_ count: Int) -> String {
    let digits = String(count.magnitude)
    guard digits.count > 4 else { return String(count) }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return (count < 0 ? "-" : "") + grouped
  }
}
