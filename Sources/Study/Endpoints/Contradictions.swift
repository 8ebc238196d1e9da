import CohortEngine
import CohortModel

/// Holds endpoints of the same patients against each other.
struct Contradictions {
  /// What two endpoints, by their names, say of a patient that cannot both be.
  private enum Kind: Hashable {
    case endsAfterDeath(String)
    case aliveAtDeath(String)
    case deathElsewhere(String)
    case statusesDiffer(String, String)
  }

  let findings: [Finding]

  /// A patient who dies has also lost disease-free survival, and cannot lose it after death.
  init(_ endpoints: [EndpointColumn], table: Table) {
    var problems = RowProblems<Kind>(table)
    if let overall = endpoints.first(where: { $0.name.lowercased() == "os" }) {
      for other in endpoints where other.kind == .survival && other.scale == overall.scale {
        Self.compareDeaths(overall, other, &problems)
      }
      let composites: Set<String> = ["dfs", "rfs", "lfs", "efs", "pfs", "grfs"]
      for other in endpoints
      where composites.contains(other.name.lowercased()) && other.scale == overall.scale {
        Self.compare(overall, other, &problems)
      }
    }
    // Few endpoints are about the same event; of more than a handful, nobody would read the comparisons.
    let alike = Dictionary(grouping: endpoints.indices.filter { endpoints[$0].causes.count == 1 }) {
      endpoints[$0].causes[0]
    }
    for group in alike.values.sorted(by: { ($0.first ?? 0) < ($1.first ?? 0) }) {
      let members = group.prefix(8).map { endpoints[$0] }
      for (index, first) in members.enumerated() {
        for second in members[(index + 1)...] where Self.areAboutTheSame(first, second) {
          Self.compareStatuses(first, second, &problems)
        }
      }
    }
    findings = problems.findings
  }

  private static func compare(
    _ overall: EndpointColumn, _ other: EndpointColumn, _ problems: inout RowProblems<Kind>
  ) {
    for row in overall.status.indices {
      guard overall.status[row] >= 0, other.status[row] >= 0, other.origin == overall.origin else { continue }
      if other.times[row] > overall.times[row] {
        problems.add(
          row: row, .warning, .endsAfterDeath(other.name),
          message: "\(other.name) ends after \(overall.name) does")
      } else if other.status[row] == EndpointColumn.censored, overall.status[row] > 0,
        other.times[row] == overall.times[row]
      {
        problems.add(
          row: row, .warning, .aliveAtDeath(other.name),
          message: "dead in \(overall.name), but alive without event at the same time in \(other.name)")
      }
    }
  }

  /// Death as a cause beside others happens when overall survival ends.
  private static func compareDeaths(
    _ overall: EndpointColumn, _ other: EndpointColumn, _ problems: inout RowProblems<Kind>
  ) {
    guard other.causes.count > 1, other.origin == overall.origin,
      let death = other.causes.firstIndex(where: { $0 == overall.causes[0] })
    else { return }
    for row in other.status.indices where Int(other.status[row]) == death + 1 && overall.status[row] >= 0 {
      guard overall.times[row] != other.times[row] || overall.status[row] == EndpointColumn.censored else {
        continue
      }
      problems.add(
        row: row, .warning, .deathElsewhere(other.name),
        message: "\(overall.causes[0]) in \(other.name), but not at that time in \(overall.name)")
    }
  }

  private static func areAboutTheSame(_ first: EndpointColumn, _ second: EndpointColumn) -> Bool {
    first.kind == .survival && second.kind == .survival && first.causes == second.causes
      && first.scale == second.scale && first.origin == second.origin && first.causes.count == 1
  }

  private static func compareStatuses(
    _ first: EndpointColumn, _ second: EndpointColumn, _ problems: inout RowProblems<Kind>
  ) {
    for row in first.status.indices where first.status[row] >= 0 && second.status[row] >= 0 {
      guard first.times[row] == second.times[row], first.status[row] != second.status[row] else { continue }
      problems.add(
        row: row, .warning, .statusesDiffer(first.name, second.name),
        message:
          "\(first.name) and \(second.name) end at the same time, but only one of them with \(first.causes[0])"
      )
    }
  }
}
