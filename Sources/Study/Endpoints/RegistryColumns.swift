import CohortEngine

/// Sets of columns that a registry or standard prescribes and that name pairs would not find.
enum RegistryColumns {
  /// The file with the endpoints of a known set; `nil` where the table has none.
  static func file(_ file: StudyFile, _ columns: StudyColumns) -> StudyFile? {
    genomicDataCommons(file, columns)
  }

  /// `vital_status`, `days_to_death` and `days_to_last_follow_up`: death counts only where the status says so.
  private static func genomicDataCommons(_ file: StudyFile, _ columns: StudyColumns) -> StudyFile? {
    let column = { (names: [String]) in
      columns.table.names.first { names.contains(NameWords($0).joined) }
    }
    guard let vital = column(["vital_status"]), let death = column(["days_to_death"]),
      let last = column(["days_to_last_follow_up", "days_to_last_followup", "days_to_last_contact"]),
      let index = columns.table.column(named: vital)
    else { return nil }
    let profile = columns.profiles[index]
    let dead = StatusCoding.meanings(of: profile.present.map(profile.column.text), event: "death")?
      .filter { $0.meaning == .event("death") }.map(\.code)
    guard let dead, !dead.isEmpty, RecordedTimes(times: death, in: columns) != nil else { return nil }
    var file = file
    let condition = "\(FilterText.name(vital)) in (\(dead.map(FilterText.name).joined(separator: ", ")))"
    file.events = [EventDeclaration(name: "death", column: .time(death), when: condition)]
    file.followUp = .time(last)
    file.timeUnit = file.timeUnit ?? .days
    file.origin = file.origin ?? "diagnosis"
    file.endpoints = [EndpointDeclaration(name: "OS", label: "Overall survival", events: ["death"])]
    return file
  }
}

/// Names and values as a filter expression wants them.
enum FilterText {
  /// The text in quotes, so that it is never a keyword.
  static func name(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
}
