/// A column that tells the living from the dead, for events whose time stands elsewhere.
struct VitalStatus {
  let column: String
  /// A filter expression that is true of the dead.
  let condition: String
  /// Values that mean neither: whether these patients died is not known.
  private let unclear: [String]

  /// Reads the column; `nil` where nobody is dead by it, or where its values are not understood.
  init?(column: String, in columns: StudyColumns) {
    guard let index = columns.table.column(named: column) else { return nil }
    let profile = columns.profiles[index]
    let texts = profile.present.map(profile.column.text)
    guard (1...6).contains(texts.count), let codes = StatusCoding.meanings(of: texts, event: "death") else {
      return nil
    }
    let dead = codes.filter { $0.meaning == .event("death") }.map(\.code)
    guard !dead.isEmpty else { return nil }
    self.column = column
    condition = "\(Self.quote(column)) in (\(dead.map(Self.quote).joined(separator: ", ")))"
    unclear = codes.filter { $0.meaning == .unknown }.map(\.code)
  }

  /// The first such column whose name is one of a status.
  init?(in columns: StudyColumns) {
    let names = columns.table.names.filter {
      let parsed = StatusColumnName($0)
      return parsed.stem == "os" || (parsed.stem.isEmpty && parsed.isExplicit)
    }
    guard let found = names.lazy.compactMap({ VitalStatus(column: $0, in: columns) }).first else {
      return nil
    }
    self = found
  }

  /// Makes values that mean neither dead nor alive missing, so that the condition is unknown there.
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
  private static func quote(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
}
