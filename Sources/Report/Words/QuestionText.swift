package import Analysis
package import CohortModel
import SurvivalStatistics

/// A question in words: what is asked, of whom, over what time.
package struct QuestionText: Sendable {
  package let question: Question
  package let words: VariableWords
  package let endpoint: EndpointText
  /// Recorded and shown unit of the endpoint.
  package let time: TimeDisplay

  package init(_ question: Question, _ endpoint: Endpoint, words: VariableWords, unit: TimeUnit?) {
    (self.question, self.words, self.endpoint) = (question, words, EndpointText(endpoint))
    time = TimeDisplay(recorded: endpoint.scale.unit, shown: unit)
  }

  /// The filters, one part each; `no filter` where everybody is in.
  package var filters: [Sentence.Part] {
    let parts = FilterText(words).parts(question.filters)
    return parts.isEmpty ? [Sentence.Part("no filter", .aside)] : parts
  }

  /// `months since HSCT`; `months since the landmark at 3 months`.
  package var xTitle: String {
    if let landmark = question.landmark { return "\(time.name) since the landmark at \(time.text(landmark))" }
    return endpoint.endpoint.origin.map { "\(time.name) since \($0)" } ?? time.name
  }

  /// The end of follow-up that the question sets; none for all there is.
  package var windowParts: [Sentence.Part] {
    question.censorAt.map {
      [
        Sentence.Part(
          "everybody censored at \(time.text($0))", shorter: ["censored at \(time.text($0))"], .meaning)
      ]
    } ?? []
  }

  /// Filters by what becomes known after time zero: those who live to see it look well.
  package var lateFilterRemarks: [Remark] {
    let used = question.filters.steps.reduce(into: Set<String>()) { $0.formUnion($1.condition.variables) }
    let late = words.schema.variables.filter { used.contains($0.name) && $0.knownAt != nil }.map(\.label)
    guard !late.isEmpty else { return [] }
    return [
      Remark(
        .danger,
        "immortal time: \(late.formatted) \(late.count == 1 ? "is" : "are") known only after time zero, so those who live to see it look well"
      )
    ]
  }

  /// The question in its parts, each as it can be typed after the option of that name.
  ///
  /// - Parameter cause: the one that the numbers are of; `nil` for survival.
  package func parts(cause: Int?) -> [(option: String, text: String)] {
    let conditions = question.filters.steps.map(\.condition)
    let all = conditions.count == 1 ? conditions[0] : .all(conditions)
    let parts: [(String, String?)] = [
      ("endpoint", question.endpoint), ("cause", cause.map { endpoint.endpoint.causes[$0] }),
      ("where", conditions.isEmpty ? nil : all.text(in: words.schema)),
      ("by", question.arms?.text(in: words.schema)), ("at", question.at?.text),
      ("landmark", question.landmark?.text), ("censor_at", question.censorAt?.text),
      ("interval", question.interval.name),
    ]
    return parts.compactMap { option, text in text.map { (option, $0) } }
  }
}

extension Curve {
  /// What a curve says at a time in the recorded unit, as it is printed.
  func quantity(at recorded: Double, _ time: TimeDisplay) -> Quantity {
    switch reading(at: recorded) {
    case .estimate(let estimate, _, let isUncertain):
      .share(
        estimate.value, estimate.interval.map { Quantity.Limits($0.lower, $0.upper) },
        isUncertain: isUncertain)
    case .pastFollowUp(let end):
      .pastFollowUp(last: time.shown(end), left: table.atRisk.last ?? 0, unit: time.name)
    case .nobody: .text("no patients")
    }
  }
}
