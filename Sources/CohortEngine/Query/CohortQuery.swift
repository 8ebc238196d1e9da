/// All that the counts on a screen depend on.
package struct CohortQuery: Hashable, Sendable {
  /// An index into ``Cohort/endpoints``.
  package var endpoint: Int
  package var filters: FilterSet
  /// `nil` for one curve over everybody.
  package var stratification: Stratification?
  /// The variables whose counts by level or histogram are wanted.
  package var facets: Set<Int>

  package init(
    endpoint: Int, filters: FilterSet = FilterSet(), stratification: Stratification? = nil,
    facets: Set<Int> = []
  ) {
    (self.endpoint, self.filters, self.stratification) = (endpoint, filters, stratification)
    self.facets = facets
  }
}
