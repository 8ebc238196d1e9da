import CohortEngine
import CohortModel

/// A status column as a condition that is true of those who had the event, for events whose time stands elsewhere.
struct EventCondition {
  let column: String
  /// A filter expression that is true of those with the event.
  let expression: String
  /// Values that mean neither: whether these patients had the event is not known.
  private let unclear: [String]

  init(column: String, codes: [StatusCode]) {
    self.column = column
    let events = codes.filter { if case .event = $0.meaning { true } else { false } }.map(\.code)
    expression = "\(Self.quote(column)) in (\(events.map(Self.quote).joined(separator: ", ")))"
    unclear = codes.filter { $0.meaning == .unknown }.map(\.code)
  }

  /// The first column that tells the living from the dead, with its coding.
  static func vitalStatus(in columns: StudyColumns) -> (condition: EventCondition, coding: StatusCoding)? {
    for (index, name) in columns.table.names.enumerated() {
      let parsed = StatusColumnName(name)
      let profile = columns.profiles[index]
      guard parsed.stem == "os" || (parsed.stem.isEmpty && parsed.isExplicit),
        (1...8).contains(profile.present.count)
      else { continue }
      let texts = profile.present.map(profile.column.text).sorted(by: LevelOrder.precedes)
      guard columns.variables[index].kind != .date,
        let coding = StatusCoding(texts, name: parsed, event: "death"),
        coding.causes.count >= 1, coding.areDeaths || coding.causes == ["death"]
      else { continue }
      return (EventCondition(column: name, codes: coding.codes), coding)
    }
    return nil
  }

  /// Makes values that mean neither missing, so that the condition is unknown there.
  func declare(in file: inout StudyFile) {
    guard !unclear.isEmpty else { return }
    if let index = file.variables.firstIndex(where: { $0.name == column }) {
      file.variables[index].missing += unclear
    } else {
      var declaration = VariableDeclaration(name: column)
      declaration.missing = unclear
      file.variables.append(declaration)
    }
  }

  /// A name or value in quotes, so that a filter expression never takes it for a keyword.
  static func quote(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
}
