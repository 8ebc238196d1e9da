package import CohortModel

/// What a session is about and does not change.
package struct SessionContext: Equatable, Sendable {
  package var schema: CohortSchema
  /// The study's saved views.
  package var views: [NamedView]
  /// The names of the themes there are.
  package var themes: [String]
  /// The unit in which the study says times are shown.
  package var defaultUnit: TimeUnit?
  /// Where the study reads its curves.
  package var defaultAt: TimePoint?
  /// What was asked on the command line: where a session begins, and where undo ends.
  package var opening: [Command] = []

  package init(
    schema: CohortSchema, views: [NamedView] = [], themes: [String] = [], defaultUnit: TimeUnit? = nil,
    defaultAt: TimePoint? = nil
  ) {
    (self.schema, self.views, self.themes) = (schema, views, themes)
    (self.defaultUnit, self.defaultAt) = (defaultUnit, defaultAt)
  }
}

/// A question that somebody wants to show again, as the commands that ask it of everybody.
package struct NamedView: Hashable, Sendable {
  package var name: String
  /// What a speaker wants to say with it.
  package var note: String?
  /// Carried out one after the other on the first endpoint of everybody, whatever the command line asked.
  package var commands: [Command]

  package init(name: String, note: String? = nil, commands: [Command]) {
    (self.name, self.note, self.commands) = (name, note, commands)
  }
}
