package import Analysis
package import CohortModel
import SurvivalStatistics

/// Regressions in words, numbers and tables.
package struct ModelsReport: Sendable {
  package let models: Models
  package let text: QuestionText

  package init(_ models: Models, words: VariableWords, unit: TimeUnit? = nil) {
    self.models = models
    text = QuestionText(models.question, models.endpoint, words: words, unit: unit)
  }

  var words: VariableWords { text.words }
  var endpoint: EndpointText { text.endpoint }

  /// `Cox model`, `Fine–Gray model`, `cause-specific Cox model`.
  package static func name(_ kind: RegressionKind) -> String {
    switch kind {
    case .cox: "Cox model"
    case .fineGray: "Fine–Gray model"
    case .causeSpecific: "cause-specific Cox model"
    }
  }

  /// `HR`, `SHR`, `CSHR`: never one for another.
  package static func ratioName(_ kind: RegressionKind) -> String {
    switch kind {
    case .cox: "HR"
    case .fineGray: "SHR"
    case .causeSpecific: "cause-specific HR"
    }
  }

  /// `Disease-free survival, Cox model · 78 of 78 patients complete, 18 events · no filter · months since HSCT`.
  package var headline: Sentence {
    let fit = models.fits.first
    let complete =
      "\(NumberText.count(fit?.patientCount ?? 0)) of \(NumberText.count(models.usableCount)) complete"
    let events = endpoint.events(fit?.eventCount ?? 0, cause: models.cause)
    let names = models.fits.map { Self.name($0.kind) }.formatted
    return Sentence(
      [Sentence.Part("\(endpoint.title(cause: models.cause)), \(names)", .subject)] + text.filters + [
        Sentence.Part("\(complete), \(events)", shorter: [complete], .important)
      ] + text.windowParts + [Sentence.Part(text.xTitle, .meaning)])
  }

  /// What a reader must know, the gravest first.
  package var remarks: [Remark] {
    let all = lateRemarks + text.lateFilterRemarks + countRemarks + models.fits.flatMap(remarks)
    var seen: Set<String> = []
    return all.filter { seen.insert($0.text).inserted }.enumerated().sorted { a, b in
      a.element.severity == b.element.severity
        ? a.offset < b.offset : a.element.severity > b.element.severity
    }.map(\.element)
  }

  /// A covariate that becomes known after time zero makes those who live to see it look well.
  private var lateRemarks: [Remark] {
    let late = models.question.covariates.compactMap { words.schema.variable($0.variable) }
      .filter { $0.knownAt != nil }.map(\.label)
    guard !late.isEmpty else { return [] }
    return [
      Remark(
        .danger,
        "immortal time: \(late.formatted) \(late.count == 1 ? "is" : "are") known only after time zero; a ratio of it from time zero is biased",
        shorter: ["immortal time: \(late.formatted)"])
    ]
  }

  private var countRemarks: [Remark] {
    guard let fit = models.fits.first else { return [] }
    var remarks: [Remark] = []
    if models.question.covariates.isEmpty { remarks.append(Remark(.note, "no covariate is chosen")) }
    if fit.unknownCount > 0 {
      remarks.append(
        Remark(.caution, "\(NumberText.count(fit.unknownCount)) left out: a covariate is unknown"))
    }
    return remarks
  }

  private func remarks(on fit: RegressionFit) -> [Remark] {
    var remarks: [Remark] = []
    let name = Self.name(fit.kind)
    if let why = words(fit.outcome, of: fit) { remarks.append(Remark(.danger, "\(name): \(why)")) }
    if let events = fit.eventsPerDegree, events < 10 {
      let number = NumberText.fixed(events, 1)
      remarks.append(
        Remark(
          events < 5 ? .danger : .caution,
          "\(name): \(number) events for each coefficient, fewer than \(events < 5 ? 5 : 10): read the intervals, not P",
          shorter: ["\(number) events per df"]))
    }
    for term in fit.terms {
      for row in term.rows where row.eventCount == 0 {
        remarks.append(
          Remark(.caution, "no events in \(self.name(row, of: term)): its ratio has no finite estimate"))
      }
    }
    if let p = fit.proportionality?.pValue, p < 0.05 {
      remarks.append(
        Remark(
          .caution,
          "\(name): hazards are not proportional (\(Quantity.pValue(p).text)): a ratio is an average over follow-up",
          shorter: ["hazards not proportional"]))
    }
    return remarks
  }

  /// Why a fit has no estimates; `nil` where it has.
  func words(_ outcome: RegressionOutcome, of fit: RegressionFit) -> String? {
    switch outcome {
    case .converged: nil
    case .noEvents: fit.terms.isEmpty && fit.eventCount > 0 ? nil : "no events, so no estimate"
    case .infiniteCoefficients: "no finite estimate: a level or number separates the events completely"
    case .dependentColumns: "no estimate: some covariates say the same, or are equal for all patients"
    case .singleLevelFactors(let terms):
      "no estimate: "
        + terms.compactMap { fit.terms.indices.contains($0) ? fit.terms[$0].variable.label : nil }.formatted
        + " is the same for all patients"
    case .iterationLimit: "the fit did not converge"
    }
  }

  /// What a row is of: `Disease phase: CR2`, `Age at HSCT, per 10 years`.
  func name(_ row: RegressionFit.Row, of term: RegressionFit.Term) -> String {
    guard let level = row.level else { return "\(term.variable.label), \(step(term))" }
    return words.standsAlone(term.variable) ? level : "\(term.variable.label): \(level)"
  }

  /// `per year`, `per 10 years`, `logarithm`: what one more of a number is.
  func step(_ term: RegressionFit.Term) -> String {
    let unit = words.unit(of: term.variable)
    switch term.term.coding {
    case .per(1): return unit.isEmpty ? "per unit" : "per unit (\(unit.dropFirst()))"
    case .per(let step): return "per \(NumberText.short(step, decimals: 4))\(unit)"
    case .logarithm: return "natural logarithm"
    case .levels, .cuts: return ""
    }
  }

  /// How the fits are made.
  package var conventions: Sentence {
    let parts = models.fits.map { fit in
      switch fit.kind {
      case .cox: "HR: hazard ratio by Cox, Efron's ties"
      case .fineGray: "SHR: subdistribution hazard ratio by Fine and Gray, as R's crr"
      case .causeSpecific: "cause-specific HR by Cox, competing events censored, Efron's ties"
      }
    }
    return Sentence(
      parts.map { Sentence.Part($0, .meaning) } + [
        Sentence.Part("Wald 95% CI and P, complete cases", .important),
        Sentence.Part("proportional hazards by scaled Schoenfeld residuals over Kaplan–Meier time", .aside),
      ])
  }

  package var context: ReportContext {
    let covariates = models.question.covariates.map { $0.text(in: words.schema) }.joined(separator: ", ")
    return ReportContext(
      question: text.parts(cause: models.cause) + [("covariates", covariates)], conventions: conventions,
      remarks: remarks)
  }
}
