package import Analysis
package import CohortModel
import SurvivalStatistics

/// The answer to a question about time to event in words, numbers and tables, ready to be laid out, read or written.
package struct CurvesReport: Sendable {
  package let curves: Curves
  package let words: VariableWords
  /// Recorded and shown unit of the endpoint.
  package let time: TimeDisplay
  /// What each arm is called, in the order of the arms.
  package let armNames: [ArmName]
  /// What else is said of how arms differ, where somebody asked; see ``comparing(_:)``.
  package internal(set) var effects: ArmEffects?
  /// The filters in words, in the order in which they were set.
  package let filterParts: [Sentence.Part]
  /// Events of each cause in all arms, counted once.
  private let causeCounts: [Int]

  /// - Parameters:
  ///   - words: made once for the schema of the cohort that was asked.
  ///   - unit: in which times are shown; `nil` for the recorded one.
  package init(_ curves: Curves, words: VariableWords, unit: TimeUnit? = nil) {
    (self.curves, self.words) = (curves, words)
    filterParts = FilterText(words).parts(curves.question.filters)
    time = TimeDisplay(recorded: curves.endpoint.scale.unit, shown: unit)
    causeCounts = curves.endpoint.causes.indices.map { cause in
      curves.arms.reduce(0) { $0 + (cause < $1.table.causeCount ? $1.table.eventCount(cause: cause) : 0) }
    }
    armNames = Self.names(curves, words)
  }

  package init(curves: Curves, schema: CohortSchema, unit: TimeUnit? = nil) {
    self.init(curves, words: VariableWords(schema), unit: unit)
  }

  var question: Question { curves.question }
  var endpoint: EndpointText { EndpointText(curves.endpoint) }
  var text: QuestionText { QuestionText(question, curves.endpoint, words: words, time: time) }

  /// Whether the causes of one arm stand beside each other, so that a curve is named by its cause.
  var showsCauses: Bool { question.arms == nil && curves.curves.count > 1 }

  /// What each curve is called, in the order of the curves: its arm, or its cause.
  package var curveNames: [ArmName] {
    curves.curves.map { curve in
      showsEachCause ? nameOfCause(curve) : armNames[curve.arm]
    }
  }

  /// The number of a curve's colour, dash and mark, from 1.
  func series(_ curve: Curve) -> Int {
    showsCauses ? (curve.cause ?? curves.endpoint.causes.count) + 1 : curve.arm + 1
  }

  /// The variable of the arms; `nil` for everybody together.
  var armVariable: String? { question.arms?.variable }

  // MARK: What the numbers are

  /// What the curves are of: `Disease-free survival by Inotuzumab`.
  package var title: Sentence.Part {
    let full = endpoint.title(cause: curves.cause)
    let (by, shortBy) =
      armVariable.map {
        (" by \(words.label($0))\(titleEnd)", " by \(words.shortLabel($0))\(titleEnd)")
      } ?? ("", "")
    var shorter: [String] = []
    if shortBy != by { shorter.append(full + shortBy) }
    if curves.endpoint.name != full, !showsEachCause, curves.cause == nil || curves.cause == 0 {
      shorter.append(curves.endpoint.name + shortBy)
    }
    return Sentence.Part(full + by, shorter: shorter, .subject)
  }

  /// One sentence that says what the numbers are:
  /// `Disease-free survival by Inotuzumab · Disease phase CR2, CR3 · 64 of 78 analysed, 17 events · months since HSCT`.
  package var headline: Sentence {
    let counts = curves.counts
    let analysed =
      refusal == nil
      ? "\(NumberText.count(counts.analysed)) of \(NumberText.count(counts.patients)) analysed"
      : "\(NumberText.count(counts.selected)) of \(NumberText.count(counts.patients)) selected, not shown"
    return Sentence(
      [title] + filterParts
        + [
          Sentence.Part(
            refusal == nil ? "\(analysed), \(eventCounts)" : analysed,
            shorter: (showsEachCause || refusal != nil ? [] : ["\(analysed), \(briefEventCounts)"])
              + [analysed], .important)
        ] + text.windowParts + [
          Sentence.Part(
            xTitle, shorter: shortXTitle.map { [$0] } ?? [], .meaning, spoken: "time in \(xTitle)")
        ])
  }

  /// `17 events`; `16 relapses, 2 deaths before relapse`.
  private var eventCounts: String {
    guard curves.endpoint.kind == .competingRisks else { return briefEventCounts }
    let plotted = curves.cause ?? 0
    let rest = curves.endpoint.causes.indices.filter { $0 != plotted }
    return ([plotted] + rest).map { endpoint.events(eventCount($0), cause: $0) }.joined(separator: ", ")
  }

  private var briefEventCounts: String {
    let cause = curves.endpoint.kind == .competingRisks ? curves.cause ?? 0 : nil
    return endpoint.events(eventCount(cause), cause: cause)
  }

  /// Events of a cause, or of any, in all arms.
  func eventCount(_ cause: Int?) -> Int { cause.map { causeCounts[$0] } ?? causeCounts.reduce(0, +) }

  // MARK: Times

  /// `months since HSCT`; `months since the landmark at 3 months`.
  package var xTitle: String { text.xTitle }

  private var shortXTitle: String? {
    question.landmark == nil && curves.endpoint.origin != nil ? time.name : nil
  }

  /// The part of follow-up that estimates, P and ratios are of; `nil` for all of it.
  package var window: Sentence.Part? {
    switch (question.landmark.map(time.text), question.censorAt.map(time.text)) {
    case (nil, nil): nil
    case (let landmark?, nil):
      Sentence.Part("after the landmark at \(landmark)", shorter: ["from \(landmark) on"], .meaning)
    case (nil, let end?):
      Sentence.Part("follow-up ended at \(end)", shorter: ["up to \(end)"], .meaning)
    case (let landmark?, let end?):
      Sentence.Part(
        "after the landmark at \(landmark), follow-up ended at \(end)",
        shorter: ["from \(landmark) to \(end)"], .meaning)
    }
  }

  /// A recorded time in the shown unit, for a cell.
  func shown(_ estimate: QuantileEstimate) -> Quantity.Limits {
    Quantity.Limits(estimate.lower.map(time.shown), estimate.upper.map(time.shown))
  }
}
