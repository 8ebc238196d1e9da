import Analysis
import CohortModel
import SurvivalStatistics

/// What is said of arms and filters that are known only later.
extension CurvesReport {
  /// Why there is no answer; `nil` where there is one.
  package var refusal: RefusalText? {
    curves.lateness.flatMap { lateness in lateness.refusal.map { RefusalText(lateness, $0, text) } }
  }

  var lateRemarks: [Remark] {
    guard let lateness = curves.lateness else { return [] }
    switch lateness.way {
    case .refused:
      return refusal.map { [Remark(.danger, $0.reason), Remark(.caution, $0.instead)] } ?? []
    case .overridden: return [banner(lateness)]
    case .atLandmark: return lateness.atLandmark.map(known) + naive(lateness)
    case .timeDependent: return [changing(lateness)] + naive(lateness)
    }
  }

  private func banner(_ lateness: Lateness) -> Remark {
    let names = lateness.variables.map(\.name)
    let (labels, short) = (names.map(words.label).formatted, names.map(words.shortLabel).formatted)
    let since = question.landmark == nil ? "from time zero" : "at the landmark"
    let what = "\(Remark.bannerMark) \(since) by what is known only later: immortal time"
    return Remark(
      .danger, "\(what) (\(labels))", shorter: ["\(what) (\(short))", what], isBanner: true)
  }

  private func known(_ known: Lateness.AtLandmark) -> Remark {
    let (label, short) = (known.variable.label, words.shortLabel(known.variable.name))
    let landmark = question.landmark.map(time.text) ?? ""
    var counts: [String] = []
    if known.later > 0, let level = known.variable.notYetLevel {
      counts.append("\(NumberText.count(known.later)) had it only later, counted as \(level)")
    }
    if known.unknown > 0 { counts.append("\(NumberText.count(known.unknown)) not known by then") }
    let tail = counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
    let briefly =
      known.later > 0 && known.variable.notYetLevel != nil
      ? ["\(NumberText.count(known.later)) with \(short) only later"]
      : ["\(short) by \(landmark)"]
    return Remark(
      .caution, "\(label) as known at the landmark at \(landmark)\(tail)",
      shorter: ["\(short) as known at \(landmark)\(tail)"] + briefly)
  }

  private func changing(_ lateness: Lateness) -> Remark {
    let name = lateness.arms ?? ""
    let moved = "\(NumberText.count(lateness.moved)) of \(NumberText.count(curves.counts.analysed)) did"
    return Remark(
      .caution,
      "patients count as not yet until \(words.label(name)) begins, then change curves: \(moved); no curve is of patients grouped at \(sinceTimeZero.dropFirst(6))",
      shorter: [
        "patients change curves when \(words.label(name)) begins: \(moved)", "they change curves: \(moved)",
      ])
  }

  /// The answer from time zero by final values, struck out.
  private func naive(_ lateness: Lateness) -> [Remark] {
    guard let naive = lateness.naive else { return [] }
    var said: [String] = []
    if let read = curves.readingTime {
      let number = NumberText.short(time.shown(read), decimals: 4)
      let at = time.shown.map { "\(number)-\($0.singular) " } ?? "at \(number) "
      let values = naive.curves.map { curve in
        if case .estimate(let estimate, _, _) = curve.reading(at: read) {
          NumberText.percent(estimate.value)
        } else {
          "NE"
        }
      }
      said.append("\(at)\(curves.endpoint.name) \(values.joined(separator: " v "))")
    }
    if let p = naive.test?.result.pValue { said.append(Quantity.pValue(p).text(.full)) }
    guard !said.isEmpty else { return [] }
    let struck = said.joined(separator: ", ")
    var remark = Remark(
      .caution, "naive, from time zero: \(struck) — not to be used",
      shorter: ["naive: \(struck) — not to be used"])
    remark.sentence.struck = struck
    return [remark]
  }

  /// What each arm is called: where patients change arms, nobody has not had it, but not yet.
  static func names(_ curves: Curves, _ words: VariableWords) -> [ArmName] {
    let names = words.names(curves.question.arms)
    return curves.arms.enumerated().map { index, arm in
      guard names.indices.contains(index) else { return ArmName(level: arm.name ?? ArmName.everybody.full) }
      guard curves.isTimeDependent, let level = arm.name, level != names[index].level,
        let variable = curves.question.arms?.variable
      else { return names[index] }
      return ArmName(
        full: "\(words.label(variable)): \(level)", short: "\(words.shortLabel(variable)): \(level)",
        level: level)
    }
  }

  /// How what is known later enters the title.
  var titleEnd: String {
    switch (curves.lateness?.way, question.landmark) {
    case (.atLandmark?, let landmark?) where curves.lateness?.arms != nil:
      " known by \(time.text(landmark))"
    case (.timeDependent?, _): " as it begins"
    default: ""
    }
  }
}
