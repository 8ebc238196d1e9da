/// Gathers what is wrong with rows, one finding a kind of problem.
struct RowProblems {
  private struct Problem {
    var severity: Finding.Severity
    var column: String?
    var message: String
    var lines: [Int]
  }
  private var problems: [Problem] = []
  private var index: [String: Int] = [:]
  /// The problem that was added last: most rows have the same.
  private var last: (key: String, index: Int)?
  private let lines: [Int32]

  init(_ table: Table) { lines = table.lines }

  /// - Complexity: O(1); the message is built once for each kind of problem.
  mutating func add(
    row: Int, _ severity: Finding.Severity, column: String? = nil, key: String,
    message: @autoclosure () -> String
  ) {
    let line = Int(lines[row])
    if let last, last.key == key {
      problems[last.index].lines.append(line)
      return
    }
    let known = index[key] ?? problems.count
    if known == problems.count {
      index[key] = known
      problems.append(Problem(severity: severity, column: column, message: message(), lines: []))
    }
    problems[known].lines.append(line)
    last = (key, known)
  }

  var findings: [Finding] {
    problems.map { Finding($0.severity, lines: $0.lines, column: $0.column, message: $0.message) }
  }
}
