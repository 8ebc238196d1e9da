/// Gathers what is wrong with rows, one finding a kind of problem.
struct RowProblems<Kind: Hashable> {
  private struct Problem {
    var severity: Finding.Severity
    var column: String?
    var message: String
    var lines: [Int]
  }
  private var problems: [Problem] = []
  private var index: [Kind: Int] = [:]
  /// The problem that was added last: most rows have the same.
  private var last: (kind: Kind, index: Int)?
  private let lines: [Int32]

  init(_ table: Table) { lines = table.lines }

  /// - Complexity: O(1); the message is built once for each kind of problem.
  mutating func add(
    row: Int, _ severity: Finding.Severity, _ kind: Kind, column: String? = nil,
    message: @autoclosure () -> String
  ) {
    let line = Int(lines[row])
    if let last, last.kind == kind {
      problems[last.index].lines.append(line)
      return
    }
    let known = index[kind] ?? problems.count
    if known == problems.count {
      index[kind] = known
      problems.append(Problem(severity: severity, column: column, message: message(), lines: []))
    }
    problems[known].lines.append(line)
    last = (kind, known)
  }

  var findings: [Finding] {
    problems.map { Finding($0.severity, lines: $0.lines, column: $0.column, message: $0.message) }
  }
}
