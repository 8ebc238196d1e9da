internal import Analysis
internal import SurvivalStatistics

/// `cutpoint`: the value of a variable that divides survival best, with P values corrected for the search.
struct CutpointQuestion: Question {
  static let type = "cutpoint"

  /// How a P value is corrected for the search, by the word of R's maxstat for it.
  private enum Method: String, CaseIterable {
    case lausenSchumacher = "Lau92"
    case improvedBonferroni = "Lau94"
    case permutation = "condMC"

    var correction: CutpointSearch.Correction {
      switch self {
      case .lausenSchumacher: .lausenSchumacher
      case .improvedBonferroni: .improvedBonferroni
      case .permutation: .permutation
      }
    }
  }

  private let endpoint: JobEndpoint
  private let variable: String
  private let minimum: Double
  private let maximum: Double
  private let methods: [Method]

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    endpoint = try fields.endpoint(data)
    variable = try fields.column("variable", data.frame)
    minimum = try fields.proportion("minprop", default: 0.1)
    maximum = try fields.proportion("maxprop", default: 0.9)
    methods = try fields.options("p_methods", kind: "P value")
    if minimum >= maximum {
      throw fields.mistake(
        "minprop",
        "\(Answers.label(minimum)) is not below maxprop, which is \(Answers.label(maximum)); expected it to be"
      )
    }
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let survival = try SurvivalRows(data, endpoint, columns: [variable])
    let values = try survival.numbers(variable)
    let search = try survival.computing { (cases) throws(SurvivalDataError) in
      try CutpointSearch(cases, values: values, proportions: minimum...maximum)
    }
    var answers = survival.answers()
    answers.set("n_cutpoints", search.candidates.count)
    guard let best = search.best else {
      if search.eventCount > 0 {
        answers.refuse(.noCutpoint, "no value divides the rows within the proportions")
      } else {
        answers.refuse(.noEvents, "nobody failed")
      }
      return answers
    }
    answers.set("cutpoint", best.cutpoint)
    answers.set("statistic", best.statistic)
    answers.set("n_low", best.lowerCount)
    answers.set("n_high", values.count - best.lowerCount)
    for method in methods { answers.set("p[\(method.rawValue)]", search.pValue(method.correction)) }
    return answers
  }
}
