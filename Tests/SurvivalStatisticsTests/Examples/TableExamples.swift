import SurvivalStatistics

/// The examples of the documentation comments, a function for each type.
enum TableExamples {
  static func observation(_ print: Printer) throws {
    let subjects: [Observation] = [
      .event(at: 6), .censored(at: 6), .event(at: 9, cause: 1, enteredAt: 2),
    ]
    print(subjects[2])
    print(try EventTable(subjects))
  }

  static func survivalData(_ print: Printer) throws {
    let data = try SurvivalData([.event(at: 0.1 + 0.2), .event(at: 0.3), .censored(at: 1)])
    print(data)
    print(data.distinctTimes)
  }

  static func eventTable(_ print: Printer) throws {
    let table = try EventTable(times: [1, 3, 4], events: [[1, 1, 0]], censored: [0, 1, 2])
    print(table)
    print(table.atRisk)
    print(table.landmark(at: 1).times)
    print(table.censored(at: 2))
  }

  static func tieRule(_ print: Printer) throws {
    let rows: [Observation] = [.event(at: 0.1 + 0.2), .event(at: 0.3)]
    print(try EventTable(rows).times)
    print(try EventTable(rows, rule: .exact).times)
  }

  static func riskTable(_ print: Printer) throws {
    let table = try EventTable([.event(at: 5), .censored(at: 12), .event(at: 12), .censored(at: 30)])
    print(RiskTable(table, at: [0, 12, 24]))
    print(RiskTable(table, at: [0, 12, 24]).cumulativeEvents[0])
  }

  static func simonMakuch(_ print: Printer) throws {
    let subjects: [Observation] = [.event(at: 4), .event(at: 6), .censored(at: 9)]
    let transplant = try SimonMakuch(subjects, onsets: [nil, 2, 5])
    print(transplant.switchCount)
    print(transplant.with)
  }

  static func survivalDataError(_ print: Printer) throws {
    do {
      _ = try EventTable(times: [1, 2], events: [[1, 5]], censored: [0, 0], startCount: 4)
    } catch {
      print(error)
    }
  }

  static func caseWeights(_ print: Printer) throws {
    let data = try SurvivalData([.event(at: 1), .event(at: 2), .censored(at: 3), .event(at: 4)])
    let design = try DesignMatrix([.continuous(name: "dose", values: [2, 1, 3, 1])], rowCount: 4)
    print(try CoxModel(data, design: design, weights: .frequencies([2, 1, 1, 3])))
    print(try CoxModel(data, design: design, weights: .sampling([2, 1, 1, 3])))
  }

  static func weightedKaplanMeier(_ print: Printer) throws {
    let data = try SurvivalData([.event(at: 1), .event(at: 2), .censored(at: 3), .event(at: 4)])
    let curve = try WeightedKaplanMeier(data, weights: [0.5, 1, 2, 1.5])
    print(curve)
    if let survival = curve.estimate(at: 2) { print(survival) }
  }

  static func weightedAalenJohansen(_ print: Printer) throws {
    let data = try SurvivalData([.event(at: 1), .event(at: 2, cause: 1), .censored(at: 3), .event(at: 4)])
    let estimates = try WeightedAalenJohansen(data, weights: [0.5, 1, 2, 1.5])
    print(estimates)
    if let relapse = estimates.estimate(at: 2, cause: 0) { print(relapse) }
  }
}
