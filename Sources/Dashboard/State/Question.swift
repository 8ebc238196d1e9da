package import CohortEngine
package import SurvivalStatistics

/// What is being asked of the cohort: everything that changes a number on the screen, and all that undo goes back over.
package struct Question: Hashable, Sendable {
  /// An index into the cohort's endpoints.
  package var endpoint: Int
  package var filters = FilterSet()
  package var stratification: Stratification?
  /// The time at which estimates are read, in the unit in which times are shown.
  package var landmark: Double?
  package var transform = ConfidenceTransform.logLog

  package init(endpoint: Int = 0) { self.endpoint = endpoint }

  /// The hypothesis that a test on the screen looks at, for counting how many were looked at in a session.
  package struct Hypothesis: Hashable, Sendable {
    var endpoint: Int
    var filters: FilterSet
    var stratification: Stratification
  }

  package var hypothesis: Hypothesis? {
    stratification.map { Hypothesis(endpoint: endpoint, filters: filters, stratification: $0) }
  }
}
