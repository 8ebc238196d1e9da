import Foundation

/// A line of the report: what was timed, its median, how often a second, and what is compared with it.
struct BenchmarkLine {
  private static let width = 72

  let what: String
  let seconds: Double
  let rate: Double

  init(_ what: String, _ seconds: Double, rate: Double? = nil) {
    (self.what, self.seconds) = (what, seconds)
    self.rate = rate ?? 1 / seconds
  }

  static func heading(_ what: String, _ rate: String, _ beside: String) {
    let name = what.padding(toLength: width + (what.hasPrefix("\n") ? 1 : 0), withPad: " ", startingAt: 0)
    Swift.print("\(name)       median  \(rate)   \(beside)")
  }

  /// - Parameter peers: seconds of the same work done otherwise; `nil` where that is not installed.
  func beside(_ peers: [(name: String, seconds: Double?)]) {
    print(
      peers.compactMap { peer in
        peer.seconds.map {
          "\(peer.name) \(Self.milliseconds($0)), \(String(format: "%.1f", $0 / seconds))x"
        }
      })
  }

  func print(_ others: [String]) {
    let name = what.padding(toLength: Self.width, withPad: " ", startingAt: 0)
    let columns = [
      name, Self.milliseconds(seconds), String(format: "%9.0f", rate), others.joined(separator: "; "),
    ]
    Swift.print(columns.joined(separator: "  "))
  }

  private static func milliseconds(_ seconds: Double) -> String { String(format: "%8.3f ms", seconds * 1000) }
}
