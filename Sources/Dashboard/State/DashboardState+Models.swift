import Analysis
import CohortModel
import Session
import TerminalGrid

/// The cursor of the Models view: on the variables that could enter.
extension DashboardState {
  /// Factors known from time zero on, and whatever has entered already, in the order of the filters pane.
  var candidates: [Variable] {
    let entered = Set(question.covariates.map(\.variable))
    return listedVariables.compactMap(schema.variable).filter {
      entered.contains($0.name) || Univariable.isFactor($0)
    }
  }

  var candidateIndex: Int? {
    let names = candidates.map(\.name)
    return covariate.flatMap(names.firstIndex) ?? (names.isEmpty ? nil : 0)
  }

  var currentCovariate: Variable? { candidateIndex.map { candidates[$0] } }

  /// The first variable in sight: the one under the cursor stays in the middle of the list.
  func firstCandidate(height: Int) -> Int {
    max(0, min((candidateIndex ?? 0) - height / 2, candidates.count - height))
  }

  mutating func moveCandidate(_ gesture: Gesture) {
    let all = candidates
    guard let here = candidateIndex else { return }
    let page = max(1, (scene?.models?.variables.height ?? 3) - 2)
    let wanted =
      switch gesture {
      case .up, .left: here - 1
      case .down, .right: here + 1
      case .pageUp: here - page
      case .pageDown: here + page
      case .top: 0
      case .bottom: all.count - 1
      default: here
      }
    covariate = all[min(max(0, wanted), all.count - 1)].name
  }

  /// Puts the cursor on a variable in sight.
  mutating func pressCandidate(line: Int, height: Int) -> Effect? {
    let all = candidates
    let index = firstCandidate(height: height) + line
    guard all.indices.contains(index) else { return nil }
    covariate = all[index].name
    return toggleCovariate()
  }
}
