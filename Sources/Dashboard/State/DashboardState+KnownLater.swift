import Analysis
import CohortModel
import Report
import Session

/// The ways out of a comparison by what is known only later.
extension DashboardState {
  mutating func toggleTimeDependent() -> Effect? {
    if question.knownLater == .timeDependent { return run(.knownLater(.refused)) }
    guard let lateness = scene?.report.curves.lateness, isCurrent, lateness.arms != nil else {
      return say("Mantel–Byar is for arms known only later, such as acute GvHD; s chooses arms")
    }
    return run(.knownLater(.timeDependent))
  }

  mutating func toggleOverride() -> Effect? {
    if question.knownLater == .overridden { return run(.knownLater(.refused)) }
    guard let lateness = scene?.report.curves.lateness, isCurrent else {
      return say("Nothing asked here is known only later")
    }
    guard lateness.way != .atLandmark else {
      return say("The landmark goes by what is known then; L none ends it")
    }
    return run(.knownLater(.overridden))
  }
}
