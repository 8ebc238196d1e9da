package import SurvivalStatistics

/// The counts that answer an ``EventTablesRequest``.
package struct EventTables: Equatable, Sendable {
  /// Everybody selected and usable for the endpoint, in one table.
  package var overall: EventTable
  /// One table for each arm in the order of ``Arms/names(in:)``, empty ones included; none without arms.
  package var arms: [EventTable]
  /// Patients that all filters let through.
  package var selectedCount: Int
  /// Of the selected, those whom the endpoint cannot use (no time, unknown status, not at risk from its origin).
  package var unusableCount: Int
  /// Of the selected and usable, those of whom it is unknown which arm they belong to.
  package var unknownArmCount: Int

  package init(
    overall: EventTable, arms: [EventTable], selectedCount: Int, unusableCount: Int, unknownArmCount: Int
  ) {
    (self.overall, self.arms, self.selectedCount) = (overall, arms, selectedCount)
    (self.unusableCount, self.unknownArmCount) = (unusableCount, unknownArmCount)
  }
}
