import Foundation

/// How whole ticks relate to the unit in which times were recorded.
///
/// Months with two decimals are kept as hundredths of a month, days as days: equality and order are decided on the
/// integers, and a tick becomes a `Double` only to be shown or to enter a formula.
package struct TimeScale: Hashable, Sendable {
  /// The unit in which the times were recorded; `nil` where nobody said and nothing gave it away.
  package var unit: TimeUnit?
  /// A power of ten.
  package var ticksPerUnit: Int64

  package init(unit: TimeUnit?, ticksPerUnit: Int64 = 1) {
    (self.unit, self.ticksPerUnit) = (unit, ticksPerUnit)
  }

  /// The time in recorded units: the correctly rounded quotient, so 9263 hundredths give the very `Double` 92.63.
  package func time(_ ticks: Int64) -> Double { Double(ticks) / Double(ticksPerUnit) }

  /// The nearest tick to a time, or the last there is.
  package func ticks(_ time: Double) -> Int64 { Int64(clamping: (time * Double(ticksPerUnit)).rounded()) }
}
