import CohortModel
package import Report

/// What the dashboard shows of a study besides its numbers.
package struct StudyDescription: Sendable {
  package var title: String
  /// Variables that would mislead as filters.
  package var hiddenVariables: Set<String> = []
  /// Variables that endpoints are made of: they are listed last.
  package var outcomeVariables: Set<String> = []
  /// What an endpoint was guessed from, by its name, where nobody has said what the columns mean.
  package var guesses: [String: String] = [:]
  /// Findings about the data that a reader should look at.
  package var warningCount = 0
  /// Whether somebody has said what the columns mean.
  package var isConfirmed = true
  /// What was found about a patient by its place in the file, counted from 0; called off the main actor.
  package var findings: @Sendable (_ row: Int) -> [String] = { _ in [] }
  /// What was understood of the file, where there is one; called off the main actor.
  package var reading: @Sendable () -> FileReading? = { nil }

  package init(title: String) { self.title = title }

  /// The variables in the order of the filters pane: what describes patients before what makes up the endpoints.
  func listed(_ variables: [Variable]) -> [String] {
    let shown = variables.filter { $0.kind != .identifier && !hiddenVariables.contains($0.name) }.map(\.name)
    return shown.filter { !outcomeVariables.contains($0) } + shown.filter(outcomeVariables.contains)
  }
}
