import CohortModel
import Foundation
package import TerminalGrid

/// The themes that can be chosen: files in folders, and the default that needs none.
package struct ThemeLibrary: Sendable {
  /// Where themes are looked for; the first folder that has one wins.
  package let folders: [String]

  package init(folders: [String]) { self.folders = folders }

  /// The folders in their order: the one asked for, the user's own, the one that comes with the program.
  package init(asked: String? = nil, environment: [String: String], installed: String?) {
    let config = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let home = environment["HOME"].map { "\($0)/.config" }
    let own = (config ?? home).map { "\($0)/atrisk/themes" }
    self.init(folders: [asked, own, installed].compactMap(\.self))
  }

  /// The names of all themes, `default` first, the others by name.
  package var names: [String] {
    let files = folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] }
    let names = Set(files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) })
    return ["default"] + names.subtracting(["default"]).sorted()
  }

  /// A theme by its name or the path of its file.
  ///
  /// The warnings say what was not understood in it and in those that it inherits from.
  package func theme(_ name: String) throws(ThemeError) -> (theme: Theme, warnings: [ThemeWarning]) {
    try theme(name, inheritedBy: [])
  }

  private func theme(
    _ name: String, inheritedBy heirs: [String]
  ) throws(ThemeError) -> (theme: Theme, warnings: [ThemeWarning]) {
    guard !heirs.contains(name) else { throw .circular(names: heirs + [name]) }
    let isPath = name.contains("/") || name.hasSuffix(".toml")
    guard let path = isPath ? name : path(of: name) else {
      if name == Theme.default.name { return (.default, []) }
      throw .notFound(name: name, nearest: NearestName.of(name, among: names))
    }
    let file = try ThemeFile(try text(at: path), file: path)
    var base: (theme: Theme, warnings: [ThemeWarning]) = (.default, [])
    if let parent = file.inherits { base = try theme(parent, inheritedBy: heirs + [name]) }
    let title = isPath ? URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent : name
    return (file.theme(named: title, inheriting: base.theme), file.warnings + base.warnings)
  }

  private func path(of name: String) -> String? {
    folders.lazy.map { "\($0)/\(name).toml" }.first { FileManager.default.fileExists(atPath: $0) }
  }

  /// No theme is larger.
  private static let most = 1 << 20

  private func text(at path: String) throws(ThemeError) -> String {
    // A pipe is not waited for, and of a device there is no end.
    var information = stat()
    guard stat(path, &information) == 0 else {
      let reason = errno == ENOENT ? "there is no such file" : String(cString: strerror(errno))
      throw .unreadable(file: path, reason: reason)
    }
    guard information.st_mode & S_IFMT == S_IFREG, information.st_size <= Self.most else {
      throw .unreadable(file: path, reason: "expected a text file of at most \(Self.most >> 20) MiB")
    }
    guard let contents = FileManager.default.contents(atPath: path) else {
      throw .unreadable(file: path, reason: "it cannot be read")
    }
    guard let text = String(validating: contents, as: UTF8.self) else {
      throw .unreadable(file: path, reason: "it is no text in UTF-8")
    }
    return text
  }
}
