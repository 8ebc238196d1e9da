/// One question with the name under which it is answered.
struct JobAnalysis: Sendable {
  let id: String
  let question: any Question

  /// All that can be asked.
  private static let types: [any Question.Type] = [
    KaplanMeierQuestion.self, RiskTableQuestion.self, ConditionalSurvivalQuestion.self,
    CumulativeIncidenceQuestion.self, GrayTestQuestion.self, LogRankTestQuestion.self, CoxQuestion.self,
    FineGrayQuestion.self, CutpointQuestion.self, ContingencyQuestion.self, RankSumQuestion.self,
    KruskalWallisQuestion.self, SpearmanQuestion.self, SummaryQuestion.self,
  ]

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    id = try fields.text("id")
    let types = Self.types.map { (word: $0.type, value: $0) }
    guard let type = try fields.option("type", types, kind: "type of analysis") else {
      throw fields.mistake("type", "is missing; expected \(Fields.choice(types.map(\.word)))")
    }
    question = try type.init(&fields, data)
    try fields.refuseOthers()
  }

  /// The answer, or the record of why there is none.
  func answered(_ data: JobData) -> AnalysisResult {
    let type = type(of: question).type
    do {
      return AnalysisResult(id: id, type: type, answers: try question.answers(data))
    } catch {
      return AnalysisResult(id: id, type: type, answers: Answers(error))
    }
  }
}
