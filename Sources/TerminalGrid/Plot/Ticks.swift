import Foundation

/// Round numbers along an axis.
package enum Ticks {
  /// Multiples of one step from 0 to the horizon, at least `spacing` columns apart.
  ///
  /// - Parameter steps: the steps to choose from, smallest first; beyond them 1, 2 and 5 times powers of ten.
  package static func times(
    horizon: Double, columns: Int, spacing: Int, steps: [Double]
  ) -> [Double] {
    guard horizon > 0, horizon.isFinite, columns > 1 else { return [0] }
    let width = min(horizon * Double(max(1, spacing)), .greatestFiniteMagnitude)
    let smallest = max(width / Double(columns - 1), .leastNormalMagnitude)
    let step = steps.first { $0 >= smallest } ?? decimal(atLeast: smallest)
    guard step.isFinite else { return [0] }
    let count = Int(min(Double(columns), (horizon / step * (1 + 1e-12)).rounded(.down)))
    return (0...count).map { Double($0) * step }
  }

  /// Ticks of which one stands at a time: the multiples of a step that leads there, if these are as many, or else the
  /// given ticks without those whose labels would touch that of the time.
  ///
  /// Even the zero gives way to a time that is too near to it. Times outside of the axis change nothing.
  ///
  /// - Parameters:
  ///   - steps: the steps to choose from, smallest first.
  ///   - width: the columns that a tick's label or the numbers under it take.
  package static func times(
    _ ticks: [Double], with time: Double, steps: [Double], in frame: PlotFrame, width: (Double) -> Int
  ) -> [Double] {
    guard time > 0, time <= frame.horizon else { return ticks }
    func isTime(_ tick: Double) -> Bool { abs(tick - time) <= time * 1e-9 }
    if let place = ticks.firstIndex(where: isTime) {
      var ticks = ticks
      ticks[place] = time
      return ticks
    }
    /// The blank columns between what stands at two ticks.
    func gap(_ a: Double, _ b: Double) -> Int {
      let (left, right) = (min(a, b), max(a, b))
      let end = frame.column(of: left) - width(left) / 2 + width(left)
      return frame.column(of: right) - width(right) / 2 - end
    }
    let own = (ticks.filter { gap($0, time) >= ($0 == 0 ? 1 : 2) } + [time]).sorted()
    let even = steps.filter { isTime((time / $0).rounded() * $0) }.compactMap { step -> [Double]? in
      let count = (frame.horizon / step * (1 + 1e-12)).rounded(.down)
      guard count <= Double(frame.area.width) else { return nil }
      let multiples = (0...Int(count)).map { Double($0) * step }.map { isTime($0) ? time : $0 }
      return zip(multiples, multiples.dropFirst()).allSatisfy { gap($0, $1) >= 3 } ? multiples : nil
    }.first
    return even.map { $0.count >= own.count ? $0 : own } ?? own
  }

  /// Shares from `floor` to `ceiling`, at least three rows apart where there are that many.
  package static func shares(floor: Double, ceiling: Double, rows: Int) -> [Double] {
    let smallest = (ceiling - floor) * 3 / Double(max(1, rows - 1))
    let step = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5].first { $0 >= smallest } ?? 1
    let first = (floor / step - 1e-9).rounded(.up)
    let last = (ceiling / step + 1e-9).rounded(.down)
    return first <= last ? stride(from: first, through: last, by: 1).map { $0 * step } : []
  }

  /// The smallest of 1, 2, 5 times a power of ten that is no less.
  private static func decimal(atLeast smallest: Double) -> Double {
    let power = pow(10, Foundation.floor(log10(smallest)))
    return ([1, 2, 5, 10].first { $0 * power >= smallest * (1 - 1e-12) } ?? 10) * power
  }
}
