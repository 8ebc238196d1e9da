package import Analysis
package import CohortModel
import SurvivalStatistics

/// One factor at a time in words, numbers and tables.
package struct UnivariableReport: Sendable {
  package let result: Univariable
  package let text: QuestionText

  package init(_ result: Univariable, words: VariableWords, unit: TimeUnit? = nil) {
    self.result = result
    text = QuestionText(result.question, result.endpoint, words: words, unit: unit)
  }

  var words: VariableWords { text.words }
  var time: TimeDisplay { text.time }
  var endpoint: EndpointText { text.endpoint }
  var isIncidence: Bool { result.cause != nil }

  /// `SHR` of Fine and Gray's model, `HR` of Cox's.
  package var ratioName: String { isIncidence ? "SHR" : "HR" }

  /// `Disease-free survival, one factor at a time · no filter · 78 of 78 analysed · months since HSCT`.
  package var headline: Sentence {
    let (analysed, all) = (result.counts.analysed, words.schema.patientCount)
    return Sentence(
      [Sentence.Part("\(endpoint.title(cause: result.cause)), one factor at a time", .subject)]
        + text.filters + [
          Sentence.Part(
            "\(NumberText.count(analysed)) of \(NumberText.count(all)) analysed",
            shorter: ["\(NumberText.count(analysed)) patients"], .important)
        ] + text.windowParts + [Sentence.Part(text.xTitle, .meaning)])
  }

  /// What a reader must know, the gravest first.
  package var remarks: [Remark] {
    let late = Remark(
      .note, "known only later, so not tested from time zero: \(result.late.map(\.label).formatted)",
      shorter: ["\(result.late.count) known only later, not tested"])
    return remarksOnTested + (result.late.isEmpty ? [] : [late]) + remarksOnUntested
  }

  /// What no line of the screen's table says of the factors that are tested.
  package var remarksOnTested: [Remark] {
    var remarks = text.lateRemarks(text.late()) + text.countRemarks(result.counts)
    if let chance { remarks.append(chance) }
    return remarks
      + result.factors.compactMap { factor in
        text.remark(
          absent: factor.absentReference, of: factor.variable,
          comparedWith: factor.levels.first(where: \.isReference)?.name)
      }
  }

  /// Which factors do not divide the patients, and why.
  package var remarksOnUntested: [Remark] {
    guard !result.untested.isEmpty else { return [] }
    let all = result.untested.map { "\($0.variable.label) (\(Self.words($0.reason)))" }
    return [
      Remark(.note, "not tested: \(all.formatted)", shorter: ["\(result.untested.count) could not be tested"])
    ]
  }

  private static func words(_ reason: Univariable.Untested.Reason) -> String {
    switch reason {
    case .tooManyLevels(let count): "\(count) levels, more than \(Univariable.mostLevels)"
    case .oneLevel: "one level among those selected"
    case .medianIsHighest: "half or more have the highest value; declare cuts"
    }
  }

  /// How many P values below .05 chance alone would give among so many.
  private var chance: Remark? {
    let p = result.factors.compactMap(\.test.result.pValue)
    guard p.count > 1 else { return nil }
    let low = p.count { $0 < 0.05 }
    let expected = NumberText.fixed(Double(p.count) * 0.05, 1)
    return Remark(
      .caution,
      "\(p.count) factors tested, \(low) with P < .05; chance alone would give \(expected)",
      shorter: ["\(p.count) tested, \(low) with P < .05, \(expected) by chance"])
  }

  /// How estimates, tests and ratios are made.
  package var conventions: Sentence {
    let estimator = isIncidence ? "Aalen–Johansen" : "Kaplan–Meier"
    let variance = isIncidence ? "Aalen's variance" : "Greenwood variance"
    let model =
      isIncidence
      ? "SHR: subdistribution hazard ratio by Fine and Gray" : "HR: hazard ratio by Cox, Efron's ties"
    let shortModel = isIncidence ? "SHR: Fine–Gray, one factor" : "HR: Cox, one factor"
    let interval = text.question.interval.name
    let test = isIncidence ? "Gray's test" : "log-rank test"
    let penalty = result.factors.contains(where: \.isPenalized) ? ModelsReport.penalty : ""
    return Sentence([
      Sentence.Part(
        "\(estimator), \(variance), \(interval) 95% CI",
        shorter: ["\(estimator), \(interval) CI", estimator],
        .meaning),
      Sentence.Part("\(model), of this factor alone, Wald 95% CI", shorter: [shortModel], .meaning),
      Sentence.Part(penalty, .important),
      Sentence.Part(test, .meaning),
      Sentence.Part("P adjusted by Holm and by Benjamini–Hochberg over what was tested", .important),
      Sentence.Part("numbers divided at the median of those selected where no cut is declared", .aside),
    ])
  }

  /// The same as the last remark of a screen, with what explains its signs.
  package func conventions(_ signs: [Sentence]) -> Remark {
    let signs = signs.flatMap(\.parts).map { part in
      part.text == Quantity.uncertaintyNote
        ? Sentence.Part(part.text, shorter: ["\(Quantity.uncertaintyMark) few at risk"], .meaning) : part
    }
    return Remark(.note, Sentence(conventions.parts + signs))
  }

  /// Why a row has no ratio, in a few words.
  func words(_ reason: Univariable.NoRatio, of factor: Univariable.Factor) -> String {
    switch reason {
    case .noEvents(let levels):
      let byLevel = words.namesByLevel(factor.arms)
      let names = levels.map { byLevel[$0]?.short ?? $0 }
      return names.count > 3 ? "no events in \(names.count) levels" : "no events in \(names.formatted)"
    case .infinite: return "no finite ratio: the events are separated completely"
    case .notConverged: return "the regression did not converge"
    case .delayedEntry: return "Fine and Gray's model is not defined with late entry"
    }
  }
}
