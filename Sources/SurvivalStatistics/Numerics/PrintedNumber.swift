internal import Foundation

/// Numbers as summaries print them, in the way of R's `print`.
enum PrintedNumber {
  /// Four significant digits; `NA` where there is no number.
  static func text(_ number: Double?) -> String {
    guard let number, !number.isNaN else { return "NA" }
    return String(format: "%.4g", number)
  }

  /// A P value: three decimals, and never 0.
  static func pValue(_ p: Double?) -> String {
    guard let p, !p.isNaN else { return "P NA" }
    return p < 0.001 ? "P <0.001" : String(format: "P %.3f", min(p, 1))
  }

  /// `0.52 (95% CI 0.36 to 0.75)`, the interval being left out where there is none.
  static func text(_ value: Double?, _ lower: Double?, _ upper: Double?, level: Double = 0.95) -> String {
    guard lower != nil || upper != nil else { return text(value) }
    return "\(text(value)) (\(text(100 * level))% CI \(text(lower)) to \(text(upper)))"
  }

  /// `1 event`, `2 events`.
  static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
