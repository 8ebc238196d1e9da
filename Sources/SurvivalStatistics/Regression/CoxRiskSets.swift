internal import Foundation

/// Rows ordered so that one pass from the last time to the first meets every risk set of a Cox model.
struct CoxRiskSets: Equatable, Sendable {
  let columnCount: Int
  /// Covariates, standardised, row after row in the order of the pass.
  let values: [Double]
  /// Times, latest first within each stratum.
  let times: [Double]
  /// Entry times; minus infinity without delayed entry.
  let entries: [Double]
  /// Whether the row ends in a failure.
  let isEvent: [Bool]
  /// The rows of each stratum.
  let strata: [Range<Int>]
  /// Positions in the pass by decreasing entry within each stratum; empty without delayed entry.
  let entryOrder: [Int]
  /// The row as given that stands at each position.
  let original: [Int]
  /// The number of each stratum, as given.
  let stratumNumbers: [Int]
  /// The case weight of each position; empty where each row is one subject.
  let weights: [Double]
  /// Whether a weight counts equal subjects, so that tied ones of a row are tied with each other.
  let areFrequencies: Bool

  /// Orders rows.
  ///
  /// - Complexity: O(*n* *p* + *k*) for *n* rows, *p* covariates and *k* distinct times; with strata or delayed entry
  ///   O(*n* log *n*) more.
  init(
    _ tied: TiedTimes, isEvent: [Bool], strata: [Int], design: StandardizedDesign, weights: CaseWeights? = nil
  ) {
    let stratum: (Int) -> Int = { strata.isEmpty ? 0 : strata[$0] }
    let order = Self.order(tied, strata: strata)
    var (bounds, start) = ([Range<Int>](), 0)
    for position in order.indices
    where position + 1 == order.count || stratum(order[position + 1]) != stratum(order[position]) {
      bounds.append(start..<position + 1)
      start = position + 1
    }
    let count = design.columnCount
    var values = [Double]()
    values.reserveCapacity(order.count * count)
    for row in order { values.append(contentsOf: design.values[row * count..<(row + 1) * count]) }
    let entries = order.map { tied.entries.isEmpty ? -.infinity : tied.entries[$0] }
    (columnCount, self.values, self.entries, self.strata, original) = (count, values, entries, bounds, order)
    times = order.map { tied.times[$0] }
    self.isEvent = order.map { isEvent[$0] }
    stratumNumbers = bounds.map { stratum(order[$0.lowerBound]) }
    let given = weights?.values ?? []
    self.weights = given.isEmpty ? [] : order.map { given[$0] }
    areFrequencies = weights.map { !$0.areSampling } ?? false
    entryOrder =
      tied.entries.isEmpty ? [] : bounds.flatMap { $0.sorted { entries[$0] > entries[$1] } }
  }

  /// Rows by stratum, then from the last time to the first.
  private static func order(_ tied: TiedTimes, strata: [Int]) -> [Int] {
    let byTime = CountingOrder.descending(tied.exitSteps, keyCount: tied.distinct.count)
    guard !strata.isEmpty else { return byTime }
    let steps = tied.exitSteps
    return byTime.sorted { (strata[$0], steps[$1]) < (strata[$1], steps[$0]) }
  }

  /// β′x of each position.
  func linearPredictors(_ coefficients: [Double]) -> [Double] {
    values.withUnsafeBufferPointer { values in
      [Double](unsafeUninitializedCapacity: times.count) { predictors, count in
        count = times.count
        var place = 0
        for row in 0..<count {
          var sum = 0.0
          for column in 0..<columnCount {
            sum += coefficients[column] * values[place]
            place += 1
          }
          predictors.initializeElement(at: row, to: sum)
        }
      }
    }
  }

  /// Relative hazards exp(β′x), divided in each stratum by the largest so that none overflows.
  func relativeHazards(_ predictors: [Double]) -> (hazards: [Double], shifts: [Double]) {
    var shifts = [Double]()
    let hazards = [Double](unsafeUninitializedCapacity: predictors.count) { hazards, count in
      count = predictors.count
      for range in strata {
        let shift = predictors[range].max() ?? 0
        for row in range { hazards.initializeElement(at: row, to: exp(predictors[row] - shift)) }
        shifts.append(shift)
      }
    }
    return (hazards, shifts)
  }

  /// The case weight of a position.
  func weight(_ row: Int) -> Double { weights.isEmpty ? 1 : weights[row] }

  /// Relative hazards times case weights: what each row adds to a risk set.
  func exposures(_ hazards: [Double]) -> [Double] {
    weights.isEmpty ? hazards : hazards.indices.map { hazards[$0] * weights[$0] }
  }

  /// Visits every failure time, from the last to the first within each stratum.
  ///
  /// - Complexity: O(*n* *p*²) for *n* rows and *p* covariates; nothing is allocated on the way.
  func forEachFailureTime(exposures: [Double], _ visit: (FailureTime) -> Void) {
    values.withUnsafeBufferPointer { forEachFailureTime(exposures: exposures, $0, visit) }
  }

  /// The innermost loop of every fit: here the bounds of the covariates are not looked at again for each of them.
  private func forEachFailureTime(
    exposures: [Double], _ values: UnsafeBufferPointer<Double>, _ visit: (FailureTime) -> Void
  ) {
    var risk = RiskSetMoments(columnCount: columnCount, isCompensated: !entryOrder.isEmpty)
    var failing = RiskSetMoments(columnCount: columnCount, isCompensated: false)
    for (stratum, range) in strata.enumerated() {
      risk.reset()
      var (position, leaving) = (range.lowerBound, range.lowerBound)
      while position < range.upperBound {
        let time = times[position]
        let first = position
        var (failures, eventWeight) = (0, 0.0)
        while position < range.upperBound, times[position] == time {
          risk.add(weight: exposures[position], values: values, start: position * columnCount)
          if isEvent[position], weight(position) > 0 {
            failures += 1
            eventWeight += weight(position)
          }
          position += 1
        }
        guard failures > 0 else { continue }
        while !entryOrder.isEmpty, leaving < range.upperBound, entries[entryOrder[leaving]] >= time {
          let row = entryOrder[leaving]
          risk.add(weight: -exposures[row], values: values, start: row * columnCount)
          leaving += 1
        }
        failing.reset()
        for row in first..<position where isEvent[row] {
          failing.add(weight: exposures[row], values: values, start: row * columnCount)
        }
        visit(
          FailureTime(
            stratum: stratum, time: time, rows: first..<position,
            failures: areFrequencies ? Int(eventWeight) : failures, eventWeight: eventWeight, risk: risk,
            failing: failing))
      }
    }
  }

  /// One failure time with the sums over those at risk and over those who fail.
  struct FailureTime {
    let stratum: Int
    let time: Double
    /// Positions of the rows that end at the time.
    let rows: Range<Int>
    /// Number of tied failures, rows of a frequency counting as often.
    let failures: Int
    /// Sum of their weights.
    let eventWeight: Double
    let risk: RiskSetMoments
    let failing: RiskSetMoments

    /// How many terms the time has in the likelihood, and the weight of each: with Efron's rule one a failure, in
    /// the *l*-th of which the fraction l/d of those failing has left, each of their mean weight.
    func terms(_ ties: TieMethod) -> (count: Int, weight: Double) {
      ties == .efron ? (failures, eventWeight / Double(failures)) : (1, eventWeight)
    }
  }
}
