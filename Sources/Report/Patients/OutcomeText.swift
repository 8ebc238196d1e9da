package import Analysis
package import CohortModel

/// How an endpoint reads one patient, in words.
package struct OutcomeText: Sendable {
  private let endpoint: EndpointText
  private let time: TimeDisplay

  /// - Parameter unit: in which times are shown.
  package init(_ endpoint: Endpoint, unit: TimeUnit?) {
    self.endpoint = EndpointText(endpoint)
    time = TimeDisplay(recorded: endpoint.scale.unit, shown: unit)
  }

  /// `relapse at 5.9 months, counts as event`; `alive at 80.9 months, censored`;
  /// `death at 3 months, competing event`.
  ///
  /// - Parameter question: whose window and cause decide what counts, where it is of the endpoint; `nil` for all of
  ///   follow-up and the first cause.
  package func text(_ outcome: Rows.Outcome?, in question: Question? = nil) -> String {
    guard let outcome else { return "not usable: no time or status, or not part of it" }
    let described = endpoint.endpoint
    let recorded = described.scale.time(outcome.time)
    let at = time.text(rounded: recorded)
    let window = windowText(recorded, in: question)
    guard let cause = outcome.cause else {
      let state = described.kind == .survival ? endpoint.yTitle(cause: nil) : "without an event"
      return "\(state) at \(at), \(window ?? "censored")"
    }
    if let window { return "\(endpoint.cause(cause)) at \(at), \(window)" }
    let asked = question?.endpoint == described.name ? question?.cause : nil
    let plotted = asked.flatMap { described.causes.firstIndex(of: $0) } ?? 0
    let counts = described.kind == .survival || cause == plotted
    return "\(endpoint.cause(cause)) at \(at), \(counts ? "counts as event" : "competing event")"
  }

  /// What the question's window makes of a time; `nil` where it changes nothing.
  private func windowText(_ recorded: Double, in question: Question?) -> String? {
    guard let question, question.endpoint == endpoint.endpoint.name else { return nil }
    let unit = endpoint.endpoint.scale.unit
    if let landmark = question.landmark, recorded <= landmark.value(in: unit) {
      return "by the landmark at \(time.text(landmark)): not counted"
    }
    if let end = question.censorAt, recorded > end.value(in: unit) {
      return "after the end of follow-up: censored at \(time.text(end))"
    }
    return nil
  }
}

extension TimeDisplay {
  /// A recorded time in the shown unit with one decimal, as patients are spoken of: `5.9 months`.
  func text(rounded recorded: Double) -> String {
    let number = NumberText.short(shown(recorded), decimals: 1)
    guard let shown else { return number }
    return "\(number) \(number == "1" ? shown.singular : shown.rawValue)"
  }
}

extension PatientsReport {
  /// `DFS: relapse at 5.9 months, counts as event`, then the same of death or last contact.
  package func readings(_ patient: Int) -> [Sentence.Part] {
    let question = result.question
    let own = OutcomeText(result.endpoint, unit: text.time.shown).text(
      result.outcome(patient), in: question)
    let overall = result.overall.map { overall in
      "\(overall.name): "
        + OutcomeText(overall, unit: text.time.shown).text(result.overallOutcome(patient))
    }
    return [Sentence.Part("\(result.endpoint.name): \(own)", .meaning)]
      + (overall.map { [Sentence.Part($0, .important)] } ?? [])
  }
}
