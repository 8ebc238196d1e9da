internal import Analysis
internal import SurvivalStatistics

/// `logrank_test`: the log-rank family, with strata, a trend and pairs.
struct LogRankTestQuestion: Question {
  static let type = "logrank_test"

  /// A correction for the number of pairs, by R's word for it.
  private enum Adjustment: String, CaseIterable {
    case holm
    case benjaminiHochberg = "BH"
    case bonferroni

    var adjustment: PValueAdjustment {
      switch self {
      case .holm: .holm
      case .benjaminiHochberg: .benjaminiHochberg
      case .bonferroni: .bonferroni
      }
    }
  }

  private let endpoint: JobEndpoint
  private let group: String
  private let strata: [String]
  private let landmark: Double?
  private let weights: [NamedWeights]
  private let wantsTrend: Bool
  private let adjustments: [Adjustment]

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    endpoint = try fields.endpoint(data)
    group = try fields.column("group", data.frame)
    strata = try fields.columns("strata", data.frame)
    landmark = try fields.optionalNumber("landmark")
    weights = try NamedWeights.list("weights", &fields)
    wantsTrend = try fields.flag("trend")
    adjustments = try fields.options("pairwise", kind: "adjustment")
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let survival = try SurvivalRows(data, endpoint, columns: [group] + strata, landmark: landmark)
    let groups = try survival.groups(group)
    let comparison = try survival.computing { (cases) throws(SurvivalDataError) in
      try SurvivalComparison(cases, between: groups, strata: survival.strata(strata))
    }
    var answers = survival.answers()
    for found in comparison.groups {
      let part = Answers.part(found.name, of: group)
      answers.set(part + "n", found.patientCount)
      answers.set(part + "observed", found.observed)
      answers.set(part + "expected", found.expected)
    }
    for named in weights { answers.set(named.name + "/", comparison.test(named.weights).result) }
    if let reason = comparison.logRank.result.undefined { answers.refuse(reason) }
    if wantsTrend {
      let trend = comparison.logRank.trend()
      answers.set("trend/chisq", trend.statistic)
      answers.set("trend/p", trend.pValue)
    }
    for named in adjustments {
      for pair in comparison.pairs(named.adjustment) {
        let part = "pair=\(groups.names[pair.first])|\(groups.names[pair.second])/"
        answers.set(part + "chisq", pair.result.statistic)
        answers.set(part + "p", pair.result.pValue)
        answers.set("\(part)p[\(named.rawValue)]", pair.adjustedPValue)
      }
    }
    return answers
  }
}
