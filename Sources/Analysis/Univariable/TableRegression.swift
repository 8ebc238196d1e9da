import SurvivalStatistics

/// A regression on one factor fitted to the event tables of its levels: counts are all that it needs of the patients.
struct TableRegression {
  /// The reference first.
  private let tables: [EventTable]

  /// - Parameters:
  ///   - tables: each with somebody in it.
  ///   - reference: the place of the table that the others are compared with.
  init(_ tables: [EventTable], reference: Int) {
    self.tables = [tables[reference]] + tables.indices.filter { $0 != reference }.map { tables[$0] }
  }

  /// One coefficient a table but the reference, in the order of the tables.
  func cox() -> ([RatioEstimate], RegressionOutcome) {
    let model = CoxFactorModel(tables, names: tables.indices.dropFirst().map(String.init))
    return (model.coefficients.map(RatioEstimate.init), model.outcome)
  }

  /// Whether the ratios change with time, by scaled Schoenfeld residuals against 1 − KM; `nil` without finite ratios.
  func proportionality() throws(SurvivalDataError) -> ChiSquaredResult? {
    let (data, design, weights) = try rows()
    return try CoxModel(data, design: design, weights: weights).proportionalHazardsTest(.kaplanMeier)?.global
  }

  func fineGray(cause: Int) throws(SurvivalDataError) -> ([RatioEstimate], RegressionOutcome) {
    let (data, design, weights) = try rows()
    let model = try FineGrayModel(
      data, cause: cause, design: design, weights: weights, convergence: .cmprsk)
    return (model.coefficients.map(RatioEstimate.init), model.outcome)
  }

  /// By Firth's penalised likelihood: of the hazard, or for a cause of the subdistribution hazard.
  func firth(cause: Int?) throws(SurvivalDataError) -> ([RatioEstimate], RegressionOutcome) {
    let (data, design, weights) = try rows()
    let model =
      if let cause {
        try FirthModel(subdistributionOf: cause, data, design: design, weights: weights)
      } else {
        try FirthModel(data, design: design, weights: weights)
      }
    return (model.coefficients.map(RatioEstimate.init), model.outcome)
  }

  /// Rows that the tables would count.
  private func rows() throws(SurvivalDataError) -> (SurvivalData, DesignMatrix, CaseWeights) {
    var (observations, counts, codes) = ([Observation](), [Int](), [Int]())
    for (code, table) in tables.enumerated() {
      for (observation, count) in Self.cells(table) {
        observations.append(observation)
        counts.append(count)
        codes.append(code)
      }
    }
    let levels = tables.indices.map(String.init)
    return (
      try SurvivalData(observations, rule: .exact),
      try DesignMatrix(
        [.factor(name: "", levels: levels, codes: codes)], rowCount: codes.count),
      .frequencies(counts)
    )
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
