import SurvivalStatistics

/// A regression on one factor fitted to the event tables of its levels: counts are all that it needs of the patients.
struct TableRegression {
  private let data: SurvivalData
  private let weights: CaseWeights
  private let design: DesignMatrix

  /// - Parameters:
  ///   - tables: each with somebody in it.
  ///   - reference: the place of the table that the others are compared with.
  init(_ tables: [EventTable], reference: Int) throws(SurvivalDataError) {
    let order = [reference] + tables.indices.filter { $0 != reference }
    var (observations, counts, codes) = ([Observation](), [Int](), [Int]())
    for (code, place) in order.enumerated() {
      for (observation, count) in Self.cells(tables[place]) {
        observations.append(observation)
        counts.append(count)
        codes.append(code)
      }
    }
    data = try SurvivalData(observations, rule: .exact)
    weights = .frequencies(counts)
    design = try DesignMatrix(
      [.factor(name: "", levels: order.map(String.init), codes: codes)], rowCount: codes.count)
  }

  /// One coefficient a table but the reference, in the order of the tables.
  func cox(cause: Int?) throws(SurvivalDataError) -> ([RatioEstimate], RegressionOutcome) {
    let model = try CoxModel(data, cause: cause, design: design, weights: weights)
    return (model.coefficients.map(RatioEstimate.init), model.outcome)
  }

  func fineGray(cause: Int) throws(SurvivalDataError) -> ([RatioEstimate], RegressionOutcome) {
    let model = try FineGrayModel(
      data, cause: cause, design: design, weights: weights, convergence: .cmprsk)
    return (model.coefficients.map(RatioEstimate.init), model.outcome)
  }

  /// By Firth's penalised likelihood: of the hazard, or for a cause of the subdistribution hazard.
  func firth(cause: Int?) throws(SurvivalDataError) -> ([RatioEstimate], RegressionOutcome) {
    let model =
      if let cause {
        try FirthModel(subdistributionOf: cause, data, design: design, weights: weights)
      } else {
        try FirthModel(data, design: design, weights: weights)
      }
    return (model.coefficients.map(RatioEstimate.init), model.outcome)
  }

  /// Equal observations with how often they occur.
  ///
  /// A table does not say who of those that left had come late. For risk sets it does not matter: whoever comes first is
  /// taken to leave first.
  private static func cells(_ table: EventTable) -> [(Observation, Int)] {
    var entries: [(time: Double?, count: Int)] = []
    if table.startCount > 0 { entries.append((nil, table.startCount)) }
    for step in table.times.indices where table.entered[step] > 0 {
      entries.append((table.times[step], table.entered[step]))
    }
    var (cells, next) = ([(Observation, Int)](), 0)
    for step in table.times.indices {
      var leaving = table.events.indices.map {
        (Observation.Outcome.event(cause: $0), table.events[$0][step])
      }
      leaving.append((.censored, table.censored[step]))
      for (outcome, count) in leaving {
        var rest = count
        while rest > 0, next < entries.count {
          let taken = min(rest, entries[next].count)
          cells.append(
            (Observation(entry: entries[next].time, time: table.times[step], outcome: outcome), taken))
          rest -= taken
          entries[next].count -= taken
          if entries[next].count == 0 { next += 1 }
        }
      }
    }
    return cells
  }
}
