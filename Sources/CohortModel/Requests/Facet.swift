/// How a variable is distributed among the patients that all filters but its own let through.
package struct Facet: Hashable, Sendable {
  /// Patients at each level, or in each of the bins of ``NumberDistribution``.
  package var counts: [Int]
  package var missing: Int

  package init(counts: [Int], missing: Int) { (self.counts, self.missing) = (counts, missing) }
}

/// Asks for the facets of some variables.
package struct FacetsRequest: Hashable, Sendable {
  package var filters: FilterSet
  /// The names of the variables; those that cannot be counted have missing values only.
  package var variables: Set<String>

  package init(filters: FilterSet, variables: Set<String>) {
    (self.filters, self.variables) = (filters, variables)
  }
}
