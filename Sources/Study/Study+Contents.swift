extension Study {
  /// The study of a table in memory, read as from a file of that name, with a study file about it where there is one.
  package static func open(
    table contents: [UInt8], named name: String, studyFile: [UInt8]? = nil
  ) throws(StudyError) -> Study {
    let table = try Self.table(contents, named: name)
    var reader: StudyFileReader?
    if let studyFile { reader = try StudyFileReader(SourceText(path: "study.toml", contents: studyFile)) }
    var builder = StudyBuilder(table: table, reader: reader, studyPath: reader == nil ? nil : "study.toml")
    return try builder.study()
  }

  private static func table(_ contents: [UInt8], named name: String) throws(StudyError) -> Table {
    if let table = try Table.read(path: name, bytes: contents) { return table }
    return try TableReader(SourceText(path: name, contents: contents)).table()
  }
}

extension Table {
  /// A table of delimited text in memory, as ``read(_:mode:options:progress:)`` reads it from a file of that name.
  package static func read(
    _ contents: [UInt8], named name: String, mode: ReadingMode
  ) throws(StudyError) -> Table {
    try TableReader(SourceText(path: name, contents: contents), isVerbatim: mode == .verbatim).table()
  }
}
