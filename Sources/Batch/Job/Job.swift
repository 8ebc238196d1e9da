package import Study
internal import Foundation

/// Questions about one table: its endpoints, its variables, and the analyses asked for.
///
/// Everything that the file itself can have wrong is found when it is read, before anything is computed.
package struct Job: Sendable {
  /// The name that the answers repeat.
  package let name: String
  let data: JobData
  let analyses: [JobAnalysis]

  /// Reads the table at a path, in a mode.
  package typealias TableSource = (String, ReadingMode, ReadingOptions) throws(StudyError) -> Table

  /// Reads a job file and the table that it names.
  ///
  /// - Parameters:
  ///   - reading: how the table is to be read, whatever the job says.
  ///   - progress: told of every few megabytes of the table.
  package init(
    contentsOf path: String, reading: ReadingMode? = nil, progress: ReadingObserver = { _ in }
  ) throws(JobError) {
    try self.init(try Self.bytes(path), path: path, reading: reading) {
      table, mode, options throws(StudyError) in
      try Table.read(table, mode: mode, options: options, progress: progress)
    }
  }

  /// Reads the contents of a job file.
  ///
  /// - Parameters:
  ///   - reading: how the table is to be read, whatever the job says.
  ///   - table: reads the table.
  package init(
    _ contents: [UInt8], path: String, reading: ReadingMode? = nil, table: TableSource
  ) throws(JobError) {
    var fields = try Fields(try Self.json(contents, path), file: path, path: "$")
    let formats = [(word: "atrisk-job/1", value: true)]
    guard try fields.option("format", formats, kind: "format of jobs") != nil else {
      throw fields.mistake("format", "is missing; expected atrisk-job/1")
    }
    name = try fields.text("name")
    _ = try fields.optionalText("title")
    data = try Self.data(&fields, jobPath: path, reading: reading, table: table)
    analyses = try Self.analyses(&fields, data)
    try fields.refuseOthers()
  }

  /// Answers the questions, one after the other.
  ///
  /// - Parameter producer: what the answers give as the program that computed them.
  package func results(producedBy producer: String) -> JobResults {
    JobResults(
      job: name, producer: producer, reading: data.frame.table.mode, findings: data.findings,
      analyses: analyses.map { $0.answered(data) })
  }

  /// No job file is larger.
  private static let most = 1 << 24

  private static func bytes(_ path: String) throws(JobError) -> [UInt8] {
    do {
      return try FileBytes.read(path, most: most)
    } catch {
      if case .isDirectory = error { throw .isDirectory(path: path) }
      throw .unreadable(error)
    }
  }

  private static func json(_ bytes: [UInt8], _ path: String) throws(JobError) -> JSONValue {
    do {
      return try JSONReader.value(of: bytes)
    } catch {
      let before = String(decoding: bytes[..<error.offset], as: UTF8.self).unicodeScalars
      let line = before.reduce(1) { $1 == "\n" ? $0 + 1 : $0 }
      let column = before.reversed().prefix { $0 != "\n" }.count + 1
      throw .syntax(Place(file: path, line: line, column: column), message: error.message)
    }
  }

  private static func data(
    _ job: inout Fields, jobPath: String, reading: ReadingMode?, table: TableSource
  ) throws(JobError) -> JobData {
    var fields = try job.object("data")
    let file = try fields.text("file")
    let modes = ReadingMode.allCases.map { (word: $0.rawValue, value: $0) }
    let stated = try fields.option("reading", modes, kind: "mode of reading")
    let mode = reading ?? stated ?? .verbatim
    let options = ReadingOptions(sheet: try fields.optionalText("sheet"))
    _ = try fields.optionalText("time_unit")
    let folder = URL(fileURLWithPath: jobPath).deletingLastPathComponent()
    let read: Table
    do {
      read = try table(URL(fileURLWithPath: file, relativeTo: folder).path, mode, options)
    } catch {
      guard error.place == nil else { throw .unreadable(error) }
      throw fields.mistake("file", "\(QuotedText.escaped(file)): \(error.message)")
    }
    let variables = try variables(&fields, read.names, file: file)
    try fields.refuseOthers()
    let kinds = variables.mapValues { $0.isCategorical ? ColumnValues.Kind.categorical : .continuous }
    let frame = DataFrame(ProfiledTable(read, mode: mode, kinds: kinds), file: file)
    return JobData(frame: frame, variables: variables, endpoints: try endpoints(&job, frame))
  }

  private static func variables(
    _ data: inout Fields, _ names: [String], file: String
  ) throws(JobError) -> [String: JobVariable] {
    guard let value = data.take("variables") else { return [:] }
    var list = try Fields(value, file: data.file, path: "$.data.variables")
    var variables: [String: JobVariable] = [:]
    let known = Set(names)
    for name in list.names {
      guard known.contains(name) else {
        throw list.noColumn(name, of: file, names, path: Fields.path(list.path, name))
      }
      var variable = try list.object(name)
      variables[name] = try JobVariable(&variable)
    }
    return variables
  }

  private static func endpoints(_ job: inout Fields, _ frame: DataFrame) throws(JobError) -> [JobEndpoint] {
    guard let value = job.take("endpoints") else { return [] }
    var list = try Fields(value, file: job.file, path: "$.endpoints")
    var endpoints: [JobEndpoint] = []
    for name in list.names {
      var fields = try list.object(name)
      endpoints.append(try JobEndpoint(name: name, &fields, frame))
    }
    return endpoints
  }

  private static func analyses(_ job: inout Fields, _ data: JobData) throws(JobError) -> [JobAnalysis] {
    guard case .array(let elements)? = job.take("analyses") else {
      throw job.mistake("analyses", "there is no list of analyses; expected one in [ ]")
    }
    var (analyses, positions) = ([JobAnalysis](), [String: Int]())
    for (index, element) in elements.enumerated() {
      var fields = try Fields(element, file: job.file, path: "$.analyses[\(index)]")
      let analysis = try JobAnalysis(&fields, data)
      if let first = positions.updateValue(index, forKey: analysis.id) {
        throw fields.mistake(
          "id",
          "\(QuotedText.escaped(analysis.id)) is also $.analyses[\(first)].id; expected a name of its own")
      }
      analyses.append(analysis)
    }
    return analyses
  }
}

extension Fields {
  /// The object in a field.
  fileprivate mutating func object(_ name: String) throws(JobError) -> Fields {
    guard let value = take(name) else { throw mistake(name, "is missing; expected an object") }
    return try Fields(value, file: file, path: Self.path(path, name))
  }
}
