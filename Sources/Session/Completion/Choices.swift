import Analysis
import CohortModel
import SurvivalStatistics

/// What may follow the word of a command, where it is one of a list.
enum Choices {
  static func of(_ word: CommandWord, _ session: Session, _ context: SessionContext) -> [Choice] {
    let schema = context.schema
    switch word {
    case .by, .panels: return schema.variables.map(dividing) + [keyword("none", "everybody together")]
    case .open: return schema.variables.map { variable($0, $0.described) }
    case .close:
      return schema.variables.filter { session.display.openVariables.contains($0.name) }
        .map { variable($0, $0.described) }
    case .covariates:
      return schema.variables.filter { (try? CovariateTerm($0).check(in: schema)) != nil }
        .map { variable($0, $0.described) } + [keyword("none", "no term")]
    case .endpoint: return schema.endpoints.map { named($0.name, label: $0.label) }
    case .cause:
      let causes = schema.competingCauses(of: session.question.endpoint)
      return causes.map { named($0, label: $0) } + [keyword("all", "every cause beside the others")]
    case .causes: return keywords(CausesShown.allCases.map(\.rawValue))
    case .theme: return context.themes.map { named($0, label: $0) }
    case .show:
      return context.views.map { Choice([$0.name], Completion.Candidate($0.name.asWord, $0.note ?? "")) }
    case .unit: return keywords(TimeUnit.allCases.map(\.rawValue))
    case .knownLater: return keywords(KnownLater.allCases.map(\.rawValue))
    case .interval: return keywords(ConfidenceTransform.allCases.map(\.name))
    case .view: return keywords(Display.View.allCases.map(\.rawValue))
    case .model: return keywords(RegressionKind.allCases.map(\.rawValue) + ["all"])
    case .sort: return keywords(FactorOrder.allCases.map(\.rawValue))
    case .order:
      return keywords(["follow-up down", "event", "identifier", "file"])
        + schema.variables.map { variable($0, $0.described, continues: true) }
    case .columns: return schema.variables.map { variable($0, $0.described) } + [keyword("default", "")]
    case .unmark:
      // Whom somebody marked is not told to whom it is hidden.
      let marked = session.display.hidesIdentifiers ? [] : session.display.markedPatients.map(\.text).sorted()
      return keywords(marked) + [keyword("all", "every mark")]
    case .identifiers: return keywords(["show", "hide"])
    case .compare: return keywords(Question.Comparison.allCases.map(\.rawValue))
    case .spread: return keywords(Display.Spread.allCases.map(\.rawValue))
    case .charset: return keywords(Display.Charset.allCases.map(\.rawValue))
    case .riskRows: return keywords(Display.RiskRows.allCases.map(\.rawValue))
    case .firth, .adjusted, .unadjusted, .bands, .marks, .zoom, .percents, .pValues, .pane, .mouse:
      return keywords(["on", "off"])
    case .at, .landmark, .censorAt, .until, .crosshair: return keywords(["none"])
    case .narrow, .filter, .drop, .clear, .mark, .figure, .undo, .redo, .confirm, .addEndpoint, .addEvent,
      .quit:
      return []
    }
  }

  static func variable(_ variable: Variable, _ detail: String, continues: Bool = false) -> Choice {
    Choice(
      [variable.name, variable.label],
      Completion.Candidate(variable.name.asWord, detail, continues: continues))
  }

  /// How the variable divides the patients, or why it does not.
  private static func dividing(_ variable: Variable) -> Choice {
    do throws(NamingError) {
      let arms = try Arms(variable)
      guard case .cuts(_, let cuts) = arms else { return Self.variable(variable, variable.described) }
      let cut = "cut at " + cuts.map(variable.text).joined(separator: ", ")
      return Self.variable(
        variable, [variable.described, cut].filter { !$0.isEmpty }.joined(separator: "; "))
    } catch {
      guard case .notDivisible(_, let why) = error else { return Self.variable(variable, error.description) }
      return Self.variable(variable, "cannot divide: \(why)")
    }
  }

  private static func named(_ name: String, label: String) -> Choice {
    Choice([name, label], Completion.Candidate(name.asWord, label == name ? "" : label))
  }

  private static func keyword(_ word: String, _ detail: String) -> Choice {
    Choice([word], Completion.Candidate(word, detail))
  }

  private static func keywords(_ words: [String]) -> [Choice] { words.map { keyword($0, "") } }
}

extension Variable {
  /// The label, where it says more than the name.
  var described: String { label == name ? "" : label }
}
