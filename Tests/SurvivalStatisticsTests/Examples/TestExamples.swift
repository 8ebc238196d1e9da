import SurvivalStatistics

/// The examples of the documentation comments, a function for each type.
enum TestExamples {
  static func logRankTest(_ print: Printer) throws {
    let data = try SurvivalData([
      .event(at: 1), .event(at: 2), .censored(at: 3), .event(at: 4), .event(at: 5), .censored(at: 6),
    ])
    let test = try LogRankTest(data, groups: [0, 0, 1, 0, 1, 1])
    print(test)
  }

  static func logRankWeights(_ print: Printer) throws {
    let data = try SurvivalData([
      .event(at: 1), .event(at: 2), .censored(at: 3), .event(at: 4), .event(at: 5), .censored(at: 6),
    ])
    let early = try LogRankTest(data, groups: [0, 0, 1, 0, 1, 1], weights: .flemingHarrington(p: 1, q: 0))
    print(early.result)
  }

  static func grayTest(_ print: Printer) throws {
    let data = try SurvivalData([
      .event(at: 1), .event(at: 2), .event(at: 3, cause: 1), .event(at: 4), .event(at: 5), .censored(at: 6),
    ])
    print(try GrayTest(data, groups: [0, 0, 1, 0, 1, 1], cause: 0))
  }

  static func mantelByarTest(_ print: Printer) throws {
    let subjects: [Observation] = [.event(at: 3), .event(at: 4), .event(at: 6), .censored(at: 9)]
    print(MantelByarTest(try SimonMakuch(subjects, onsets: [nil, nil, 2, 5])))
  }

  static func pairwiseComparison(_ print: Printer) throws {
    let data = try SurvivalData([
      .event(at: 1), .event(at: 2), .event(at: 3), .event(at: 4), .event(at: 5), .event(at: 6),
    ])
    let arms = try EventTable.tables(data, groups: [0, 0, 1, 1, 2, 2], groupCount: 3)
    for pair in PairwiseComparison.logRank(strata: [arms]) { print(pair) }
  }

  static func pValueAdjustment(_ print: Printer) throws {
    for adjusted in PValueAdjustment.holm.adjusted([0.0625, 0.25, nil]) { print(adjusted ?? 1) }
  }

  static func maximallySelectedLogRank(_ print: Printer) throws {
    let data = try SurvivalData([
      .event(at: 9), .event(at: 8), .event(at: 7), .event(at: 3), .event(at: 2), .event(at: 1),
    ])
    let search = try MaximallySelectedLogRank(values: [10, 20, 30, 40, 50, 60], data)
    print(search)
    print(search.improvedBonferroniPValue ?? 1 < 0.2)
  }

  static func hothornLausenTest(_ print: Printer) throws {
    let data = try SurvivalData([6, 9, 3, 8, 7, 4, 1, 2].map { .event(at: $0) })
    let search = try MaximallySelectedLogRank(values: [10, 20, 30, 40, 50, 60, 70, 80], data)
    if let corrected = HothornLausenTest(search) { print(corrected) }
  }

  static func chiSquaredResult(_ print: Printer) throws {
    let result = ChiSquaredResult.value(statistic: 3.84, degreesOfFreedom: 1)
    print(result)
  }

  static func undefinedTest(_ print: Printer) throws {
    let test = LogRankTest([try EventTable([.event(at: 1), .censored(at: 2)])])
    print(test.result)
  }

  static func contingencyTable(_ print: Printer) throws {
    let table = ContingencyTable(rows: [0, 0, 1, 1, 1], columns: [0, 1, 1, 1, 0])
    print(table)
    print(table.rowTotals)
  }

  static func fisherExactTest(_ print: Printer) throws {
    print(FisherExactTest(ContingencyTable([[3, 1], [1, 3]])))
  }

  static func conditionalOddsRatio(_ print: Printer) throws {
    if let ratio = FisherExactTest(ContingencyTable([[10, 2], [3, 9]])).oddsRatio { print(ratio) }
  }

  static func pearsonChiSquaredTest(_ print: Printer) throws {
    print(PearsonChiSquaredTest(ContingencyTable([[10, 2], [3, 9]])))
  }

  static func wilcoxonRankSumTest(_ print: Printer) throws {
    print(WilcoxonRankSumTest([1.1, 2.3, 3.2], [4.0, 5.7, 6.1, 2.9]))
  }

  static func kruskalWallisTest(_ print: Printer) throws {
    print(KruskalWallisTest([[1, 2, 3], [4, 5, 6], [2.5, 7, 8]]))
  }

  static func spearmanCorrelation(_ print: Printer) throws {
    print(SpearmanCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]))
  }

  static func averageRanks(_ print: Printer) throws {
    print(AverageRanks([3, 1, 3, 2]).ranks)
  }

  static func sampleSummary(_ print: Printer) throws {
    print(SampleSummary([1, 2, 3, 4, 10]))
  }

  static func standardizedDifference(_ print: Printer) throws {
    print(StandardizedDifference(SampleSummary([1, 2, 3]), SampleSummary([2, 3, 4])))
    print(StandardizedDifference(counts: [30, 10], [20, 20]))
  }

  static func seededGenerator(_ print: Printer) throws {
    var generator = SeededGenerator(seed: 7)
    print([1, 2, 3, 4, 5].shuffled(using: &generator))
  }
}
