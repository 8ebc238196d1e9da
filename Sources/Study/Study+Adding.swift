import CohortEngine
import CohortModel

extension Study {
  /// The study with other declarations.
  func with(_ file: StudyFile) -> Study { made(file, cohort, endpointOrigins, findings, endpointColumns) }

  /// The study with one more endpoint, whose columns are known only when it happens.
  func with(
    _ file: StudyFile, _ endpoint: EndpointColumn, _ origin: EndpointOrigin, findings found: [Finding]
  ) -> Study {
    let columns = Set(origin.columns)
    let variables = cohort.variables.map { variable in
      guard columns.contains(variable.name) else { return variable }
      var made = variable
      made.isOutcome = true
      if made.knownAt == nil, variable.name != origin.entry {
        made.knownAt = origin.times.contains(variable.name) ? variable.name : origin.times.first
      }
      return made
    }
    var endpoint = endpoint
    endpoint.columns = columns
    let grown = Cohort(
      rowCount: cohort.rowCount, variables: variables, endpoints: cohort.endpoints + [endpoint],
      overallSurvival: file.overallSurvival)
    let new = found.filter { !findings.contains($0) }
    let all = (findings + new).enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
    return made(file, grown, endpointOrigins + [origin], all, endpointColumns.union(columns))
  }

  private func made(
    _ file: StudyFile, _ cohort: Cohort, _ origins: [EndpointOrigin], _ findings: [Finding],
    _ endpointColumns: Set<String>
  ) -> Study {
    Study(
      title: title, studyPath: studyPath, tablePath: tablePath, notes: notes, cohort: cohort,
      endpointOrigins: origins, findings: findings, views: views, at: at, landmark: landmark,
      displayUnit: displayUnit, endpointColumns: endpointColumns, hiddenVariables: hiddenVariables,
      lines: lines, declarations: file, reading: reading)
  }
}
