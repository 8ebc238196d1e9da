import CohortEngine

/// Holds endpoints of the same patients against each other.
struct Contradictions {
  let findings: [Finding]

  /// A patient who dies has also lost disease-free survival, and cannot lose it after death.
  init(_ endpoints: [Endpoint], table: Table) {
    var problems = RowProblems(table)
    if let overall = endpoints.first(where: { $0.name.lowercased() == "os" }) {
      let composites: Set<String> = ["dfs", "rfs", "lfs", "efs", "pfs", "grfs"]
      for other in endpoints
      where composites.contains(other.name.lowercased()) && other.scale == overall.scale {
        Self.compare(overall, other, &problems)
      }
    }
    findings = problems.findings
  }

  private static func compare(_ overall: Endpoint, _ other: Endpoint, _ problems: inout RowProblems) {
    for row in overall.status.indices {
      guard overall.status[row] >= 0, other.status[row] >= 0, other.origin == overall.origin else { continue }
      if other.times[row] > overall.times[row] {
        problems.add(
          row: row, .warning, key: "\(other.name) after",
          message: "\(other.name) ends after \(overall.name) does")
      } else if other.status[row] == Endpoint.censored, overall.status[row] > 0,
        other.times[row] == overall.times[row]
      {
        problems.add(
          row: row, .warning, key: "\(other.name) alive",
          message: "dead in \(overall.name), but alive without event at the same time in \(other.name)")
      }
    }
  }
}
