import CohortEngine
import CohortModel

/// Rows whose observation begins and ends at one time, once near-equal times are one: they are never at risk.
///
/// A program that divides days by the length of a month leaves such rows where somebody entered on the day of the event.
struct EmptyIntervals {
  /// In the order of the table.
  let rows: [Int]

  /// - Parameters:
  ///   - times: ends of observation; those of unusable rows are not looked at.
  ///   - entries: beginnings of observation; `nil` where nobody enters late.
  /// - Complexity: O(n · log n), without entries O(1).
  init(times: [Int64], entries: [Int64]?, statuses: [Int8]) {
    guard let entries else {
      rows = []
      return
    }
    let usable = statuses.indices.filter { statuses[$0] != EndpointColumn.unusable }
    let tied = TiedTicks(usable.map { times[$0] } + usable.map { entries[$0] })
    rows = usable.filter { tied.step(of: entries[$0]) >= tied.step(of: times[$0]) }
  }

  /// What to say of them.
  static func message(_ endpoint: String) -> String {
    "\(endpoint): observation ends as it begins, but for a rounding error; the rows are not used"
  }
}
