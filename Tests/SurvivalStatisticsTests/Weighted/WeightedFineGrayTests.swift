import SurvivalStatistics
import TestSupport
import Testing

@Suite("Weighted Fine–Gray models")
struct WeightedFineGrayTests {
  private let r: RAnswers
  private let data: SurvivalData
  private let design: DesignMatrix

  init() throws {
    r = try RAnswers()
    let table = try ReferenceTable(named: "bmt")
    data = try table.data(status: ["0", "1", "2"])
    design = try DesignMatrix(
      ["patient_age", "donor_age"].map {
        .continuous(name: $0, values: table.numbers($0).compactMap(\.self))
      }, rowCount: data.count)
  }

  @Test("with frequencies are R's crr on the rows repeated")
  func frequency() throws {
    let model = try FineGrayModel(data, design: design, weights: .frequencies(frequencies(data.count)))
    #expect(r.agree("finegray/frequency/coef", model.coefficients.map(\.coefficient), within: 1e-8))
    let variance = try #require(model.variance)
    let elements = [0, 1].flatMap { row in [0, 1].map { variance[row, $0] } }
    #expect(r.agree("finegray/frequency/var", elements, within: 1e-9))
  }

  @Test("with sampling weights have the coefficients of R's weighted coxph on the risk sets written out")
  func sampling() throws {
    let untied = try SurvivalData(
      (0..<data.count).map {
        Observation(time: data[$0].time + Double($0 + 1) / 1000, outcome: data[$0].outcome)
      }, rule: .exact)
    let model = try FineGrayModel(
      untied, design: design, weights: .sampling(samplingWeights(data.count)))
    #expect(r.agree("finegray/sampling/coef", model.coefficients.map(\.coefficient), within: 1e-9))
  }

  @Test(
    "have a variance that is the sum of squares of how much each row, with its weight, moves the coefficients"
  )
  func influence() throws {
    let weights = samplingWeights(data.count)
    let model = try FineGrayModel(data, design: design, weights: .sampling(weights))
    var sums = [0.0, 0, 0]
    for row in weights.indices {
      let moved = try [-1e-4, 1e-4].map { change in
        var changed = weights
        changed[row] *= 1 + change
        return try FineGrayModel(data, design: design, weights: .sampling(changed))
          .coefficients.map(\.coefficient)
      }
      let influence = [0, 1].map { (moved[1][$0] - moved[0][$0]) / 2e-4 }
      for (index, (a, b)) in [(0, 0), (0, 1), (1, 1)].enumerated() {
        sums[index] += influence[a] * influence[b]
      }
    }
    let variance = try #require(model.variance)
    for (sum, element) in zip(sums, [variance[0, 0], variance[0, 1], variance[1, 1]]) {
      #expect(isClose(sum / element, 1, within: 1e-5))
    }
  }
}
