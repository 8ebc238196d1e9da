import CohortEngine

/// Sets of columns that a registry or standard prescribes and that name pairs would not find.
enum RegistryColumns {
  /// The file with the endpoints of a known set; `nil` where the table has none.
  static func file(_ file: StudyFile, _ columns: StudyColumns) -> StudyFile? {
    genomicDataCommons(file, columns)
  }

  /// `vital_status`, `days_to_death` and `days_to_last_follow_up`: death counts only where the status says so.
  private static func genomicDataCommons(_ file: StudyFile, _ columns: StudyColumns) -> StudyFile? {
    let column = { (names: [String]) in columns.table.names.first { names.contains(NameWords($0).joined) } }
    guard let vital = column(["vital_status"]).flatMap({ VitalStatus(column: $0, in: columns) }),
      let death = column(["days_to_death"]), RecordedTimes(times: death, in: columns) != nil,
      let last = column(["days_to_last_follow_up", "days_to_last_followup", "days_to_last_contact"])
    else { return nil }
    var file = file
    vital.declare(in: &file)
    file.events = [EventDeclaration(name: "death", column: .time(death), when: vital.condition)]
    file.followUp = .time(last)
    file.timeUnit = file.timeUnit ?? .days
    file.origin = file.origin ?? "diagnosis"
    file.endpoints = [EndpointDeclaration(name: "OS", label: "Overall survival", events: ["death"])]
    return file
  }
}
