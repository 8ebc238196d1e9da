/// Anything that can count patients: bitmaps in memory today, a database next to its data tomorrow.
///
/// An answer holds event tables and facet counts and never a row, so one `SELECT stratum, time, status, count(*) …
/// GROUP BY` is enough to be a source.
package protocol CohortSource: Sendable {
  /// Answers the query; later answers may reuse what earlier ones counted.
  func answer(_ query: CohortQuery) async throws -> CohortAnswer
}
