package import CohortModel

/// What a study file says: how a table is to be understood, and what is to be asked of it.
package struct StudyFile: Sendable, Equatable {
  package var title: String?
  /// The table, relative to the study file.
  package var data: String
  package var notes: String?
  /// The unit of the recorded times.
  package var timeUnit: TimeUnit?
  /// The unit in which times are shown.
  package var displayUnit: TimeUnit?
  /// What time zero is: `HSCT`.
  package var origin: String?
  /// The column with the date of time zero, where events are given by dates.
  package var timeZero: String?
  /// When estimates are read; in the recorded unit where it names none.
  package var at: TimePoint?
  /// The time of a landmark analysis: only patients still event-free then, the clock restarted.
  package var landmark: TimePoint?
  /// Which number comes first in dates such as 03/04/2019: `dmy` or `mdy`.
  package var dateOrder: DateOrder?
  /// The first year that two-digit years can mean: 1930 for 1930–2029.
  package var centuryFrom: Int?
  /// Whose rows belong together, where a patient has several.
  package var patients: PatientDeclaration?
  /// Texts that mean “no value” in every column, besides those that always do.
  package var missing: [String] = []

  /// Whether what single patients are called is kept from readers.
  package var hidesIdentifiers = false

  package var variables: [VariableDeclaration] = []
  package var events: [EventDeclaration] = []
  package var followUp: TimeReference?
  /// The column with the time at which observation begins, where that is not time zero.
  package var entry: String?
  package var endpoints: [EndpointDeclaration] = []
  package var views: [SavedView] = []

  package init(data: String) { self.data = data }
}
