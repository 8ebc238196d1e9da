extension ChiSquaredResult: CustomStringConvertible {
  /// The statistic, its degrees of freedom and P; or why there is none.
  public var description: String {
    switch self {
    case .value(let statistic, let degreesOfFreedom):
      "χ² \(PrintedNumber.text(statistic)) on \(degreesOfFreedom) df, \(PrintedNumber.pValue(pValue))"
    case .undefined(let reason): "undefined: \(reason)"
    }
  }
}

extension UndefinedTest: CustomStringConvertible {
  /// The reason, in words.
  public var description: String {
    switch self {
    case .noEvents: "nobody failed"
    case .fewerThanTwoGroups: "fewer than two groups"
    case .noVariance: "no variance"
    }
  }
}

extension LogRankTest: CustomStringConvertible {
  /// Observed and expected failures of each group, and the result, as R prints a `survdiff`.
  public var description: String {
    let expected = expected.map { PrintedNumber.text($0) }.joined(separator: ", ")
    return
      "LogRankTest: observed \(observed.map(String.init).joined(separator: ", ")), expected \(expected); \(result)"
  }
}

extension GrayTest: CustomStringConvertible {
  /// The cause and the result.
  public var description: String { "GrayTest of cause \(cause): \(result)" }
}

extension MantelByarTest: CustomStringConvertible {
  /// The result.
  public var description: String { "MantelByarTest: \(logRank.result)" }
}

extension PairwiseComparison: CustomStringConvertible {
  /// The pair, its result and the adjusted P.
  public var description: String {
    "groups \(first) and \(second): \(result), adjusted \(PrintedNumber.pValue(adjustedPValue))"
  }
}

extension MaximallySelectedLogRank: CustomStringConvertible {
  /// The best cut with its statistic, and how many were tried.
  public var description: String {
    let tried = PrintedNumber.count(candidates.count, "cut") + " tried"
    guard let best else { return "MaximallySelectedLogRank: \(tried), none best" }
    return "MaximallySelectedLogRank: \(tried), best at \(PrintedNumber.text(best.cutpoint)), "
      + "statistic \(PrintedNumber.text(best.statistic))"
  }
}

extension HothornLausenTest: CustomStringConvertible {
  /// The statistic and P.
  public var description: String {
    "HothornLausenTest: statistic \(PrintedNumber.text(statistic)), \(PrintedNumber.pValue(pValue))"
  }
}

extension FisherExactTest: CustomStringConvertible {
  /// P, and the odds ratio of a two by two table.
  public var description: String {
    "FisherExactTest: \(PrintedNumber.pValue(pValue))" + (oddsRatio.map { ", \($0)" } ?? "")
  }
}

extension ConditionalOddsRatio: CustomStringConvertible {
  /// The ratio with its limits.
  public var description: String {
    "odds ratio \(PrintedNumber.text(value)) (\(PrintedNumber.text(lower)) to \(PrintedNumber.text(upper)))"
  }
}

extension PearsonChiSquaredTest: CustomStringConvertible {
  /// The result.
  public var description: String { "PearsonChiSquaredTest: \(result)" }
}

extension ContingencyTable: CustomStringConvertible {
  /// The counts, a row in brackets.
  public var description: String {
    counts.map { "[" + $0.map(String.init).joined(separator: " ") + "]" }.joined(separator: " ")
  }
}

extension WilcoxonRankSumTest: CustomStringConvertible {
  /// W, P and how it was computed.
  public var description: String {
    "WilcoxonRankSumTest: W \(PrintedNumber.text(statistic)), \(PrintedNumber.pValue(pValue)) (\(method))"
  }
}

extension KruskalWallisTest: CustomStringConvertible {
  /// The result.
  public var description: String { "KruskalWallisTest: \(result)" }
}

extension SpearmanCorrelation: CustomStringConvertible {
  /// The coefficient and P.
  public var description: String {
    "SpearmanCorrelation: \(PrintedNumber.text(coefficient)), \(PrintedNumber.pValue(pValue))"
  }
}

extension SampleSummary: CustomStringConvertible {
  /// Number, mean with standard deviation, median with quartiles.
  public var description: String {
    "n \(count), mean \(PrintedNumber.text(mean)) (SD \(PrintedNumber.text(standardDeviation))), "
      + "median \(PrintedNumber.text(median)) (\(PrintedNumber.text(lowerQuartile)) to "
      + "\(PrintedNumber.text(upperQuartile)))"
  }
}

extension StandardizedDifference: CustomStringConvertible {
  /// The difference; or that there is none.
  public var description: String {
    "standardised difference \(value.map { PrintedNumber.text($0) } ?? "undefined")"
  }
}
