import SurvivalStatistics
import Testing

@Suite("Fine–Gray regression")
struct FineGrayModelTests {
  private let x = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3]
  private let times = [5.0, 7, 3, 8, 2, 1, 6, 4, 9, 10]
  private let status = [1, 0, 1, 1, 0, 1, 1, 1, 0, 1]

  private func design(_ values: [Double]) throws -> DesignMatrix {
    try DesignMatrix([.continuous(name: "x", values: values)], rowCount: values.count)
  }

  @Test("without competing failures is Breslow's Cox model")
  func noCompetingRisk() throws {
    let data = try SurvivalData(times: times, status: status)
    let fine = try FineGrayModel(data, design: design(x))
    let cox = try CoxModel(data, design: design(x), ties: .breslow)
    #expect(isClose(fine.coefficients.first?.coefficient, cox.coefficients.first?.coefficient, within: 1e-12))
    #expect(isClose(fine.logLikelihood, cox.logLikelihood, within: 1e-12))
  }

  @Test("without censoring is the Cox model in which competing failures never leave")
  func noCensoring() throws {
    let status = [1, 2, 1, 1, 2, 1, 2, 1, 2, 1]
    let fine = try FineGrayModel(SurvivalData(times: times, status: status), design: design(x))
    let staying = zip(times, status).map { $1 == 2 ? 99 : $0 }
    let cox = try CoxModel(
      SurvivalData(times: staying, status: status), cause: 0, design: design(x),
      subjects: Array(x.indices),
      ties: .breslow)
    #expect(isClose(fine.coefficients.first?.coefficient, cox.coefficients.first?.coefficient, within: 1e-12))
    #expect(
      isClose(fine.coefficients.first?.standardError, cox.coefficients.first?.standardError, within: 1e-12))
  }

  @Test("says why there are no coefficients")
  func outcomes() throws {
    let data = try SurvivalData(times: times, status: status)
    #expect(try FineGrayModel(data, cause: 1, design: design(x)).outcome == .noEvents)
    let constant = try FineGrayModel(data, design: design(x.map { _ in 2 }))
    #expect(constant.outcome == .dependentColumns([0]) && constant.coefficients.isEmpty)
    let separated = try FineGrayModel(
      SurvivalData(times: times, status: status.map { $0 == 0 ? 2 : 1 }),
      design: design(status.map { Double($0) }))
    #expect(separated.outcome == .infiniteCoefficients(columns: [0]))
  }

  @Test("has nothing to estimate where a factor has one level only")
  func noColumns() throws {
    let levels = Covariate.factor(name: "arm", levels: ["A", "B"], codes: times.map { _ in 0 })
    let model = try FineGrayModel(
      SurvivalData(times: times, status: status),
      design: DesignMatrix([levels], rowCount: times.count))
    #expect(model.outcome == .singleLevelFactors(terms: [0]) && model.coefficients.isEmpty)
  }

  @Test("refuses delayed entry")
  func delayedEntry() throws {
    let late = try SurvivalData(times: times, status: status, entries: times.map { $0 - 1 })
    #expect(throws: SurvivalDataError.delayedEntryNotDefined) {
      try FineGrayModel(late, design: design(x))
    }
  }
}
