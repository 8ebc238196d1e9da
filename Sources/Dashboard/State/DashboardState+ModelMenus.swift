import Analysis
import CohortModel
import Report
import Session

/// How the variable under the cursor of the Models view enters the regressions.
extension DashboardState {
  mutating func changeModel(_ gesture: Gesture) -> Effect? {
    switch gesture {
    case .nextModel: return run(.model(nextModel))
    case .toggleUnadjusted: return run(.unadjusted(!display.showsUnadjusted))
    default: break
    }
    guard let variable = currentCovariate else { return nil }
    switch gesture {
    case .chooseReference:
      offer(referenceMenu(variable), else: "\(variable.label) has no levels to choose from")
    case .chooseCoding:
      offer(codingMenu(variable), else: "\(variable.label) enters by its levels; r chooses among them")
    case .chooseInteraction:
      offer(
        interactionMenu(variable), else: "\(variable.label) and another variable must be in the model first")
    case .toggleStratum: return toggleStratum(variable)
    case .drawAdjusted:
      let effect = openFactor()
      return message == nil ? run(.adjusted(true)) ?? effect : effect
    default: break
    }
    return nil
  }

  private mutating func offer(_ menu: Menu?, else why: String) {
    if let menu { overlay = .menu(menu) } else { message = .note(why) }
  }

  /// The next of the regressions that fit the endpoint, after the last all of them.
  private var nextModel: RegressionKind? {
    let kinds = schema.endpoint(question.endpoint)?.fittingModels ?? []
    guard kinds.count > 1 else { return nil }
    guard let now = display.model.flatMap(kinds.firstIndex) else { return kinds[0] }
    return now + 1 < kinds.count ? kinds[now + 1] : nil
  }

  /// The terms with this one in the place of what the variable was, else before the interactions.
  private func terms(with term: CovariateTerm) -> [CovariateTerm] {
    var terms = question.covariates
    if let place = terms.firstIndex(where: { $0.partner == nil && $0.variable == term.variable }) {
      terms[place] = term
    } else {
      terms.insert(term, at: terms.count { $0.partner == nil })
    }
    return terms
  }

  private func present(_ variable: Variable) -> CovariateTerm.Coding? {
    question.covariates.first { $0.partner == nil && $0.variable == variable.name }?.coding
  }

  private func referenceMenu(_ variable: Variable) -> Menu? {
    guard !variable.levels.isEmpty else { return nil }
    let items = variable.levels.map { level in
      let term = CovariateTerm(variable: variable.name, coding: .levels(reference: level))
      return Menu.Item(level, .command(.covariates(terms(with: term))))
    }
    var reference = variable.reference
    if case .levels(let asked?)? = present(variable) { reference = asked }
    return Menu(
      title: "\(variable.label): compare with", items: items,
      cursor: variable.levels.firstIndex { $0 == reference } ?? 0)
  }

  private func codingMenu(_ variable: Variable) -> Menu? {
    guard variable.isNumeric, variable.kind != .date else { return nil }
    var codings: [(String, CovariateTerm.Coding)] = [
      ("per unit", .per(1)), ("per 10", .per(10)), ("per 100", .per(100)),
    ]
    if let median = variable.distribution?.medianCut {
      codings.append(("cut at the median, \(variable.text(median))", .cuts([median])))
    }
    if !variable.cuts.isEmpty {
      codings.append(
        ("cut at \(variable.cuts.map(variable.text).joined(separator: ", "))", .cuts(variable.cuts)))
    }
    if (variable.distribution?.extremes.lowerBound ?? 0) > 0 { codings.append(("logarithm", .logarithm)) }
    var items = codings.map { label, coding in
      Menu.Item(
        label, .command(.covariates(terms(with: CovariateTerm(variable: variable.name, coding: coding)))))
    }
    // What is typed begins with the terms that there are.
    let others = question.covariates.filter { $0.partner == nil && $0.variable != variable.name }
    let typed = (others.map { $0.text(in: schema) } + ["\(variable.name.asWord) cut "]).joined(
      separator: ", ")
    items.append(Menu.Item("cut at …", .word("covariates \(typed)")))
    let now = present(variable)
    return Menu(
      title: "\(variable.label): how it enters", items: items, cursor: codings.firstIndex { $0.1 == now } ?? 0
    )
  }

  private func interactionMenu(_ variable: Variable) -> Menu? {
    let mains = question.covariates.filter(\.isMain).map(\.variable)
    let others = mains.filter { $0 != variable.name }
    guard mains.contains(variable.name), !others.isEmpty else { return nil }
    let items = others.compactMap(schema.variable).map { other in
      var terms = question.covariates
      let known = terms.firstIndex {
        $0.partner != nil && Set([$0.variable, $0.partner]) == [variable.name, other.name]
      }
      if let known {
        terms.remove(at: known)
      } else {
        terms.append(CovariateTerm(variable: variable.name, coding: .interaction(with: other.name)))
      }
      return Menu.Item(
        other.label, detail: known == nil ? "" : "takes the interaction out", .command(.covariates(terms)))
    }
    return Menu(title: "\(variable.label) interacts with", items: items)
  }

  private mutating func toggleStratum(_ variable: Variable) -> Effect? {
    guard !variable.levels.isEmpty else {
      message = .note("\(variable.label) has no levels: only they make strata")
      return nil
    }
    let isStratum = present(variable) == .strata
    let term = CovariateTerm(
      variable: variable.name, coding: isStratum ? .levels(reference: nil) : .strata)
    // A stratum has no columns to interact.
    let kept = terms(with: term).filter {
      $0.partner == nil || ![$0.variable, $0.partner].contains(variable.name)
    }
    return run(.covariates(kept))
  }
}
