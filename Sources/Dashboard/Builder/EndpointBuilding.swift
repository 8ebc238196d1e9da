package import Analysis
package import CohortModel
package import Session

/// What endpoints can be made of, as plain values.
package struct EndpointCandidates: Hashable, Sendable {
  /// A column that may hold times.
  package struct Time: Hashable, Sendable {
    package var name: String
    package var isDate: Bool
    /// Its unit and range, and how many have one.
    package var detail: String

    package init(name: String, isDate: Bool, detail: String) {
      (self.name, self.isDate, self.detail) = (name, isDate, detail)
    }
  }

  /// A column that may say what happened.
  package struct Status: Hashable, Sendable {
    package struct Value: Hashable, Sendable {
      package var text: String
      package var count: Int
      /// What it means, where its words leave no doubt.
      package var meaning: EndpointDefinition.Code.Meaning?

      package init(_ text: String, count: Int, meaning: EndpointDefinition.Code.Meaning?) {
        (self.text, self.count, self.meaning) = (text, count, meaning)
      }
    }

    package var name: String
    package var values: [Value]

    package init(name: String, values: [Value]) { (self.name, self.values) = (name, values) }
  }

  /// An event of the study.
  package struct Event: Hashable, Sendable {
    package var name: String
    package var label: String
    package var count: Int
    /// Of how many it is not known whether and when it happened.
    package var unknown: Int

    package init(name: String, label: String, count: Int, unknown: Int) {
      (self.name, self.label, self.count, self.unknown) = (name, label, count, unknown)
    }
  }

  package var times: [Time]
  package var statuses: [Status]
  package var events: [Event]
  /// Whether the study says where follow-up ends.
  package var hasFollowUp: Bool

  package init(times: [Time], statuses: [Status], events: [Event], hasFollowUp: Bool) {
    (self.times, self.statuses, self.events) = (times, statuses, events)
    self.hasFollowUp = hasFollowUp
  }
}

/// A study with an endpoint or an event more than before.
package struct GrownStudy: Sendable {
  package var analyst: Analyst
  package var study: StudyDescription
  /// What was noticed of the endpoint: who cannot be used, and why.
  package var notes: [String]

  package init(analyst: Analyst, study: StudyDescription, notes: [String] = []) {
    (self.analyst, self.study, self.notes) = (analyst, study, notes)
  }
}

/// What makes endpoints of the open study; all of it takes its time and happens off the main actor.
package struct EndpointBuilding: Sendable {
  package var candidates: @Sendable () async throws -> EndpointCandidates
  /// The study as it would be; nobody keeps it.
  package var preview: @Sendable (EndpointDefinition) async throws -> GrownStudy
  /// Carries out `endpoint-add` and `event-add`.
  package var add: @Sendable (Command) async throws -> GrownStudy
  /// Writes what was added into a study file, and gives its path.
  package var save: @Sendable () async throws -> String

  package init(
    candidates: @escaping @Sendable () async throws -> EndpointCandidates,
    preview: @escaping @Sendable (EndpointDefinition) async throws -> GrownStudy,
    add: @escaping @Sendable (Command) async throws -> GrownStudy,
    save: @escaping @Sendable () async throws -> String
  ) {
    (self.candidates, self.preview, self.add, self.save) = (candidates, preview, add, save)
  }
}
