package import Analysis
package import CohortModel
import PrintableText
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

  /// `HR`, `SHR`, `cause-specific HR`: never one for another.
  package static func ratioName(_ kind: RegressionKind) -> String {
    switch kind {
    case .cox: "HR"
    case .fineGray: "SHR"
    case .causeSpecific: "cause-specific HR"
    }
  }

  /// `Disease-free survival, Cox model · no filter · 78 of 78 complete, 18 events · months since HSCT`.
  package var headline: Sentence {
    let fit = models.fits.first
    let complete =
      "\(NumberText.count(fit?.patientCount ?? 0)) of \(NumberText.count(models.counts.analysed)) complete"
    let events = endpoint.events(fit?.eventCount ?? 0, cause: models.cause)
    let names = models.fits.map { Self.name($0.kind) }.formatted
    let strata = fit?.strata.map(\.label) ?? []
    return Sentence(
      [Sentence.Part("\(endpoint.title(cause: models.cause)), \(names)", .subject)] + text.filters + [
        Sentence.Part("\(complete), \(events)", shorter: [complete], .important),
        Sentence.Part(strata.isEmpty ? "" : "stratified by \(strata.formatted)", .meaning),
      ] + text.windowParts + [Sentence.Part(text.xTitle, .meaning)])
  }

  /// What a reader must know, the gravest first.
  package var remarks: [Remark] {
    let late = text.late(among: models.question.covariates.filter { $0.partner == nil }.map(\.variable))
    let all =
      text.lateRemarks(late) + text.countRemarks(models.counts) + covariateRemarks
      + models.fits.flatMap(remarks)
    var seen: Set<String> = []
    return all.filter { seen.insert($0.text).inserted }.gravestFirst
  }

  private var covariateRemarks: [Remark] {
    guard let fit = models.fits.first else { return [] }
    var remarks: [Remark] = []
    if models.question.covariates.isEmpty { remarks.append(Remark(.note, "no covariate is chosen")) }
    let unknown = fit.unknownCount - fit.withoutLogarithm
    if unknown > 0 {
      remarks.append(Remark(.caution, "\(NumberText.count(unknown)) left out: a covariate is unknown"))
    }
    if fit.withoutLogarithm > 0 {
      remarks.append(
        Remark(
          .caution,
          "\(NumberText.count(fit.withoutLogarithm)) left out: zero or a negative number has no logarithm"))
    }
    return remarks
      + fit.terms.compactMap { term in
        text.remark(
          absent: term.absentReference, of: term.variable,
          comparedWith: term.rows.first(where: \.isReference)?.level)
      }
  }

  private func remarks(on fit: RegressionFit) -> [Remark] {
    var remarks: [Remark] = []
    let name = Self.name(fit.kind)
    if fit.isPenalized {
      remarks.append(
        Remark(
          .caution, "\(name): events are separated, so ratios are by Firth's penalised likelihood",
          shorter: ["ratios by Firth's penalised likelihood"]))
    }
    if let obstacle = fit.obstacle { remarks.append(Remark(.danger, "\(name): \(words(obstacle))")) }
    if let events = fit.eventsPerDegree, events < 10 {
      let number = NumberText.fixed(events, 1)
      remarks.append(
        Remark(
          events < 5 ? .danger : .caution,
          "\(name): \(number) events for each coefficient, fewer than \(events < 5 ? 5 : 10): read the intervals, not P",
          shorter: ["\(number) events per df"]))
    }
    for term in fit.terms {
      for row in term.rows where row.eventCount == 0 && !fit.isPenalized {
        remarks.append(
          Remark(.caution, "no events in \(self.name(row, of: term)): its ratio has no finite estimate"))
      }
      if let few = few(term) { remarks.append(few) }
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

  /// Why a fit has no estimates.
  private func words(_ obstacle: ModelObstacle) -> String {
    func list(_ columns: [String]) -> String {
      columns.map { column in
        if column.contains(":"), words.schema.variable(column) == nil,
          let term = models.fits.lazy.flatMap(\.terms).first(where: { $0.partner != nil })
        {
          return label(of: term)
        }
        let parts = column.split(separator: "=", maxSplits: 1).map(String.init)
        return ([words.label(parts[0])] + parts.dropFirst()).joined(separator: ": ")
      }.formatted
    }
    switch obstacle {
    case .noEvents: return "no events, so no estimate"
    case .infiniteCoefficients(let columns):
      return
        "no finite estimate: \(list(columns)) separates the events completely; Firth's penalised likelihood has one"
    case .dependentColumns(let columns):
      return "no estimate: \(list(columns)) is constant or follows from the terms before it"
    case .singleLevel(let variables): return "no estimate: \(list(variables)) is the same for all patients"
    case .notConverged: return "the fit did not converge"
    case .strata: return "not defined with strata"
    case .delayedEntry: return "not defined where patients come under observation after time zero"
    case .noVariance: return "no estimate: all events are at one time"
    }
  }

  /// What a row is of: `Disease phase: CR2`, `Age at HSCT, per 10 years`.
  func name(_ row: RegressionFit.Row, of term: RegressionFit.Term) -> String {
    if term.partner != nil { return "\(label(of: term)): \(rowName(row, of: term))" }
    guard let level = row.level else { return "\(term.variable.label), \(rowName(row, of: term))" }
    if case .cuts(let cuts) = term.term.coding {
      return words.namesByLevel(.cuts(of: term.variable.name, at: cuts))[level]?.full ?? level
    }
    return words.standsAlone(term.variable) ? level : "\(term.variable.label): \(level)"
  }

  /// What people call the variable of a term; of an interaction both: `Age × Disease phase`.
  func label(of term: RegressionFit.Term) -> String {
    guard let partner = term.partner else { return term.variable.label }
    return "\(words.shortLabel(term.variable.name)) × \(words.shortLabel(partner.name))"
  }

  /// What a row is of below the label of its term: `CR2`, `per 10 years`, `per 10 years × CR2`.
  func rowName(_ row: RegressionFit.Row, of term: RegressionFit.Term) -> String {
    guard let partner = term.partner else { return row.level ?? step(term.term.coding, term.variable) }
    func name(_ level: String?, _ variable: Variable) -> String {
      let main = models.question.covariates.first { $0.isMain && $0.variable == variable.name }
      return level ?? main.map { step($0.coding, variable) } ?? ""
    }
    return "\(name(row.level, term.variable)) × \(name(row.partnerLevel, partner))"
  }

  /// `per year`, `per 10 years`, `logarithm`: what one more of a number is.
  private func step(_ coding: CovariateTerm.Coding, _ variable: Variable) -> String {
    switch coding {
    case .per(1): words.perUnit(of: variable)
    case .per(let step): "per \(step.digits)\(words.unit(of: variable))"
    case .logarithm: "natural logarithm"
    case .levels, .cuts, .strata, .interaction: ""
    }
  }

  /// Levels that a ratio stands on a single patient or a handful of: `CR1 has 1 event: the ratios rest on one patient`.
  private func few(_ term: RegressionFit.Term) -> Remark? {
    guard term.partner == nil else { return nil }
    let levels = term.rows.filter { $0.level != nil }
    var said = levels.filter { $0.eventCount == 1 }.map { row in
      let rests = row.isReference && levels.count > 2 ? "the ratios rest" : "the ratio rests"
      return "\(name(row, of: term)) has 1 event: \(rests) on one patient"
    }
    said += levels.filter { $0.patientCount < 10 }.map { "\(name($0, of: term)) n=\($0.patientCount)" }
    return said.isEmpty ? nil : Remark(.caution, said.joined(separator: "; "), shorter: [said[0]])
  }

  /// Why there are no models where there are no single patients to fit them to.
  package static let noPatients = "This source releases no single patients, and models need them"

  /// What is said of ratios for which a likelihood has no maximum, once they were asked for.
  static let penalty =
    "where events are separated Firth's penalised likelihood: profile 95% CI, penalised LR P, Breslow's ties"

  private var isPenalized: Bool {
    models.fits.contains { fit in
      fit.terms.contains {
        $0.rows.contains { $0.adjusted?.method == .firth || $0.unadjusted?.method == .firth }
      }
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
    let isTested = models.fits.contains { $0.kind != .fineGray }
    return Sentence(
      parts.map { Sentence.Part($0, .meaning) } + [
        Sentence.Part("Wald 95% CI and P, complete cases", .important),
        Sentence.Part(isPenalized ? Self.penalty : "", .important),
        Sentence.Part(
          isTested ? "proportional hazards by scaled Schoenfeld residuals over Kaplan–Meier time" : "", .aside
        ),
      ])
  }

  package var context: ReportContext {
    let covariates = models.question.covariates.map { $0.text(in: words.schema) }.joined(separator: ", ")
    return ReportContext(
      question: text.parts(cause: models.cause) + [("covariates", covariates)], conventions: conventions,
      remarks: remarks)
  }
}
