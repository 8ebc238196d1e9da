internal import Foundation

/// Score and variance of Gray's test in one stratum.
///
/// Names follow Gray (1988): *a* is the weight with which a group's hazard enters a score, *c* its integral;
/// the variance of a score collects, for each group, what its failures from the cause (through *a* and *c*)
/// and from other causes (through *c* alone) contribute. The quadratic in the final *c* is kept as three
/// running sums.
struct GrayStratum {
  private(set) var scores: [Double]
  private(set) var variance: SymmetricMatrix
  private(set) var eventCount = 0

  private let groups: [EventTable]
  private let cause: Int
  private let rho: Double
  private var survival: [Double]
  private var incidence: [Double]
  private var pooledIncidence = 0.0
  private var risk: [Double]
  private var weights: [Double]
  private var integrals: [Double]
  private var crossTerms: [Double]
  private var ownTerms: [Double]

  init(_ groups: [EventTable], cause: Int, rho: Double) {
    (self.groups, self.cause, self.rho) = (groups, cause, rho)
    let zeros = [Double](repeating: 0, count: groups.count)
    let square = [Double](repeating: 0, count: groups.count * groups.count)
    (scores, incidence, risk, ownTerms) = (zeros, zeros, zeros, zeros)
    (weights, integrals, crossTerms) = (square, square, square)
    survival = Array(repeating: 1, count: groups.count)
    variance = SymmetricMatrix(order: groups.count)
  }

  /// Goes through all times and closes the sums.
  mutating func run() {
    var walk = SynchronizedTables(groups)
    while walk.next() != nil {
      var (any, failing) = (0, 0)
      for group in groups.indices {
        any += walk.eventsOfAnyCause(group)
        failing += walk.events(group, cause: cause)
      }
      if any > 0 { add(walk, failing: Double(failing)) }
      eventCount += failing
    }
    for row in groups.indices {
      for column in 0...row {
        var sum = 0.0
        for group in groups.indices {
          sum += self[integrals, row, group] * self[integrals, column, group] * ownTerms[group]
          sum += self[integrals, row, group] * self[crossTerms, column, group]
          sum += self[integrals, column, group] * self[crossTerms, row, group]
        }
        variance[row, column] += sum
      }
    }
  }

  private mutating func add(_ walk: SynchronizedTables, failing: Double) {
    var (total, exposed) = (0.0, 0.0)
    for group in groups.indices {
      risk[group] = survival[group] > 0 ? Double(walk.atRisk(group)) / survival[group] : 0
      total += risk[group]
      exposed += risk[group] * (1 - incidence[group])
    }
    guard total > 0, exposed > 0, pooledIncidence < 1 else { return }
    let weight = pow(1 - pooledIncidence, rho)
    if failing > 0 { addScores(walk, failing, weight: weight, total: total, exposed: exposed) }
    let pooledBefore = pooledIncidence
    pooledIncidence += failing / total
    for row in groups.indices {
      for group in groups.indices {
        let own = row == group ? 1.0 : 0
        let a = risk[group] > 0 ? weight * risk[row] * (own - risk[group] / total) : 0
        weights[row * groups.count + group] = a
        integrals[row * groups.count + group] += a * failing / (total * (1 - pooledBefore))
      }
    }
    for group in groups.indices where risk[group] > 0 {
      advance(group, walk, failing: failing, total: total)
    }
  }

  private mutating func addScores(
    _ walk: SynchronizedTables, _ failing: Double, weight: Double, total: Double, exposed: Double
  ) {
    for group in groups.indices {
      let share = risk[group] * (1 - incidence[group]) / exposed
      scores[group] += weight * (Double(walk.events(group, cause: cause)) - failing * share)
    }
  }

  /// Moves one group past the current time and adds what it contributes to the variance.
  private mutating func advance(_ group: Int, _ walk: SynchronizedTables, failing: Double, total: Double) {
    let atRisk = Double(walk.atRisk(group))
    let all = Double(walk.eventsOfAnyCause(group))
    let own = Double(walk.events(group, cause: cause))
    let before = survival[group]
    let after = all < atRisk ? before * (atRisk - all) / atRisk : 0
    if failing > 0 {
      let drift = after > 0 ? 1 - (1 - pooledIncidence) / after : 1
      let ties = failing > 1 ? 1 - (failing - 1) / (total * before - 1) : 1
      addOwnCause(group, drift: drift, variance: ties * before * failing / (total * atRisk))
    }
    if all > own, after > 0 {
      let competing = all - own
      let drift = (1 - pooledIncidence) / after
      let ties = competing > 1 ? 1 - (competing - 1) / (atRisk - 1) : 1
      addOtherCauses(group, drift: drift, variance: ties * before * before * competing / (atRisk * atRisk))
    }
    incidence[group] += before * own / atRisk
    survival[group] = after
  }

  private mutating func addOwnCause(_ group: Int, drift: Double, variance increment: Double) {
    ownTerms[group] += drift * drift * increment
    for row in groups.indices {
      let slope = self[weights, row, group] - drift * self[integrals, row, group]
      crossTerms[row * groups.count + group] += slope * drift * increment
      for column in 0...row {
        let other = self[weights, column, group] - drift * self[integrals, column, group]
        variance[row, column] += slope * other * increment
      }
    }
  }

  private mutating func addOtherCauses(_ group: Int, drift: Double, variance increment: Double) {
    let scale = drift * drift * increment
    ownTerms[group] += scale
    for row in groups.indices {
      let integral = self[integrals, row, group]
      crossTerms[row * groups.count + group] -= integral * scale
      for column in 0...row { variance[row, column] += integral * self[integrals, column, group] * scale }
    }
  }

  private subscript(matrix: [Double], row: Int, group: Int) -> Double { matrix[row * groups.count + group] }
}
