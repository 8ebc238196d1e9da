/// A question somebody wants to show again: an endpoint, split by a variable, in some of the patients.
package struct SavedView: Sendable, Equatable {
  /// The screen on which it opens.
  package enum Screen: String, Sendable, CaseIterable {
    case curves, univariable, models, characteristics, patients, data
  }

  package var name: String
  package var screen: Screen
  package var endpoint: String?
  package var by: String?
  /// A filter expression.
  package var filter: String?
  package var landmark: Double?
  /// The covariates of a model, or the rows of a table.
  package var variables: [String]
  package var notes: String?

  package init(
    name: String, screen: Screen = .curves, endpoint: String? = nil, by: String? = nil, filter: String? = nil,
    landmark: Double? = nil, variables: [String] = [], notes: String? = nil
  ) {
    (self.name, self.screen, self.endpoint, self.by) = (name, screen, endpoint, by)
    (self.filter, self.landmark, self.variables, self.notes) = (filter, landmark, variables, notes)
  }
}
