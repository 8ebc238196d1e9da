package import SurvivalStatistics

/// Survival without the event in each group, and how long the group was followed.
package struct SurvivalByGroup: Equatable, Sendable {
  package let groups: [Group]

  package struct Group: Equatable, Sendable {
    package let name: String
    package let patientCount: Int
    package let survival: KaplanMeier
    package let cumulativeHazard: NelsonAalen
    /// Reverse Kaplan–Meier of the endpoint: a failure of any cause ends follow-up as censoring ends survival.
    package let followUp: KaplanMeier

    /// What happened, from the landmark on if there is one.
    package var table: EventTable { survival.table }

    /// Who is at risk at some times, and what has happened by then.
    package func risk(at times: [Double]) -> RiskTable { RiskTable(table, at: times) }
  }

  /// - Complexity: O(*n* + *g* *u*) for *n* rows, *g* groups and *u* distinct times.
  package init(_ cases: CompleteCases, by groups: Groups) throws(SurvivalDataError) {
    let (tables, causes) = (try cases.eventTables(by: groups), try cases.causeTables(by: groups))
    self.groups = groups.places.enumerated().map { index, places in
      Group(
        name: groups.names[index], patientCount: cases.patientCount(among: places),
        survival: KaplanMeier(tables[index]), cumulativeHazard: NelsonAalen(tables[index]),
        followUp: KaplanMeier(causes[index].reversed))
    }
  }
}
