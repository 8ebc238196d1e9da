/// The parts that a part of the workbook names by identifiers.
final class Relationships: XMLHandler {
  struct Target {
    let path: String
    /// The last word of its type: `worksheet`, `styles`, `sharedStrings`.
    let type: String
  }

  private(set) var targets: [String: Target] = [:]
  private let folder: String

  /// - Parameter folder: the folder of the part, with a slash at its end, against which paths are resolved.
  init(folder: String) { self.folder = folder }

  func start(_ element: String, _ attributes: XMLAttributes) {
    guard element == "Relationship", let id = attributes["Id"], let path = attributes["Target"],
      let type = attributes["Type"], attributes["TargetMode"] != "External"
    else { return }
    targets[id] = Target(path: resolve(path), type: type.split(separator: "/").last.map(String.init) ?? "")
  }

  func first(of type: String) -> String? { targets.values.filter { $0.type == type }.map(\.path).min() }

  private func resolve(_ path: String) -> String {
    var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
