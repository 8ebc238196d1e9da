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
    self.init(
      question, endpoint, words: words, time: TimeDisplay(recorded: endpoint.scale.unit, shown: unit))
  }

  init(_ question: Question, _ endpoint: Endpoint, words: VariableWords, time: TimeDisplay) {
    (self.question, self.words, self.endpoint) = (question, words, EndpointText(endpoint))
    self.time = time
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

  /// Grouping by what happens later makes those who live to see it look well.
  ///
  /// - Parameter late: the names of variables known only after time zero.
  package func lateRemarks(_ late: [String]) -> [Remark] {
    guard !late.isEmpty else { return [] }
    let (labels, short) = (late.map(words.label).formatted, late.map(words.shortLabel).formatted)
    guard let landmark = question.landmark else {
      let what = "immortal time: \(labels) \(late.count == 1 ? "is" : "are") known only after time zero"
      return [
        Remark(
          .danger,
          "\(what), so those who live to see it look well; a landmark analysis compares those alive and observed at one time",
          shorter: [
            "\(what); try a landmark analysis", "immortal time: \(short) known only later; try a landmark",
            "immortal time: \(short) known only later",
          ], isBanner: true)
      ]
    }
    return [
      Remark(
        .danger,
        "counted by their final value: \(labels) may have begun after the landmark at \(time.text(landmark)); how many did cannot be told",
        shorter: [
          "by final value: \(short) may have begun after the landmark", "by final value: \(short)",
        ], isBanner: true)
    ]
  }

  /// The variables of filters and others whose values become known only after time zero, in the order of the study.
  package func late(among names: [String] = []) -> [String] {
    let used = question.filters.steps.reduce(into: Set(names)) { $0.formUnion($1.condition.variables) }
    return words.schema.variables.filter { used.contains($0.name) && $0.isLate(for: endpoint.endpoint) }.map(
      \.name)
  }

  /// That nobody is left, and whom the endpoint cannot use.
  func countRemarks(analysed: Int, unusable: Int) -> [Remark] {
    var remarks: [Remark] = []
    if analysed == 0 { remarks.append(Remark(.danger, "no patient is left to analyse")) }
    if unusable > 0 {
      remarks.append(Remark(.caution, "\(NumberText.count(unusable)) without this endpoint"))
    }
    return remarks
  }

  /// Who of the selected is not in the numbers.
  package func countRemarks(_ counts: WindowCounts) -> [Remark] {
    var remarks = countRemarks(analysed: counts.analysed, unusable: counts.unusable)
    if counts.beforeLandmark > 0, let landmark = question.landmark {
      remarks.append(
        Remark(
          .caution,
          "\(NumberText.count(counts.beforeLandmark)) left before the landmark at \(time.text(landmark))"))
    }
    return remarks
  }

  /// That another level took the place of a reference that nobody has; `nil` where the reference is there.
  func remark(absent: String?, of variable: Variable, comparedWith used: String?) -> Remark? {
    guard let absent, let used else { return nil }
    return Remark(.caution, "nobody in \(variable.label): \(absent), so compared with \(used)")
  }

  /// The question in its parts, each as it can be typed after the option of that name.
  ///
  /// - Parameter cause: the one that the numbers are of; `nil` for survival.
  package func parts(cause: Int?) -> [(option: String, text: String)] {
    let (conditions, hidden) = words.typed(question.filters)
    let all = conditions.count == 1 ? conditions[0] : .all(conditions)
    let parts: [(String, String?)] = [
      ("endpoint", question.endpoint), ("cause", cause.map { endpoint.endpoint.causes[$0] }),
      ("where", conditions.isEmpty ? nil : all.text(in: words.schema)),
      ("chosen_by_identifier", hidden),
      ("by", question.arms?.text(in: words.schema)), ("at", question.at?.text),
      ("landmark", question.landmark?.text), ("censor_at", question.censorAt?.text),
      ("known_later", question.knownLater == .refused ? nil : question.knownLater.rawValue),
      ("interval", question.interval.name), ("firth", question.usesFirth ? "on" : nil),
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
