import CohortEngine
import CohortModel

/// Finds endpoints in a table of dates: what time zero is, what happened when, and who was seen last when.
///
/// Time zero is the earliest day of a baseline that nearly all patients have; where there are several, the choice is
/// a question: counted from the diagnosis, a cohort of transplanted patients has a wait in which nobody could die.
struct DateColumns {
  private var origins: [(name: String, what: String, first: Double)] = []
  private var death: String?
  private var disease: (column: String, name: String)?
  private var last: String?
  private let columns: StudyColumns

  /// The file with events given by dates; `nil` where the table has no time zero or no end.
  static func file(_ file: StudyFile, _ columns: StudyColumns) -> (file: StudyFile, doubt: String?)? {
    DateColumns(columns, zero: file.timeZero).completed(file)
  }

  /// Whether the table has dates for a beginning and for an end, if not enough for an endpoint.
  static func mayHold(_ columns: StudyColumns) -> Bool {
    let meanings = columns.table.names.indices.filter {
      columns.variables[$0].kind == .date || columns.profiles[$0].holdsDates
    }.compactMap { DateNames.meaning(of: columns.table.names[$0]) }
    return meanings.contains { if case .origin = $0 { true } else { false } }
      && (meanings.contains(.death) || meanings.contains(.lastContact))
  }

  private init(_ columns: StudyColumns, zero: String?) {
    self.columns = columns
    for variable in columns.variables where variable.kind == .date {
      guard case .numbers(let days) = variable.values else { continue }
      switch DateNames.meaning(of: variable.name) {
      case .death: death = death ?? variable.name
      case .lastContact: last = last ?? variable.name
      case .disease(let name): disease = disease ?? (variable.name, name)
      case .origin(let what):
        let present = days.values.filter { !$0.isNaN }
        guard !present.isEmpty, present.count * 10 >= days.values.count * 9 else { continue }
        origins.append((variable.name, what, present.reduce(0, +) / Double(present.count)))
      case .birth, nil: continue
      }
    }
    if let zero, let known = origins.first(where: { $0.name == zero }) { origins = [known] }
    origins.sort { $0.first < $1.first }
  }

  private func completed(_ file: StudyFile) -> (file: StudyFile, doubt: String?)? {
    guard let origin = origins.first else { return nil }
    let vital = EventCondition.vitalStatus(in: columns)
    let isEveryoneDead =
      death.map { name in
        columns.variable(named: name).map { !(0..<columns.rowCount).contains(where: $0.isMissing) } ?? false
      } ?? false
    // Where nobody was seen last, the day of death ends only a follow-up that everybody has.
    guard let end = last ?? (isEveryoneDead ? death : nil) else { return nil }
    var file = file
    vital?.condition.declare(in: &file)
    file.timeZero = file.timeZero ?? origin.name
    file.origin = file.origin ?? origin.what
    file.timeUnit = .days
    file.followUp = file.followUp ?? .date(end)
    if let disease { file.events.append(EventDeclaration(name: disease.name, column: .date(disease.column))) }
    if let death {
      file.events.append(
        EventDeclaration(name: "death", column: .date(death), when: vital?.condition.expression))
    } else if let vital {
      file.events.append(
        EventDeclaration(name: "death", column: .date(end), when: vital.condition.expression))
    }
    let names = file.events.map(\.name)
    guard !names.isEmpty else { return nil }
    if names.contains("death") {
      file.endpoints.append(EndpointDeclaration(name: "OS", label: "Overall survival", events: ["death"]))
    }
    if let disease, names.contains("death") { file.endpoints += Self.composed(of: disease.name) }
    return (
      file, doubt(origin.name, isEveryoneDead: isEveryoneDead && vital == nil && last == nil, vital?.coding)
    )
  }

  private func doubt(_ origin: String, isEveryoneDead: Bool, _ vital: StatusCoding?) -> String? {
    if isEveryoneDead { return "every patient has a date of death, and no column says who is alive" }
    if let doubt = vital?.doubt { return doubt }
    for name in [death, disease?.column].compactMap({ $0 }) {
      if let doubt = repeatedDay(name) { return doubt }
    }
    guard origins.count > 1 else { return nil }
    let others = origins.dropFirst().map(\.name).joined(separator: ", ")
    return "time may count from \(origin) or from \(others), which nearly all patients have too"
  }

  /// A day on which a fifth of the patients died is one that somebody wrote for all who did not.
  private func repeatedDay(_ name: String) -> String? {
    guard case .numbers(let days)? = columns.variable(named: name)?.values else { return nil }
    let present = days.values.filter { !$0.isNaN }
    let counts = present.reduce(into: [Double: Int]()) { $0[$1, default: 0] += 1 }
    guard let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), most.value >= 5,
      most.value * 5 >= present.count, let day = Int(exactly: most.key)
    else { return nil }
    return
      "\(CalendarDay(daysSince1970: day)) stands in \(most.value) rows of \(name): it may mean that nothing happened"
  }

  private static func composed(of disease: String) -> [EndpointDeclaration] {
    let known = KnownEndpoint(stem: disease == "relapse" ? "dfs" : "pfs")
    return [
      EndpointDeclaration(name: known.name, label: known.label, events: [disease, "death"]),
      EndpointDeclaration(
        name: disease == "relapse" ? "CIR" : "CIP", label: "Cumulative incidence of \(disease)",
        events: [disease],
        competing: ["death"]),
      EndpointDeclaration(
        name: "NRM", label: "Death without \(disease)", events: ["death"], competing: [disease]),
    ]
  }
}
