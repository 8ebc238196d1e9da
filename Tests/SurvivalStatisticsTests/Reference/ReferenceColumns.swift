/// Columns of a data set on the rows where none of them is missing.
struct ReferenceColumns {
  let rows: [Int]
  let missingCount: Int
  private let question: ReferenceCase

  init(_ question: ReferenceCase, _ names: [String?]) {
    let columns = names.compactMap(\.self).map { question.table.text($0) }
    rows = (0..<question.table.rowCount).filter { row in columns.allSatisfy { $0[row] != nil } }
    missingCount = question.table.rowCount - rows.count
    self.question = question
  }

  func numbers(_ name: String?) -> [Double] {
    let numbers = question.table.numbers(name ?? "")
    return rows.compactMap { numbers[$0] }
  }

  func groups(_ name: String?) -> ReferenceGroups { ReferenceGroups(question, name, rows: rows) }

  /// The numbers of one column by the levels of another.
  func samples(_ name: String?, by group: String?) -> [[Double]] {
    let (numbers, groups) = (numbers(name), groups(group))
    return (0..<groups.count).map { level in
      numbers.indices.filter { groups.members[$0] == level }.map { numbers[$0] }
    }
  }
}
