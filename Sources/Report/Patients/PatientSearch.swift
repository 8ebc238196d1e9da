package import Analysis
import CohortModel
import Foundation

/// Finds patients by a text in what they are called or in a value, in any letter case.
package struct PatientSearch: Sendable {
  private let text: String
  private let hidesIdentifiers: Bool

  /// - Parameter hidesIdentifiers: nobody is found by what they are called then.
  package init(_ text: String, hidesIdentifiers: Bool) {
    (self.text, self.hidesIdentifiers) = (text, hidesIdentifiers)
  }

  /// `3 with “CR2”`.
  package static func sentence(_ text: String, _ count: Int) -> String {
    "\(NumberText.count(count)) with “\(text)”"
  }

  /// The rows of those found, in the order of the file.
  ///
  /// - Complexity: O(patients · columns); levels are looked at once.
  /// - Throws: `CancellationError` between the columns.
  package func rows(of list: PatientList, among rows: [Int]?) throws -> [Int] {
    let rows = rows ?? Array(list.rows.numbers.indices)
    var isFound = [Bool](repeating: false, count: list.patientCount)
    if list.identifier == nil || hidesIdentifiers {
      for row in rows where contains(String(list.rows.numbers[row] + 1)) { isFound[row] = true }
    } else {
      for row in rows where list.identifier(row).map(contains) == true { isFound[row] = true }
    }
    for (index, variable) in list.variables.enumerated() {
      try Task.checkCancellation()
      let column = list.column(index)
      if case .levels(let codes) = column {
        let levels = variable.levels.map(contains)
        for row in rows where codes[row] >= 0 && levels[Int(codes[row])] { isFound[row] = true }
      } else {
        for row in rows where !isFound[row] && contains(column.text(of: variable, row)) {
          isFound[row] = true
        }
      }
    }
    return rows.filter { isFound[$0] }
  }

  private func contains(_ value: String) -> Bool { value.range(of: text, options: .caseInsensitive) != nil }
}
