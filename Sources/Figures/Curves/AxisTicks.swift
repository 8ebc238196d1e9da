import Foundation

/// Round numbers along an axis.
enum AxisTicks {
  /// Multiples of one step from 0 to the horizon, at least `spacing` points apart; where the curves are read is one of
  /// them, and others too near to it give way.
  ///
  /// - Parameter steps: the steps to choose from, smallest first; beyond them 1, 2 and 5 times powers of ten.
  static func times(
    horizon: Double, width: Double, spacing: Double, steps: [Double], with read: Double?
  ) -> [Double] {
    guard horizon > 0, horizon.isFinite, width > spacing else { return [0] }
    let smallest = horizon * spacing / width
    let step = steps.first { $0 >= smallest } ?? decimal(atLeast: smallest)
    guard step > 0, step.isFinite else { return [0] }
    let even = (0...Int(min(1000, horizon / step * (1 + 1e-12)))).map { Double($0) * step }
    guard let read, read > 0, read <= horizon, !even.contains(where: { abs($0 - read) <= read * 1e-9 })
    else { return even }
    return (even.filter { abs($0 - read) >= smallest } + [read]).sorted()
  }

  /// Shares at whole per cents from the floor to the ceiling, at least `spacing` points apart.
  static func shares(_ scale: PlotScale, spacing: Double) -> [Double] {
    let smallest = (scale.ceiling - scale.floor) * spacing / scale.area.height
    let step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5].first { $0 >= smallest } ?? 1
    let first = Int((scale.floor / step - 1e-9).rounded(.up))
    let last = Int((scale.ceiling / step + 1e-9).rounded(.down))
    return first <= last ? (first...last).map { Double($0) * step } : []
  }

  /// The smallest of 1, 2, 5 times a power of ten that is no less.
  private static func decimal(atLeast smallest: Double) -> Double {
    let power = pow(10, Foundation.floor(log10(smallest)))
    return ([1, 2, 5, 10].first { $0 * power >= smallest * (1 - 1e-12) } ?? 10) * power
  }
}
