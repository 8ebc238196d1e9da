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
    let groups = try survival.levels(group)
    let tables = try survival.tables(
      groups, strata: survival.strata(strata), try survival.event(), causeCount: 1)
    var answers = Answers(n: survival.subjectCount(), missingCount: survival.missingCount)
    let plain = LogRankTest(strata: tables)
    let members = survival.members(of: groups)
    for (index, name) in groups.names.enumerated() {
      answers.set(name + "/n", survival.subjectCount(members[index]))
      answers.set(name + "/observed", plain.observed[index])
      answers.set(name + "/expected", plain.expected[index])
    }
    for named in weights {
      let test =
        named.weights == .logRank ? plain : LogRankTest(strata: tables, weights: named.weights)
      answers.set(named.name + "/", test.result)
    }
    if let reason = plain.result.undefined { answers.refuse(reason) }
    if wantsTrend {
      let trend = plain.trend()
      answers.set("trend/chisq", trend.statistic)
      answers.set("trend/p", trend.pValue)
    }
    addPairs(to: &answers, tables, groups.levels)
    return answers
  }

  private func addPairs(to answers: inout Answers, _ tables: [[EventTable]], _ levels: [String]) {
    for named in adjustments {
      for pair in PairwiseComparison.logRank(strata: tables, adjustment: named.adjustment) {
        let part = "pair=\(levels[pair.first])|\(levels[pair.second])/"
        answers.set(part + "chisq", pair.result.statistic)
        answers.set(part + "p", pair.result.pValue)
        answers.set("\(part)p[\(named.rawValue)]", pair.adjustedPValue)
      }
    }
  }
}
