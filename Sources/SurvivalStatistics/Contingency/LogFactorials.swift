internal import Foundation

/// Logarithms of factorials.
struct LogFactorials: Sendable {
  private let values: [Double]

  /// Tabulates 0! … `largest`!.
  init(upTo largest: Int) { values = (0...max(largest, 0)).map { lgamma(Double($0) + 1) } }

  /// The logarithm of the factorial of a number.
  subscript(number: Int) -> Double { values[number] }
}
