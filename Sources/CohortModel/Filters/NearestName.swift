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
