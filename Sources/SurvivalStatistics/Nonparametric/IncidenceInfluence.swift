/// How much each row moves the Aalen–Johansen estimates: the infinitesimal jackknife variance, from rows.
///
/// With delayed entry, or several rows a subject, that variance depends on who was at risk together, which an
/// event table no longer tells. The numbers are those of R's `survival::survfit` for competing risks.
///
/// - SeeAlso: Therneau, Crowson & Atkinson (2023), *survival*, vignette "Multi-state models and competing
///   risks".
public struct IncidenceInfluence: Equatable, Sendable {
  /// The estimates; their own variance is ``IncidenceVariance/delta``.
  public let estimates: AalenJohansen

  private let data: SurvivalData
  private let subjects: [Int]

  /// Estimates cumulative incidences from the rows of one stratum.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - causeCount: how many causes to tell apart; by default as many as occur, at least one.
  ///   - subjects: who each row belongs to; empty when every row is a subject of its own.
  /// - Throws: ``SurvivalDataError`` when the rows cannot be counted.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  public init(
    _ data: SurvivalData, causeCount: Int? = nil, subjects: [Int] = []
  ) throws(SurvivalDataError) {
    let tables = try EventTable.tables(data, causeCount: causeCount, subjects: subjects)
    estimates = AalenJohansen(tables[0], variance: .delta)
    (self.data, self.subjects) = (data, subjects)
  }

  /// Fₖ(t) with its jackknife standard error and interval, or `nil` past the last time.
  ///
  /// - Parameters:
  ///   - time: any time.
  ///   - cause: position of the cause in the table.
  ///   - level: confidence level.
  ///   - transform: scale of the interval, applied to F itself.
  /// - Returns: the estimate; `nil` past the last time.
  /// - Complexity: O(*n* log *u*) for *n* rows and *u* distinct times.
  public func estimate(
    at time: Double, cause: Int, level: Double = 0.95, transform: ConfidenceTransform = .logLog
  ) -> ProbabilityEstimate? {
    guard let value = estimates.cumulativeIncidence(at: time, cause: cause),
      let standardError = standardError(at: time, cause: cause)
    else { return nil }
    return ProbabilityEstimate(
      value: value, standardError: standardError,
      interval: transform.interval(
        probability: value, standardError: standardError,
        multiplier: TailProbability.normalMultiplier(level: level)))
  }

  /// The standard error of the cumulative incidence of a cause, or `nil` past the last time.
  ///
  /// - Complexity: O(*n* log *u*) for *n* rows and *u* distinct times.
  public func standardError(at time: Double, cause: Int) -> Double? {
    guard let incidence = estimates.cumulativeIncidence(at: time, cause: cause) else { return nil }
    let sums = CompensatorSums(estimates, cause: cause)
    let last = estimates.table.lastStep(notAfter: time)
    var bySubject: [Int: Double] = [:]
    var variance = CompensatedSum()
    for row in data.outcomes.indices {
      let influence = influence(of: row, on: incidence, lastStep: last, cause: cause, sums)
      if subjects.isEmpty {
        variance += influence * influence
      } else {
        bySubject[subjects[row], default: 0] += influence
      }
    }
    for (_, influence) in bySubject.sorted(by: { $0.key < $1.key }) { variance += influence * influence }
    return variance.value.squareRoot()
  }

  private func influence(
    of row: Int, on incidence: Double, lastStep: Int, cause: Int, _ sums: CompensatorSums
  ) -> Double {
    let table = estimates.table
    let tied = data.tied
    let exit = table.lastStep(notAfter: tied.times[row])
    let entry = tied.entries.isEmpty ? -1 : table.lastStep(notAfter: tied.entries[row])
    let (from, to) = (min(entry, lastStep) + 1, min(exit, lastStep) + 1)
    var influence = incidence * (sums.hazard[to] - sums.hazard[from])
    influence -= sums.direct[to] - sums.direct[from]
    influence -= sums.indirect[to] - sums.indirect[from]
    guard exit <= lastStep, let failure = data.outcomes[row].cause else { return influence }
    let atRisk = Double(table.atRisk[exit])
    let surviving = atRisk - Double(table.eventCount(atStep: exit))
    if failure == cause {
      influence += (exit > 0 ? estimates.survival[exit - 1] : 1) / atRisk
    }
    if surviving > 0 {
      influence -= (incidence - estimates.cumulativeIncidence[cause][exit]) / surviving
    }
    return influence
  }
}

/// Running sums over steps, with a zero in front: what being at risk takes from a row's influence.
private struct CompensatorSums {
  /// Σ S(t−) dₖ/n².
  var direct = [0.0]
  /// Σ d/(n(n − d)).
  var hazard = [0.0]
  /// Σ F d/(n(n − d)).
  var indirect = [0.0]

  init(_ estimates: AalenJohansen, cause: Int) {
    let table = estimates.table
    var before = 1.0
    for step in table.times.indices {
      let (atRisk, failing) = (Double(table.atRisk[step]), Double(table.eventCount(atStep: step)))
      let own = Double(table.events[cause][step])
      let direct = failing > 0 ? before * own / (atRisk * atRisk) : 0
      let hazard = failing > 0 && failing < atRisk ? failing / (atRisk * (atRisk - failing)) : 0
      self.direct.append(self.direct[step] + direct)
      self.hazard.append(self.hazard[step] + hazard)
      indirect.append(indirect[step] + hazard * estimates.cumulativeIncidence[cause][step])
      before = estimates.survival[step]
    }
  }
}
