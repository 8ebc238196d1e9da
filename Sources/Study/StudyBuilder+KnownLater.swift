import CohortEngine
import CohortModel

extension StudyBuilder {
  /// The variables, where those that an endpoint is made of are known only when it happens, unless the study file says
  /// when: whoever divides the patients by their death must be warned, described or not.
  ///
  /// Time zero and the start of observation are no outcomes.
  func knownLater(_ columns: StudyColumns, _ origins: [EndpointOrigin]) -> [VariableColumn] {
    var times: [String: String] = [:]
    for event in file.events {
      let time = event.column.column
      for column in [time] + event.conditionColumns(in: columns) where times[column] == nil {
        times[column] = time
      }
    }
    for origin in origins {
      for column in origin.times where times[column] == nil { times[column] = column }
      for column in origin.statuses where times[column] == nil { times[column] = origin.times.first }
    }
    for column in origins.compactMap(\.entry) + [file.timeZero].compactMap({ $0 }) { times[column] = nil }
    let known = columns.variables.map { variable in
      guard variable.knownAt == nil, let time = times[variable.name] else { return variable }
      var late = variable
      late.knownAt = time
      return late
    }
    return known.map { variable in
      guard variable.knownAt == nil, let time = time(ofGroups: variable.name, among: known) else {
        return variable
      }
      var late = variable
      late.knownAt = time
      return late
    }
  }

  /// When groups become known that are made of what is known only later; `nil` for all others.
  private func time(ofGroups name: String, among variables: [VariableColumn]) -> String? {
    let groups = file.variables.first { $0.name == name }?.groups ?? []
    let parts = groups.compactMap {
      try? FilterExpression(parsing: $0.when, variables: variables.map(\.variable))
    }
    let used = parts.reduce(into: Set<String>()) { $0.formUnion($1.variables) }
    return variables.first { used.contains($0.name) && $0.knownAt != nil }?.knownAt
  }
}
