package import SurvivalStatistics

/// The cumulative incidence of each cause in each group.
package struct IncidenceByGroup: Equatable, Sendable {
  package let groups: [Group]

  package struct Group: Equatable, Sendable {
    package let name: String
    /// With Aalen's variance, as R's cmprsk has it.
    package let incidence: AalenJohansen
    /// The same with the variance by the delta method.
    package let delta: AalenJohansen
    /// The same with the variance by the infinitesimal jackknife, as R's survfit has it; `nil` unless asked for.
    package let jackknife: WeightedAalenJohansen?

    /// What happened.
    package var table: EventTable { incidence.table }
  }

  /// - Parameter jackknife: whether to compute its variance too, which takes rows: with delayed entry it depends on who
  ///   was at risk together.
  package init(
    _ cases: CompleteCases, by groups: Groups, jackknife: Bool = false
  ) throws(SurvivalDataError) {
    let tables = try cases.causeTables(by: groups)
    var found: [Group] = []
    for (index, places) in groups.places.enumerated() {
      found.append(
        Group(
          name: groups.names[index], incidence: AalenJohansen(tables[index]),
          delta: AalenJohansen(tables[index], variance: .delta),
          jackknife: jackknife ? try cases.influence(of: places) : nil))
    }
    self.groups = found
  }
}
