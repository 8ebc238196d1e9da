import CohortEngine
import CohortModel

/// Overall survival from a column with the times of deaths, another with the times of last contact, and a vital status,
/// as the Genomic Data Commons and many registries keep it.
///
/// Death counts only where the status says so, at the time of death; the others are censored when last seen.  The time
/// of the last contact alone would be wrong: many of the dead have none, or one long before their death.
enum TimesOfDeath {
  /// The file with overall survival; `nil` where the table has no such columns.
  static func file(_ file: StudyFile, _ columns: StudyColumns) -> (file: StudyFile, doubt: String?)? {
    guard let (vital, coding) = EventCondition.vitalStatus(in: columns) else { return nil }
    let numbers = columns.table.names.indices.filter {
      columns.variables[$0].kind != .date && columns.variables[$0].kind != .identifier
        && RecordedTimes(times: columns.table.names[$0], in: columns) != nil
    }
    let parsed = numbers.map {
      (index: $0, name: columns.table.names[$0], parsed: TimeColumnName(columns.table.names[$0]))
    }
    guard
      let death = parsed.first(where: {
        $0.parsed.stem == "os" && $0.parsed.form == .explicit
          && NameWords($0.name).contains(any: StatusVocabulary.dead)
      }),
      let last = parsed.first(where: {
        $0.parsed.form == .lastContact && !NameWords($0.name).contains(any: ["lost", "flag", "visit"])
      })
    else { return nil }
    var file = file
    vital.declare(in: &file)
    file.events = [EventDeclaration(name: "death", column: .time(death.name), when: vital.expression)]
    file.followUp = .time(last.name)
    file.timeUnit = file.timeUnit ?? TimeUnitWords.unit(inName: death.name)
    // The commons count days from the diagnosis.
    if NameWords(death.name).joined.hasSuffix("days_to_death") { file.origin = file.origin ?? "diagnosis" }
    file.endpoints = [EndpointDeclaration(name: "OS", label: "Overall survival", events: ["death"])]
    return (file, coding.doubt.map { "\(vital.column): \($0)" })
  }
}
