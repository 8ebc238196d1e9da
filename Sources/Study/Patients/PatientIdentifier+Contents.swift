import CohortEngine
import CohortModel

extension PatientIdentifier {
  /// The column whose repeated values mark rows of one person, by what else these rows share; `nil` where none does.
  ///
  /// Rows with one value agree in most of the other columns, though these differ from patient to patient: two people
  /// with the same number by chance hardly have the same age, stage and laboratory values too.
  ///
  /// - Complexity: O(rows × columns of few repetitions).
  static func column(byContentsOf columns: StudyColumns) -> Int? {
    let rows = columns.rowCount
    guard rows >= 12 else { return nil }
    let telling = columns.profiles.indices.filter { index in
      let present = columns.profiles[index].present.count
      return present >= 5 && columns.profiles[index].presentRows * 10 >= rows * 8
    }
    guard telling.count >= 4 else { return nil }
    return columns.profiles.indices.prefix(200).first { index in
      let profile = columns.profiles[index]
      let distinct = profile.present.count
      guard columns.variables[index].kind != .date, !profile.column.isPlain, distinct * 10 >= rows * 3,
        distinct < rows,
        profile.presentRows * 10 >= rows * 9, rank(columns.table.names[index]) == nil,
        !holdsFractions(profile)
      else { return false }
      return marksPersons(index, telling: telling.filter { $0 != index }.prefix(12), columns)
    }
  }

  private static func holdsFractions(_ profile: ColumnProfile) -> Bool {
    profile.present.contains { code in profile.numbers[code].map { $0.value != $0.value.rounded() } ?? false }
  }

  private static func marksPersons(_ index: Int, telling: ArraySlice<Int>, _ columns: StudyColumns) -> Bool {
    let codes = columns.profiles[index].column.codes
    var first: [Int32: Int] = [:]
    var (pairs, agreeing) = (0, 0)
    for row in codes.indices where !columns.profiles[index].isMissing[Int(codes[row])] {
      guard let earlier = first[codes[row]] else {
        first[codes[row]] = row
        continue
      }
      pairs += 1
      let same = telling.count { other in
        let column = columns.profiles[other].column
        return column.text(Int(column.codes[row])) == column.text(Int(column.codes[earlier]))
      }
      if same * 10 >= telling.count * 6 { agreeing += 1 }
    }
    return pairs >= 2 && agreeing * 10 >= pairs * 9
  }
}
