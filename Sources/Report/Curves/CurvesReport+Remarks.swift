import Analysis
import CohortModel
import SurvivalStatistics

extension CurvesReport {
  /// What a reader must know, the gravest first.
  package var remarks: [Remark] {
    (lateRemarks + countRemarks + landmarkRemarks + readingRemarks + curveRemarks).gravestFirst
  }

  /// Who is not in the numbers.
  var countRemarks: [Remark] {
    // Nobody was counted.
    guard refusal == nil else { return [] }
    let counts = curves.counts
    var remarks = text.countRemarks(analysed: counts.analysed, unusable: counts.unusable)
    if counts.unknownArm > 0, let variable = armVariable {
      let number = NumberText.count(counts.unknownArm)
      let (full, short) = (words.label(variable), words.shortLabel(variable))
      remarks.append(
        Remark(
          .caution, "\(number) unknown: \(full)",
          shorter: full == short ? [] : ["\(number) unknown: \(short)"]))
    }
    let empty = emptyArmNames
    if question.arms != nil, !empty.isEmpty, counts.analysed > 0 {
      remarks.append(Remark(.caution, "nobody in \(empty.joined(separator: ", "))"))
    }
    return remarks
  }

  /// Who is not in a landmark analysis, and why.
  var landmarkRemarks: [Remark] {
    guard let landmark = question.landmark, curves.counts.beforeLandmark > 0 else { return [] }
    let lost = curves.arms.compactMap(\.lost)
    let causes = curves.endpoint.causes.indices.map { cause in
      (cause, lost.reduce(0) { $0 + ($1.events.indices.contains(cause) ? $1.events[cause] : 0) })
    }
    let events = causes.filter { $0.1 > 0 }.map { endpoint.events($0.1, cause: $0.0) }
    let censored = lost.reduce(0) { $0 + $1.censored }
    let why = events + (censored > 0 ? ["\(NumberText.count(censored)) censored"] : [])
    let count = "\(NumberText.count(curves.counts.beforeLandmark)) left before the landmark"
    return [
      Remark(
        .caution, "\(count) at \(time.text(landmark)): \(why.joined(separator: ", "))", shorter: [count])
    ]
  }

  /// Why every estimate at the reading time is missing.
  var readingRemarks: [Remark] {
    guard let read = curves.readingTime, curves.counts.analysed > 0, read > curves.lastTime,
      curves.curves.allSatisfy({ if case .estimate = $0.reading(at: read) { false } else { true } })
    else { return [] }
    let (asked, last) = (time.text(time.shown(read)), time.text(time.shown(curves.lastTime)))
    let after = question.landmark == nil ? "" : " after the landmark"
    return [
      Remark(
        .caution, "nobody is observed up to \(asked)\(after): the last time is \(last), read earlier",
        shorter: ["read earlier: the last time is \(last)"])
    ]
  }

  /// Arms in which the event tested did not happen, beside others in which it did.
  private var eventlessRemarks: [Remark] {
    guard question.arms != nil, !showsEachCause else { return [] }
    let present = curves.curves.filter { $0.table.subjectCount > 0 }
    let without = present.filter { $0.eventCount == 0 }
    guard !without.isEmpty, without.count < present.count else { return [] }
    let none = endpoint.events(0, cause: curves.endpoint.kind == .competingRisks ? curves.cause ?? 0 : nil)
    let names = without.map { armNames[$0.arm] }
    var remark = Remark(
      .note, "\(none) in \(names.map(\.full).joined(separator: ", "))",
      shorter: [
        "\(none) in \(names.map(\.short).joined(separator: ", "))",
        "\(none) in \(names.count) arm\(names.count == 1 ? "" : "s")",
      ])
    // The table says it too, so where there is little room it goes first.
    remark.sentence.parts[0].rank = .detail
    return [remark]
  }

  private var curveRemarks: [Remark] {
    var remarks = (stackRemark.map { [$0] } ?? []) + eventlessRemarks
    if time.recorded == nil { remarks.append(Remark(.caution, "the unit of time is not known")) }
    if curves.endpoint.hasLateEntry {
      remarks.append(
        Remark(.note, "some patients come under observation after time zero", shorter: ["late entry"]))
    }
    if curves.endpoint.kind == .competingRisks, curves.counts.analysed > 0 {
      let plotted = curves.cause ?? 0
      for cause in curves.endpoint.causes.indices where cause != plotted && eventCount(cause) == 0 {
        remarks.append(Remark(.note, "\(endpoint.events(0, cause: cause)) here"))
      }
    }
    if curves.curves.contains(where: { $0.isUncertain.contains(true) }) {
      remarks.append(
        Remark(
          .note, Quantity.uncertaintyNote, shorter: ["\(Quantity.uncertaintyMark) few at risk"],
          spoken: Quantity.uncertaintyMeaning))
    }
    return remarks
  }

  // MARK: Follow-up and conventions

  /// Median follow-up with its interval and whose it is, which is never dropped: not of those analysed alone, but of all
  /// selected since time zero; empty where nobody is followed.
  package var followUp: Sentence {
    guard let followUp = curves.followUp else { return Sentence([]) }
    let value = followUpQuantity(followUp.everybody)
    return Sentence([
      Sentence.Part(
        "median follow-up \(value.text)", shorter: ["follow-up \(value.text)"], .meaning,
        spoken: "median follow-up \(value.text(.spoken))"),
      Sentence.Part(
        "reverse Kaplan–Meier \(followUpSubject), \(all) selected \(sinceTimeZero)",
        shorter: [
          "\(followUpSubject), \(all) selected \(sinceTimeZero)",
          "of \(followUp.endpoint.name), \(all) selected \(sinceTimeZero)",
          "of \(followUp.endpoint.name), \(all) selected", "of \(followUp.endpoint.name), \(all)",
        ], .meaning),
    ])
  }

  /// `all 78`, or how many of them have a known follow-up.
  var all: String {
    let (followed, selected) = (curves.followUp?.patientCount ?? 0, curves.counts.selected)
    return followed == selected
      ? "all \(NumberText.count(selected))"
      : "\(NumberText.count(followed)) of \(NumberText.count(selected))"
  }

  /// `since HSCT`.
  var sinceTimeZero: String { "since \(curves.followUp?.endpoint.origin ?? "time zero")" }

  /// `of overall survival`, or `of this endpoint` where the study has none.
  var followUpSubject: String {
    curves.followUp?.isOfOverallSurvival == true ? "of overall survival" : "of this endpoint"
  }

  func followUpQuantity(_ estimate: QuantileEstimate?) -> Quantity {
    guard let estimate, let followUp = curves.followUp else { return .nothing }
    let display = TimeDisplay(recorded: followUp.endpoint.scale.unit, shown: time.shown)
    let limits = Quantity.Limits(estimate.lower.map(display.shown), estimate.upper.map(display.shown))
    return .time(estimate.time.map(display.shown), limits, unit: display.name)
  }

  /// The estimator, the scale of its intervals, and what is counted when.
  package var conventions: Sentence {
    let transform = "\(question.interval.name) 95% CI"
    let isSurvival = curves.endpoint.kind == .survival
    let estimator =
      isSurvival
      ? curves.isTimeDependent
        ? Sentence.Part(
          "Simon–Makuch, Greenwood variance, at risk from entering the state on", shorter: ["Simon–Makuch"],
          .subject)
        : Sentence.Part("Kaplan–Meier, Greenwood variance", shorter: ["Kaplan–Meier", "KM"], .subject)
      : Sentence.Part("Aalen–Johansen, Aalen's variance", shorter: ["Aalen–Johansen", "AJ"], .subject)
    return Sentence([
      estimator,
      Sentence.Part(
        transform, .meaning, spoken: "95 per cent confidence intervals on the \(question.interval.name) scale"
      ),
      Sentence.Part("events before censorings at the same time", .aside),
      Sentence.Part("at risk just before, events up to and including a time", .aside),
    ])
  }
}
