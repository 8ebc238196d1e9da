/// Asks what became of the selected patients, together and in each arm.
package struct EventTablesRequest: Hashable, Sendable {
  /// The endpoint's name.
  package var endpoint: String
  package var filters: FilterSet
  /// `nil` for everybody together.
  package var arms: Arms?

  package init(endpoint: String, filters: FilterSet = FilterSet(), arms: Arms? = nil) {
    (self.endpoint, self.filters, self.arms) = (endpoint, filters, arms)
  }
}
