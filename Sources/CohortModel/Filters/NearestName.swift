/// Finds what somebody probably meant.
package enum NearestName {
  /// The name with the fewest edits to `wanted`, if that is at most a third of its length (and at least one edit).
  package static func of(_ wanted: String, among names: [String]) -> String? {
    // Nobody slips once in a text that long; comparing it would take its length squared.
    guard wanted.utf8.count <= longest else { return nil }
    let limit = max(1, wanted.count / 3)
    let alike = names.filter { $0.utf8.count <= longest }
    let scored = alike.map { ($0, distance(wanted.lowercased(), $0.lowercased())) }
    return scored.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
  }

  /// The name of the variable that was probably meant: the nearest spelling, else the first whose name or label begins
  /// with what was typed or has it as a word, so that `age` finds `age_years`.
  package static func of(_ wanted: String, among variables: [Variable]) -> String? {
    if let near = of(wanted, among: variables.map(\.name)) { return near }
    let typed = wanted.lowercased()
    guard !typed.isEmpty, typed.utf8.count <= longest else { return nil }
    let texts = variables.map { [$0.name.lowercased(), $0.label.lowercased()] }
    let begun = texts.firstIndex { $0.contains { $0.hasPrefix(typed) } }
    let found =
      begun
      ?? texts.firstIndex { names in
        names.contains { $0.split { !$0.isLetter && !$0.isNumber }.contains { $0 == typed } }
      }
    return found.map { variables[$0].name }
  }

  private static let longest = 400

  /// Edits (insert, delete, replace, exchange of neighbours) that turn one text into the other.
  static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var older: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, older[j - 1] + 1) }
        row.append(best)
      }
      (older, previous) = (previous, row)
    }
    return previous[b.count]
  }
}
