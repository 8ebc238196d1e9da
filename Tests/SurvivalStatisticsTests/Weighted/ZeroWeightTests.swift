import SurvivalStatistics
import Testing

@Suite("Rows of no weight")
struct ZeroWeightTests {
  private let times = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  private let status = [1, 2, 1, 0, 1, 2, 1, 0, 2, 1]
  private let x = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3]
  /// The last two come after a censoring of all that have a weight.
  private let counts = [1, 2, 0, 1, 3, 1, 0, 2, 0, 0]

  private func model<Model>(
    _ rows: [Int], _ fit: (SurvivalData, DesignMatrix) throws -> Model
  ) throws -> Model {
    let data = try SurvivalData(times: times, status: status).restricted(to: rows)
    return try fit(
      data, DesignMatrix([.continuous(name: "x", values: rows.map { x[$0] })], rowCount: rows.count))
  }

  @Test("are as if they were not there, whatever they would have ended with", arguments: [true, false])
  func absent(areFrequencies: Bool) throws {
    let kept = counts.indices.filter { counts[$0] > 0 }
    let weights: ([Int]) -> CaseWeights = { rows in
      areFrequencies
        ? .frequencies(rows.map { counts[$0] }) : .sampling(rows.map { Double(counts[$0]) })
    }
    for ties in TieMethod.allCases {
      let (with, without) = (
        try model(Array(counts.indices)) {
          try CoxModel($0, design: $1, ties: ties, weights: weights(Array(counts.indices)))
        }, try model(kept) { try CoxModel($0, design: $1, ties: ties, weights: weights(kept)) }
      )
      #expect(with.eventCount == without.eventCount)
      same(with.coefficients, without.coefficients)
    }
    let (with, without) = (
      try model(Array(counts.indices)) {
        try FineGrayModel($0, design: $1, weights: weights(Array(counts.indices)))
      }, try model(kept) { try FineGrayModel($0, design: $1, weights: weights(kept)) }
    )
    same(with.coefficients, without.coefficients)
  }

  @Test("leave a curve as it is")
  func curve() throws {
    let kept = counts.indices.filter { counts[$0] > 0 }
    let data = try SurvivalData(times: times, status: status)
    let all = try WeightedKaplanMeier(data, weights: counts.map(Double.init))
    let part = try WeightedKaplanMeier(data.restricted(to: kept), weights: kept.map { Double(counts[$0]) })
    #expect(all.survival == part.survival && all.standardErrors == part.standardErrors)
  }

  @Test("are many failures where a frequency is absurd, and refused")
  func absurd() throws {
    #expect(throws: SurvivalDataError.invalidWeight(row: 0, weight: 1e12)) {
      try model([0, 1]) {
        try CoxModel($0, design: $1, weights: .frequencies([1_000_000_000_000, 1]))
      }
    }
  }

  private func same(_ first: [CoefficientEstimate], _ second: [CoefficientEstimate]) {
    #expect(first.count == 1 && second.count == 1)
    for (a, b) in zip(first, second) {
      #expect(isClose(a.coefficient, b.coefficient, within: 1e-10))
      #expect(isClose(a.standardError, b.standardError, within: 1e-10))
    }
  }
}
