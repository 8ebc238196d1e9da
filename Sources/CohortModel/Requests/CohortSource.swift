/// Anything that can count patients: bitmaps in memory today, a database next to its data tomorrow.
///
/// A request is a value and its answer holds counts and never a row, so one `SELECT arm, time, status, count(*) …
/// GROUP BY` is enough to be a source. Every method throws `CancellationError` once its task is cancelled, before the
/// work and between its steps, and a ``NamingError`` for names that the schema does not have.
package protocol CohortSource: Sendable {
  var schema: CohortSchema { get }

  /// What became of the selected patients.
  func eventTables(_ request: EventTablesRequest) async throws -> EventTables
  /// The facets asked for, by variable.
  func facets(_ request: FacetsRequest) async throws -> [String: Facet]
  /// Patients left after each filter in turn, everybody first: 78, 64, 51.
  func flow(_ filters: FilterSet) async throws -> [Int]
}

/// A source that may show single patients, for models and the list of patients; one that only counts has none of it.
package protocol RowSource: CohortSource {
  /// The values of variables and endpoints of the selected patients, in the order of the file.
  func rows(_ request: RowsRequest) async throws -> Rows
}

/// Asks for the selected patients one by one.
package struct RowsRequest: Hashable, Sendable {
  package var filters: FilterSet
  /// The names of the variables wanted.
  package var variables: [String]
  /// The names of the endpoints wanted.
  package var endpoints: [String]

  package init(filters: FilterSet = FilterSet(), variables: [String] = [], endpoints: [String] = []) {
    (self.filters, self.variables, self.endpoints) = (filters, variables, endpoints)
  }
}

/// The patients that answer a ``RowsRequest``.
package struct Rows: Hashable, Sendable {
  /// What became of one patient: ticks from the origin, and the cause (from 0), `nil` where censored.
  package struct Outcome: Hashable, Sendable {
    /// The start of observation; 0 for time zero.
    package var entry: Int64
    package var time: Int64
    package var cause: Int?

    package init(entry: Int64, time: Int64, cause: Int?) {
      (self.entry, self.time, self.cause) = (entry, time, cause)
    }
  }

  /// The place of each patient in the file, counted from 0.
  package var numbers: [Int]
  /// For each variable asked for, each patient's value.
  package var values: [[FilterExpression.Value]]
  /// For each endpoint asked for, each patient's outcome; `nil` where the endpoint cannot use the patient.
  package var outcomes: [[Outcome?]]

  package init(numbers: [Int], values: [[FilterExpression.Value]], outcomes: [[Outcome?]]) {
    (self.numbers, self.values, self.outcomes) = (numbers, values, outcomes)
  }
}
