package import CohortEngine
package import CohortModel

/// A table of patients with everything that is known or guessed about its meaning.
package struct Study: Sendable {
  package let title: String
  /// The study file, where there is one.
  package let studyPath: String?
  package let tablePath: String
  /// What somebody wrote about the study, to be shown wherever its results are.
  package let notes: String?
  package let cohort: Cohort
  /// How each endpoint came to be, in the order of ``Cohort/endpoints``.
  package let endpointOrigins: [EndpointOrigin]
  package let findings: [Finding]
  package let views: [SavedView]
  /// When estimates are read.
  package let at: TimePoint?
  /// The time of a landmark analysis: only patients still event-free then, the clock restarted.
  package let landmark: TimePoint?
  /// The unit in which times are to be shown; the recorded one where nobody said.
  package let displayUnit: TimeUnit?
  /// Columns that tell when and whether something happened: of little use as filters.
  package let endpointColumns: Set<String>
  /// Variables that are to be left out of lists.
  package let hiddenVariables: Set<String>
  /// The line of the table on which each row begins.
  package let lines: [Int32]
  /// What a study file would have to say to give the same study; guesses included.
  package let declarations: StudyFile
  /// Whether the endpoints are clear, and what to ask where they are not.
  package let reading: Reading

  /// Opens a table (.csv, .tsv, .txt, the formats of ``Table/read(path:bytes:options:)``, any of them with .gz) or a
  /// study file (.toml); `-` is the standard input.
  ///
  /// A table is read as the study file beside it says, where there is one of the same name about it: what somebody
  /// answered once is not asked again.
  ///
  /// - Parameters:
  ///   - table: the patients, in place of the table that the study file names.
  ///   - stated: what somebody says of the columns; it comes before what a study file says.
  ///   - progress: told of every few megabytes that are read.
  package static func open(
    path: String, table other: String? = nil, stated: StatedReading = StatedReading(),
    options: ReadingOptions = ReadingOptions(), progress: ReadingObserver = { _ in }
  ) throws(StudyError) -> Study {
    let contents = try FileBytes.read(path, progress: progress)
    let name = path == "-" ? FileBytes.standardInput : path
    if let table = try Table.read(path: name, bytes: contents, options: options) {
      return try study(of: table, stated: stated)
    }
    let source = try SourceText(path: name, contents: contents)
    guard isStudyFile(source) else {
      return try study(of: TableReader(source).table(progress: progress), stated: stated)
    }
    let reader = try StudyFileReader(source)
    let path = other ?? resolve(reader.file.data, beside: path)
    let table = SampleFile.joined(try TableReader.read(path, options: options, progress: progress))
    var builder = StudyBuilder(table: table, reader: reader, studyPath: name, stated: stated)
    return try builder.study()
  }

  /// The study of a table that was opened by itself.
  private static func study(of table: Table, stated: StatedReading) throws(StudyError) -> Study {
    let joined = SampleFile.joined(table)
    var plain = StudyBuilder(table: joined, stated: stated)
    let beside: (path: String, reader: StudyFileReader)?
    do throws(StudyError) {
      beside = try ReadingFile.reader(about: table.path)
    } catch {
      beside = nil
      plain.note(Finding(.warning, message: "the study file beside the table is not used: \(error)"))
    }
    guard let beside else { return try plain.study() }
    var builder = StudyBuilder(table: joined, reader: beside.reader, studyPath: beside.path, stated: stated)
    do throws(StudyError) {
      return try builder.study()
    } catch {
      // The table may have changed since; what it means is then found out anew.
      plain.note(
        Finding(.warning, message: "\(beside.path) is not used, because it does not fit: \(error.message)"))
      return try plain.study()
    }
  }

  /// Whether a text is a study file, by its name or else its first line that says something.
  private static func isStudyFile(_ source: SourceText) -> Bool {
    if source.path.lowercased().hasSuffix(".toml") { return true }
    if [".csv", ".tsv"].contains(where: source.path.lowercased().hasSuffix) { return false }
    let lines = String(decoding: source.bytes.prefix(4096), as: UTF8.self).split(whereSeparator: \.isNewline)
    let first = lines.lazy.map(\.trimmingBlanks).first { !$0.isEmpty && !$0.hasPrefix("#") }
    return first == "[study]"
  }

  /// Where the table of a study file is.
  static func resolve(_ data: String, beside path: String) -> String {
    guard !data.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return data }
    return path[...slash] + data
  }
}
