import Foundation
package import TerminalGrid

/// How numbers are printed, everywhere the same.
package enum NumberText {
  /// With a fixed number of decimals, a point for the decimal mark, never `-0.0`.
  package static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "NE" : value > 0 ? "∞" : "-∞" }
    let text = String(format: "%.\(decimals)f", value)
    return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) } ? String(text.dropFirst()) : text
  }

  /// A share as a percentage with one decimal: `72.2%`.
  package static func percent(_ share: Double) -> String { fixed(share * 100, 1) + "%" }

  /// An estimate with its interval, `72.2% (59.0–81.8)`.
  ///
  /// An interval that cannot be estimated is `NE`: nobody failed, or everybody did, so the data say nothing of its
  /// width. It is never printed as `0.0–0.0`.
  package static func percent(_ share: Double, interval: (lower: Double, upper: Double)?) -> String {
    let value = share == 0 ? "0%" : share == 1 ? "100%" : percent(share)
    guard let interval else { return "\(value) (NE)" }
    return "\(value) (\(fixed(interval.lower * 100, 1))–\(fixed(interval.upper * 100, 1)))"
  }

  /// A P value: three decimals up to .200, two above, `<0.001`; never `0.000`, never 1.00 for less than 1.
  package static func pValue(_ p: Double) -> String {
    guard p.isFinite else { return "NE" }
    if p < 0.001 { return "<0.001" }
    let text = p <= 0.2 ? fixed(p, 3) : fixed(p, 2)
    if text == "1.00" { return p < 1 ? ">.99" : "1" }
    return String(text.dropFirst())
  }

  /// `P=.070`, `P<0.001`.
  package static func pEquation(_ p: Double) -> String {
    let text = pValue(p)
    return text.hasPrefix("<") || text.hasPrefix(">") ? "P\(text)" : "P=\(text)"
  }

  /// A test statistic with its degrees of freedom as a subscript, `χ²₁=3.29`; in ASCII `chi2(1)=3.29`.
  package static func chiSquared(_ statistic: Double, degreesOfFreedom: Int, _ charset: Charset) -> String {
    guard charset == .unicode else { return "chi2(\(degreesOfFreedom))=\(fixed(statistic, 2))" }
    let subscripts = Array("₀₁₂₃₄₅₆₇₈₉")
    let index = String(degreesOfFreedom).compactMap(\.wholeNumberValue).map { String(subscripts[$0]) }
      .joined()
    return "χ²\(index)=\(fixed(statistic, 2))"
  }

  /// As short as the value allows: `24`, `12.5`; at most `decimals` decimals, no trailing zeros.
  package static func short(_ value: Double, decimals: Int = 2) -> String {
    guard value.isFinite else { return fixed(value, 0) }
    var text = fixed(value, decimals)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A count with a thin group mark from 10,000 on: `9999`, `12,500`.
  package static func count(_ count: Int) -> String {
    let digits = String(abs(count))
    guard digits.count > 4 else { return String(count) }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return (count < 0 ? "-" : "") + grouped
  }
}
