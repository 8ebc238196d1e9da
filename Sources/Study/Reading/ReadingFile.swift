import Foundation

/// Where the answers about a table are kept: a study file beside it, or in the user's state folder where that place
/// cannot be written.
package enum ReadingFile {
  /// The study file beside a table under the same name, or kept for it elsewhere, if it is about that table.
  ///
  /// - Throws: ``StudyError`` where such a file is there and cannot be read.
  static func reader(about table: String) throws(StudyError) -> (path: String, reader: StudyFileReader)? {
    for path in [beside(table), inStateFolder(table)].compactMap({ $0 }) where FileBytes.isRegular(path) {
      let source = try SourceText(path: path, contents: try FileBytes.read(path, most: 1 << 22))
      let reader = try StudyFileReader(source)
      if absolute(Study.resolve(reader.file.data, beside: path)) == absolute(table) { return (path, reader) }
    }
    return nil
  }

  /// Writes what is known of a study's table, so that it is not asked again; gives the path.
  ///
  /// An existing file is never replaced: it may say more than the answers.
  package static func write(_ study: Study) throws(StudyError) -> String {
    var file = study.declarations
    for path in [beside(study.tablePath), inStateFolder(study.tablePath)].compactMap({ $0 }) {
      guard !FileManager.default.fileExists(atPath: path) else { continue }
      let isBeside = path == beside(study.tablePath)
      file.data =
        isBeside ? URL(fileURLWithPath: study.tablePath).lastPathComponent : absolute(study.tablePath)
      if !isBeside {
        try? FileManager.default.createDirectory(
          at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      }
      do {
        try file.write(to: path)
        return path
      } catch {
        if !isBeside { throw error }
      }
    }
    throw .notWritable(
      path: beside(study.tablePath) ?? study.tablePath, reason: "a study file is there already")
  }

  /// Writes events and endpoints that were added to a study: at the end of its study file, whose text stays as it is,
  /// else into a new study file; gives the path.
  ///
  /// - Parameter old: the declarations that were read.
  /// - Throws: ``StudyError`` where the file could not be read back; it is then left as it was.
  package static func add(to study: Study, since old: StudyFile) throws(StudyError) -> String {
    var known = study.studyPath
    if known == nil { known = try reader(about: study.tablePath)?.path }
    guard let path = known, FileBytes.isRegular(path) else { return try write(study) }
    let events = study.declarations.events.filter { event in !old.events.contains { $0.name == event.name } }
    let endpoints = study.declarations.endpoints.filter { new in
      !old.endpoints.contains { $0.name == new.name }
    }
    let text = String(decoding: try FileBytes.read(path, most: 1 << 22), as: UTF8.self)
    let sections = events.map(StudyFile.section) + endpoints.map(StudyFile.section)
    guard !sections.isEmpty else { return path }
    let grown =
      text + (text.hasSuffix("\n") ? "" : "\n")
      + sections.map { "\n" + $0.joined(separator: "\n") + "\n" }.joined()
    let read = try StudyFileReader(SourceText(path: path, contents: Array(grown.utf8))).file
    guard events.allSatisfy(read.events.contains), endpoints.allSatisfy(read.endpoints.contains) else {
      throw .notWritable(path: path, reason: "what was built would not read back from it")
    }
    try FileBytes.write(grown, to: path)
    return path
  }

  private static func beside(_ table: String) -> String? {
    guard let dot = table.lastIndex(of: "."), !table[dot...].contains("/") else { return nil }
    let path = String(table[..<dot]) + ".toml"
    return path == table ? nil : path
  }

  /// A file named after the table's whole path, below `$XDG_STATE_HOME` or `~/.local/state`.
  private static func inStateFolder(_ table: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let state = environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    guard let folder = state ?? environment["HOME"].map({ $0 + "/.local/state" }) else { return nil }
    let name = absolute(table).map { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" ? $0 : "_" }
    return "\(folder)/atrisk/readings/\(String(name).suffix(200)).toml"
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
