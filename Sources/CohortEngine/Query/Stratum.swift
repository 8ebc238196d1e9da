package import SurvivalStatistics

/// One group of selected patients and what became of them.
package struct Stratum: Sendable, Equatable {
  /// The level, or the interval of a numeric variable: `CR2`, `≤ 23`.
  package var label: String
  package var table: EventTable
}
