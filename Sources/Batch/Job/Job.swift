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

  /// Reads a job file and the table that it names.
  ///
  /// - Parameter progress: told of every few megabytes of the table.
  package init(contentsOf path: String, progress: ReadingObserver = { _ in }) throws(JobError) {
    try self.init(try Self.bytes(path), path: path) { table throws(StudyError) in
      try Table.verbatim(table, progress: progress)
    }
  }

  /// Reads the contents of a job file.
  ///
  /// - Parameter table: reads the table at a path.
  package init(
    _ contents: [UInt8], path: String, table: (String) throws(StudyError) -> Table
  ) throws(JobError) {
    var fields = try Fields(try Self.json(contents, path), file: path, path: "$")
    let formats = [(word: "atrisk-job/1", value: true)]
    guard try fields.option("format", formats, kind: "format of jobs") != nil else {
      throw fields.mistake("format", "is missing; expected atrisk-job/1")
    }
    name = try fields.text("name")
    _ = try fields.optionalText("title")
    data = try Self.data(&fields, jobPath: path, table: table)
    analyses = try Self.analyses(&fields, data)
    try fields.refuseOthers()
  }

  /// Answers the questions, one after the other.
  ///
  /// - Parameter producer: what the answers give as the program that computed them.
  package func results(producedBy producer: String) -> JobResults {
    JobResults(job: name, producer: producer, analyses: analyses.map { $0.answered(data) })
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
    _ job: inout Fields, jobPath: String, table: (String) throws(StudyError) -> Table
  ) throws(JobError) -> JobData {
    var fields = try job.object("data")
    let file = try fields.text("file")
    _ = try fields.optionalText("time_unit")
    let folder = URL(fileURLWithPath: jobPath).deletingLastPathComponent()
    let frame: DataFrame
    do {
      frame = DataFrame(try table(URL(fileURLWithPath: file, relativeTo: folder).path), file: file)
    } catch {
      guard error.place == nil else { throw .unreadable(error) }
      throw fields.mistake("file", "\(QuotedText.escaped(file)): \(error.message)")
    }
    var variables: [String: JobVariable] = [:]
    if let value = fields.take("variables") {
      var list = try Fields(value, file: fields.file, path: "$.data.variables")
      for name in list.names {
        try list.check(name, frame, path: Fields.path(list.path, name))
        var variable = try list.object(name)
        variables[name] = try JobVariable(&variable)
      }
    }
    try fields.refuseOthers()
    return JobData(frame: frame, variables: variables, endpoints: try endpoints(&job, frame))
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
