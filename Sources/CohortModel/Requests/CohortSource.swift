/// Anything that can count patients: bitmaps in memory today, a database next to its data tomorrow.
///
/// A request is a value and its answer holds counts and never a row, so one `SELECT arm, time, status, count(*) …
/// GROUP BY` is enough to be a source. Every method throws `CancellationError` once its task is cancelled, before the
/// work and between its steps, and a ``NamingError`` for names that the schema does not have.
package protocol CohortSource: Sendable {
  var schema: CohortSchema { get }

  /// What became of the selected patients.
  func eventTables(_ request: EventTablesRequest) async throws -> EventTables
  /// What became of them by each of many variables, in the order asked for.
  func factorTables(_ request: FactorTablesRequest) async throws -> [FactorTables]
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
  /// Of the selected, only those at these places in the file, counted from 0; `nil` for all of them.
  package var numbers: Set<Int>?

  package init(
    filters: FilterSet = FilterSet(), variables: [String] = [], endpoints: [String] = [],
    numbers: Set<Int>? = nil
  ) {
    (self.filters, self.variables, self.endpoints) = (filters, variables, endpoints)
    self.numbers = numbers
  }
}

/// The patients that answer a ``RowsRequest``.
package struct Rows: Equatable, Sendable {
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
  package var columns: [RowColumn]
  /// For each endpoint asked for, each patient's outcome; `nil` where the endpoint cannot use the patient.
  package var outcomes: [[Outcome?]]

  package init(numbers: [Int], columns: [RowColumn], outcomes: [[Outcome?]]) {
    (self.numbers, self.columns, self.outcomes) = (numbers, columns, outcomes)
  }
}

/// A variable's value of each of some patients.
package enum RowColumn: Sendable {
  /// Places among the variable's levels; -1 for a gap.
  case levels([Int32])
  /// NaN for a gap.
  case numbers([Double])
  case texts([String?])

  package func isMissing(_ row: Int) -> Bool {
    switch self {
    case .levels(let codes): codes[row] < 0
    case .numbers(let values): values[row].isNaN
    case .texts(let texts): texts[row] == nil
    }
  }
}

extension RowColumn: Equatable {
  /// A gap equals a gap, which NaN by itself does not.
  package static func == (one: RowColumn, other: RowColumn) -> Bool {
    switch (one, other) {
    case (.levels(let a), .levels(let b)): a == b
    case (.texts(let a), .texts(let b)): a == b
    case (.numbers(let a), .numbers(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
    default: false
    }
  }
}
