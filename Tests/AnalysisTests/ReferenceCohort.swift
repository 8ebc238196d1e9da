import CohortEngine
import CohortModel
import Foundation
import TestSupport

/// A data set of `Tests/ReferenceData` as plain columns: numbers where all are, else levels in the order of their texts.
enum ReferenceCohort {
  /// - Parameter levels: columns of numbers that are levels.
  static func make(_ name: String, levels: Set<String> = []) throws -> Cohort {
    let file = Repository.root().appending(path: "Tests/ReferenceData/\(name).csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let rows = lines.dropFirst()
    func texts(_ column: Int) -> [String?] { rows.map { $0[column].isEmpty ? nil : $0[column] } }
    let variables = lines[0].enumerated().map { place, name in
      let texts = texts(place)
      let numbers = texts.map { $0.map { Double($0) ?? .infinity } ?? .nan }
      let isNumber = !levels.contains(name) && !numbers.contains(.infinity)
      var column = VariableColumn(
        name: name, kind: isNumber ? .number : .categorical,
        values: isNumber
          ? .numbers(NumberColumn(values: numbers))
          : .levels(LevelColumn(levels: Set(texts.compactMap { $0 }).sorted(), texts: texts)))
      column.isOutcome = ["time", "status"].contains(name)
      return column
    }
    func numbers(_ name: String) -> [Double] {
      guard let place = lines[0].firstIndex(of: name) else { return [] }
      return rows.map { Double($0[place]) ?? 0 }
    }
    let endpoint = EndpointColumn(
      name: "end", kind: .survival, causes: ["event"], scale: TimeScale(unit: .days, ticksPerUnit: 1),
      times: numbers("time").map { Int64($0) }, status: numbers("status").map { $0 == 0 ? 0 : 1 })
    return Cohort(rowCount: rows.count, variables: variables, endpoints: [endpoint])
  }
}
