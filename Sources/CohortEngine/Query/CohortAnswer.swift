package import SurvivalStatistics

/// The counts that answer a ``CohortQuery``.
package struct CohortAnswer: Sendable, Equatable {
  package var query: CohortQuery
  /// Patients in the cohort.
  package var patientCount: Int
  /// Patients left after each filter in turn: the flow "78 → 64 → 51"; empty without filters.
  package var flow: [Int]
  /// Patients that all filters let through.
  package var selectedCount: Int
  /// Of the selected, those whom the endpoint cannot use (no time, unknown status, not at risk from its origin).
  package var unusableCount: Int
  /// Of the selected and usable, those without a value of the stratifying variable.
  package var unstratifiedCount: Int
  /// Everybody selected and usable, in one table.
  package var overall: EventTable
  /// One for each level in level order, empty ones included; without stratification there is none.
  package var strata: [Stratum]
  /// The facets asked for, by variable.
  package var facets: [Int: Facet]
}
