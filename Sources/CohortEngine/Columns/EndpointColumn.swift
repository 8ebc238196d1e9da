package import CohortModel

/// An endpoint with what became of every patient.
@dynamicMemberLookup
package struct EndpointColumn: Sendable, Equatable {
  /// Statuses of a row besides the causes, which are 1, 2, … in the order of ``CohortModel/Endpoint/causes``.
  package static let censored: Int8 = 0
  /// The row has no usable time or status, or is not part of this endpoint (relapse-free patients after relapse).
  package static let unusable: Int8 = -1

  /// What the endpoint is, not yet counted: see ``Cohort/schema``.
  package private(set) var endpoint: Endpoint
  /// Ticks from the origin to the event or the end of follow-up; meaningless where the row is ``unusable``.
  package let times: [Int64]
  /// A cause (1…), ``censored`` or ``unusable`` for each row.
  package let status: [Int8]
  /// Ticks from the origin to the start of observation; `nil` where everyone is observed from time zero.
  package let entries: [Int64]?

  package init(
    name: String, label: String? = nil, kind: Endpoint.Kind, causes: [String], origin: String? = nil,
    scale: TimeScale, times: [Int64], status: [Int8], entries: [Int64]? = nil
  ) {
    precondition(
      times.count == status.count && !causes.isEmpty, "one time and one status a row, at least one cause")
    endpoint = Endpoint(name: name, label: label, kind: kind, causes: causes, origin: origin, scale: scale)
    (self.times, self.status, self.entries) = (times, status, entries)
  }

  /// Name, label, kind, causes, origin and scale.
  package subscript<Property>(dynamicMember property: WritableKeyPath<Endpoint, Property>) -> Property {
    get { endpoint[keyPath: property] }
    set { endpoint[keyPath: property] = newValue }
  }

  /// What became of a row's patient; `nil` where the endpoint cannot use it.
  package func outcome(row: Int) -> Rows.Outcome? {
    guard status[row] != Self.unusable else { return nil }
    return Rows.Outcome(
      entry: max(0, entries?[row] ?? 0), time: times[row],
      cause: status[row] == Self.censored ? nil : Int(status[row]) - 1)
  }

  /// The description with its patients counted: O(rows).
  var counted: Endpoint {
    var counted = endpoint
    counted.eventCounts = Array(repeating: 0, count: endpoint.causes.count)
    var last: Int64?
    for (row, status) in status.enumerated() where status != Self.unusable {
      if status == Self.censored {
        counted.censoredCount += 1
      } else {
        counted.eventCounts[Int(status) - 1] += 1
      }
      last = max(last ?? times[row], times[row])
    }
    counted.lastTick = last ?? 0
    counted.hasLateEntry =
      entries.map { entries in
        entries.indices.contains { entries[$0] > 0 && status[$0] != Self.unusable }
      } ?? false
    return counted
  }
}
