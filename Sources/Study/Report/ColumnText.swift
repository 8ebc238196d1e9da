package import CohortEngine
import CohortModel
import Foundation
import PrintableText

/// The values of a variable in a few words.
package enum ColumnText {
  /// Levels with their counts, or the range and median of numbers and dates.
  package static func values(_ variable: VariableColumn) -> String {
    switch variable.values {
    case .levels(let column):
      var counts = [Int](repeating: 0, count: column.levels.count)
      for code in column.codes where code >= 0 { counts[Int(code)] += 1 }
      let shown = zip(column.levels, counts).prefix(12).map { "\($0.shortened) \($1)" }.joined(
        separator: ", ")
      return column.levels.count > 12 ? "\(shown), … (\(column.levels.count) levels)" : shown
    case .numbers(let column):
      let values = column.values.filter { !$0.isNaN }.sorted()
      guard let low = values.first, let high = values.last else { return "" }
      if variable.kind == .date { return "\(date(low)) to \(date(high))" }
      // Halved before they are added: the sum of two numbers may be none.
      let middle = values[(values.count - 1) / 2] / 2 + values[values.count / 2] / 2
      let unit = variable.unit.map { " \($0)" } ?? ""
      // A median may lie half a step between two recorded values.
      let shown = [low, high, middle].map { number($0, decimals: column.decimals + 1) }
      return "\(shown[0]) to \(shown[1]), median \(shown[2])\(unit)"
    case .text(let column):
      let distinct = Set(column.values.compactMap { $0 }).count
      return distinct == 0 ? "" : count(distinct, "distinct value")
    }
  }

  /// The value with at most so many decimals, and without zeros at the end.
  package static func number(_ value: Double, decimals: Int = 6) -> String {
    guard value != value.rounded(), value.magnitude < 1e15 else { return value.digits }
    let fixed = String(format: "%.\(min(15, decimals))f", value)
    return String(fixed.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
  }

  private static func date(_ day: Double) -> String {
    CalendarDay(daysSince1970: Int(clamping: day)).description
  }
}
