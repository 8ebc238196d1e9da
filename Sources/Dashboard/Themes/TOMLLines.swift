/// On which line of a valid TOML document a key stands; the parser does not say.
struct TOMLLines {
  private var lineOfPath: [[String]: Int] = [:]

  init(_ text: String) {
    var header: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.drop { $0 == " " || $0 == "\t" }
      if line.hasPrefix("[") {
        header = Self.path(line.drop { $0 == "[" }.prefix { $0 != "]" })
        note(header, at: index + 1)
      } else if let equals = line.firstIndex(of: "="), !line.hasPrefix("#") {
        note(header + Self.path(line[..<equals]), at: index + 1)
      }
    }
  }

  /// The line of a key, or of the closest table around it that has one; 1 if there is none.
  func line(of path: [String]) -> Int {
    var path = path
    while !path.isEmpty {
      if let line = lineOfPath[path] { return line }
      path.removeLast()
    }
    return 1
  }

  private mutating func note(_ path: [String], at line: Int) {
    for count in path.indices {
      let prefix = Array(path[...count])
      if lineOfPath[prefix] == nil { lineOfPath[prefix] = line }
    }
  }

  private static func path(_ key: Substring) -> [String] {
    key.split(separator: ".").map { part in
      let bare = part.drop { " \t\"'".contains($0) }
      return String(bare.prefix { !" \t\"'".contains($0) })
    }
  }
}
