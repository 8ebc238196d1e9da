package import CohortEngine

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
  /// The time, in recorded units, at which estimates are quoted.
  package let landmark: Double?
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

  /// Opens a table (.csv, .tsv, .txt, any of them with .gz) or a study file (.toml); `-` is the standard input.
  ///
  /// - Parameters:
  ///   - table: the patients, in place of the table that the study file names.
  ///   - progress: told of every few megabytes that are read.
  package static func open(
    path: String, table other: String? = nil, progress: ReadingObserver = { _ in }
  ) throws(StudyError) -> Study {
    let source = try SourceText(contentsOf: path, progress: progress)
    guard isStudyFile(source) else {
      let table = try TableReader(source).table(progress: progress)
      var builder = StudyBuilder(table: table, sidecar: sidecar(of: path))
      return try builder.study()
    }
    let reader = try StudyFileReader(source)
    let table = try TableReader.read(other ?? resolve(reader.file.data, beside: path), progress: progress)
    var builder = StudyBuilder(table: table, reader: reader, studyPath: path)
    return try builder.study()
  }

  /// Whether a text is a study file, by its name or else its first line that says something.
  private static func isStudyFile(_ source: SourceText) -> Bool {
    if source.path.lowercased().hasSuffix(".toml") { return true }
    if [".csv", ".tsv"].contains(where: source.path.lowercased().hasSuffix) { return false }
    let lines = String(decoding: source.bytes.prefix(4096), as: UTF8.self).split(whereSeparator: \.isNewline)
    let first = lines.lazy.map(\.trimmingBlanks).first { !$0.isEmpty && !$0.hasPrefix("#") }
    return first == "[study]"
  }

  /// The study file that stands beside a table under the same name and is about it.
  private static func sidecar(of path: String) -> String? {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    let beside = String(path[..<dot]) + ".toml"
    guard let contents = try? FileBytes.read(beside),
      let source = try? SourceText(path: beside, contents: contents),
      let reader = try? StudyFileReader(source), resolve(reader.file.data, beside: beside) == path
    else { return nil }
    return beside
  }

  private static func resolve(_ data: String, beside path: String) -> String {
    guard !data.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return data }
    return path[...slash] + data
  }
}
