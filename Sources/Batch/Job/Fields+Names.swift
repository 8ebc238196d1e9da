internal import Study

extension Fields {
  /// The endpoint that a field names.
  mutating func endpoint(_ data: JobData, _ name: String = "endpoint") throws(JobError) -> JobEndpoint {
    let wanted = try text(name)
    guard let endpoint = data.endpoints.first(where: { $0.name == wanted }) else {
      throw mistake(
        name,
        "\(QuotedText.escaped(wanted)) is no endpoint; expected \(Self.choice(data.endpoints.map(\.name)))")
    }
    return endpoint
  }

  /// The column that a field names.
  mutating func column(_ name: String, _ frame: DataFrame) throws(JobError) -> String {
    let wanted = try text(name)
    try check(wanted, frame, path: Self.path(path, name))
    return wanted
  }

  mutating func optionalColumn(_ name: String, _ frame: DataFrame) throws(JobError) -> String? {
    guard let wanted = try optionalText(name) else { return nil }
    try check(wanted, frame, path: Self.path(path, name))
    return wanted
  }

  /// The columns that a field lists; none where it is absent.
  mutating func columns(_ name: String, _ frame: DataFrame) throws(JobError) -> [String] {
    let wanted = try texts(name) ?? []
    for (index, column) in wanted.enumerated() {
      try check(column, frame, path: "\(Self.path(path, name))[\(index)]")
      if wanted[..<index].contains(column) {
        throw mistake(name, at: index, "\(QuotedText.escaped(column)) is listed twice; expected it once")
      }
    }
    return wanted
  }

  /// The columns that a field lists, of which there must be at least one.
  mutating func someColumns(_ name: String, _ frame: DataFrame) throws(JobError) -> [String] {
    let columns = try columns(name, frame)
    if columns.isEmpty { throw mistake(name, "no variable is listed; expected at least one") }
    return columns
  }

  func check(_ column: String, _ frame: DataFrame, path: String) throws(JobError) {
    guard !frame.holds(column) else { return }
    throw noColumn(column, of: frame.file, frame.names, path: path)
  }

  func noColumn(_ column: String, of table: String, _ names: [String], path: String) -> JobError {
    .mistake(
      file: file, path: path,
      message: "\(QuotedText.escaped(column)) is no column of \(table); expected \(Self.choice(names))")
  }
}
