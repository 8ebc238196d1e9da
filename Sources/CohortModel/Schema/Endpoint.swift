/// What is known of a time to the first of some events, apart from the patients.
package struct Endpoint: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// All causes count as the event (overall or disease-free survival): Kaplan–Meier.
    case survival
    /// The first cause is the one of interest, the others compete with it: Aalen–Johansen.
    case competingRisks
  }

  /// Short and unique, what `--endpoint` takes: `DFS`.
  package var name: String
  /// What people call it: `Disease-free survival`.
  package var label: String
  package var kind: Kind
  /// What each cause is called; the first is the one of interest.
  package var causes: [String]
  /// What time zero is: `HSCT`, `relapse`.
  package var origin: String?
  /// The variable of the time or day from which times count; `nil` where all times of the study count from there.
  package var timeZero: String?
  /// Whether it is a composite whose events compete, each counted where it came first.
  package var isTakenApart = false
  package var scale: TimeScale
  /// The variables that it is made of: none of them explains it.
  package var columns: Set<String> = []
  /// Patients with each cause, in the order of ``causes``.
  package var eventCounts: [Int] = []
  /// Patients whose follow-up ends without an event.
  package var censoredCount = 0
  /// The last tick at which anybody is observed; 0 where nobody is.
  package var lastTick: Int64 = 0
  /// Whether some patients come under observation after time zero.
  package var hasLateEntry = false

  package init(
    name: String, label: String? = nil, kind: Kind, causes: [String], origin: String? = nil, scale: TimeScale
  ) {
    (self.name, self.label, self.kind) = (name, label ?? name, kind)
    (self.causes, self.origin, self.scale) = (causes, origin, scale)
  }

  /// Patients with a usable time and status.
  package var usableCount: Int { eventCounts.reduce(censoredCount, +) }

  /// The last time at which anybody is observed, in the recorded unit.
  package var lastTime: Double { scale.time(lastTick) }
}
