import CohortEngine
import CohortModel

/// Tables with endpoints below each other: CDISC's `PARAMCD`, or a type of event for each row of a patient.
enum ParameterColumns {
  /// An endpoint for each value of the column, where no patient has two rows of one; `nil` where there is no such column.
  static func endpoints(_ columns: StudyColumns, groups: [[Int]]) -> [EndpointDeclaration]? {
    guard let parameter = column(columns), columns.profiles[parameter].present.count > 1 else { return nil }
    let profile = columns.profiles[parameter]
    let isUnique = groups.allSatisfy { group in
      Set(group.map { profile.column.codes[$0] }).count == group.count
    }
    guard isUnique, let pair = EndpointPairs(columns, study: StudyFile(data: "")).pairs.first, pair.isSure
    else { return nil }
    let name = columns.table.names[parameter]
    return profile.present.sorted { LevelOrder.precedes(profile.column.text($0), profile.column.text($1)) }
      .map { code in
        let value = profile.column.text(code)
        var declaration = pair.declaration
        declaration.name = isParameter(name) ? value : "\(name)_\(value)"
        declaration.label = label(of: code, parameter: parameter, columns) ?? "\(name) \(value)"
        declaration.row = "\(EventCondition.quote(name)) in (\(EventCondition.quote(value)))"
        return declaration
      }
  }

  /// What a table with a single parameter calls its endpoint: its code, its words and its unit.
  static func single(_ columns: StudyColumns) -> (name: String, label: String?, unit: TimeUnit?)? {
    guard let parameter = column(columns), isParameter(columns.table.names[parameter]),
      columns.profiles[parameter].present.count == 1, let code = columns.profiles[parameter].present.first
    else { return nil }
    let label = label(of: code, parameter: parameter, columns)
    return (
      columns.profiles[parameter].column.text(code), label,
      unit(columns) ?? label.flatMap(TimeUnitWords.unit(inName:))
    )
  }

  /// Several parameters below each other, where rows are taken for patients.
  static func doubt(_ columns: StudyColumns) -> String? {
    guard let parameter = column(columns), isParameter(columns.table.names[parameter]),
      columns.profiles[parameter].present.count > 1
    else { return nil }
    return
      "\(columns.profiles[parameter].present.count) parameters below each other, and no column says whose rows they are"
  }

  /// The unit that `AVALU` states for all rows.
  static func unit(_ columns: StudyColumns) -> TimeUnit? {
    guard
      let index = columns.table.names.firstIndex(where: { ["avalu", "avalunit"].contains($0.lowercased()) })
    else {
      return nil
    }
    let profile = columns.profiles[index]
    let units = Set(
      profile.present.compactMap { TimeUnitWords.unit(of: profile.column.text($0).lowercased()) })
    return units.count == 1 ? units.first : nil
  }

  private static func isParameter(_ name: String) -> Bool {
    ["paramcd", "param"].contains(name.lowercased())
  }

  private static func column(_ columns: StudyColumns) -> Int? {
    let names = columns.table.names.map { $0.lowercased() }
    return names.firstIndex(of: "paramcd") ?? names.firstIndex(of: "param")
      ?? names.firstIndex { ["etype", "event_type", "eventtype", "endpoint", "endpoint_type"].contains($0) }
  }

  /// The text of `PARAM` in the rows of a code of `PARAMCD`.
  private static func label(of code: Int, parameter: Int, _ columns: StudyColumns) -> String? {
    guard let index = columns.table.names.firstIndex(where: { $0.lowercased() == "param" }),
      let row = columns.profiles[parameter].column.codes.firstIndex(where: { Int($0) == code })
    else { return nil }
    let text = columns.profiles[index].column.text(Int(columns.profiles[index].column.codes[row]))
    return text.isEmpty ? nil : text
  }
}
