import CohortEngine
import CohortModel

/// Columns of an endpoint that are taken from one row of each patient: the row of a parameter, or of a type of event.
struct PatientLayer {
  /// What tells the columns apart from those of other layers: the name of the endpoint.
  let endpoint: String
  let columns: [String]
  let condition: RowCondition

  /// What a column of the layer is called.
  func name(_ column: String) -> String { Self.name(column, endpoint: endpoint) }

  static func name(_ column: String, endpoint: String) -> String { "\(column) [\(endpoint)]" }

  /// The row of each patient; −1 where none or more than one fulfils the condition.
  func rows(_ groups: [[Int]], _ columns: StudyColumns) -> [Int] {
    groups.map { group in
      let rows = group.filter { condition.holds(row: $0) == true }
      return rows.count == 1 ? rows[0] : -1
    }
  }

  static func condition(_ text: String, _ columns: StudyColumns) throws(StudyError) -> RowCondition {
    do {
      return try RowCondition(parsing: text, over: columns.variables)
    } catch {
      throw .expression(Place(file: columns.table.path, line: 1, column: 1), error)
    }
  }
}
