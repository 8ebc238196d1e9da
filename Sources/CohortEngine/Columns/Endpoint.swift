/// Time to the first of some events, for every row that can be used.
package struct Endpoint: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// All causes count as the event (overall or disease-free survival): Kaplan–Meier.
    case survival
    /// The first cause is the one of interest, the others compete with it: Aalen–Johansen.
    case competingRisks
  }

  /// Statuses of a row besides the causes, which are 1, 2, … in the order of ``causes``.
  package static let censored: Int8 = 0
  /// The row has no usable time or status, or is not part of this endpoint (relapse-free patients after relapse).
  package static let unusable: Int8 = -1

  /// Short and unique, what `--endpoint` takes: `DFS`.
  package var name: String
  /// What people call it: `Disease-free survival`.
  package var label: String
  package var kind: Kind
  /// What each cause is called, in the order of the status codes from 1.
  package var causes: [String]
  /// What time zero is: `HSCT`, `relapse`.
  package var origin: String?
  package var scale: TimeScale
  /// Ticks from the origin to the event or the end of follow-up; meaningless where the row is ``unusable``.
  package var times: [Int64]
  /// A cause (1…), ``censored`` or ``unusable`` for each row.
  package var status: [Int8]
  /// Ticks from the origin to the start of observation; `nil` where everyone is observed from time zero.
  package var entries: [Int64]?

  package init(
    name: String, label: String? = nil, kind: Kind, causes: [String], origin: String? = nil, scale: TimeScale,
    times: [Int64], status: [Int8], entries: [Int64]? = nil
  ) {
    precondition(
      times.count == status.count && !causes.isEmpty, "one time and one status a row, at least one cause")
    (self.name, self.label, self.kind, self.causes) = (name, label ?? name, kind, causes)
    (self.origin, self.scale, self.times, self.status, self.entries) = (origin, scale, times, status, entries)
  }
}
