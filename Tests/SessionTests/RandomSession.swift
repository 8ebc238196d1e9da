import Analysis
import CohortModel
import Session
import SurvivalStatistics

/// Schemas whose names are as odd as names get, and commands on them.
struct RandomSession {
  var generator: SeededGenerator
  var context: SessionContext

  /// Keywords, numbers, blanks, quotes, what commands a terminal, and names that are the beginning of others.
  static let names = [
    "age", "x", "\"x\"", "x 5", "x 5 10", "CD 34", "none", "off", "all", "not", "in", "and", "missing", "is",
    "contains",
    "5",
    "-3.5", "log", "age log", "per", "x per 5", "ref",
    "", " ", " lead", "trail ", "it's", "say \"x\"", "“curly”", "`tick`", "(", ")", ",", "=",
    "4 <= x",
    "\u{1B}[31m", "line\nbreak", "carriage\r\nreturn", "a\u{202E}b", "tab\there", "\u{0}", "\\u{41}", "\\u{",
    "é",
    "\u{345}mark", "\u{301}", "👩‍⚕️", "#hash", "Grüße", "AGE", "None", "24 months", "2024-01-01", "x off", "on",
  ]

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    context = SessionContext(schema: CohortSchema(patientCount: 0, variables: [], endpoints: []))
    // Every other schema has little but names that are the beginnings of others.
    let names = some(8, of: seed.isMultiple(of: 2) ? Self.names : Array(Self.names.prefix(10)))
    let variables = names.map { name in variable(name) }
    let endpoints = some(3, of: Self.names).map { name in endpoint(name) }
    context.schema = CohortSchema(patientCount: 10, variables: variables, endpoints: endpoints)
    context.themes = some(3, of: Self.names)
    context.defaultUnit = Bool.random(using: &generator) ? nil : .months
    context.views = some(2, of: Self.names).map { name in
      NamedView(
        name: name,
        commands: [
          .endpoint(endpoints[0].name), .at(time()), .narrow(condition(depth: 1)), .bands(true),
        ])
    }
  }

  // MARK: Parts

  mutating func one<Value>(of values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &generator)]
  }

  mutating func some(_ count: Int, of names: [String]) -> [String] {
    Array(names.shuffled(using: &generator).prefix(count))
  }

  private mutating func variable(_ name: String) -> Variable {
    let label = one(of: Self.names)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0, 1:
      let levels = some(Int.random(in: 1...9, using: &generator), of: Self.names)
      return Variable(
        name: name, label: label, kind: Bool.random(using: &generator) ? .ordered : .categorical,
        domain: .levels(levels))
    case 2, 3:
      var variable = Variable(name: name, label: label, kind: .number, domain: .numbers(decimals: 1))
      variable.distribution = NumberDistribution(extremes: 0...20, isWhole: false, medianCut: 7.5)
      return variable
    case 4: return Variable(name: name, label: label, kind: .date, domain: .numbers(decimals: 0))
    default: return Variable(name: name, label: label, kind: .text, domain: .text)
    }
  }

  private mutating func endpoint(_ name: String) -> Endpoint {
    var endpoint = Endpoint(
      name: name, label: one(of: Self.names),
      kind: Bool.random(using: &generator) ? .competingRisks : .survival,
      causes: some(2, of: Self.names),
      scale: TimeScale(unit: one(of: [.days, .months, .years, nil])))
    endpoint.lastTick = Int64.random(in: 0...2000, using: &generator)
    return endpoint
  }

  mutating func time() -> TimePoint {
    let value = one(of: [1, 24, 0.5, 36.25, 1e-7, 1e300, Double.random(in: 0.1...90, using: &generator)])
    return TimePoint(value, one(of: [.days, .weeks, .months, .years, nil]))
  }

  private mutating func number(of variable: Variable) -> Double {
    variable.kind == .date
      ? Double(Int.random(in: -4000...20_000, using: &generator))
      : one(of: [0, -3, 5, 10, 12.25, 1e20, Double.random(in: -9...9, using: &generator)])
  }

  mutating func range(of variable: Variable) -> FilterExpression {
    let (a, b) = (number(of: variable), number(of: variable))
    let isOpen = Int.random(in: 0..<4, using: &generator)
    let range = NumericRange(
      lower: isOpen == 0 ? -.infinity : min(a, b), upper: isOpen == 1 ? .infinity : max(a, b),
      includesLower: Bool.random(using: &generator), includesUpper: Bool.random(using: &generator))
    return .range(variable.name, range)
  }

  mutating func condition(on variable: Variable) -> FilterExpression {
    let name = variable.name
    switch (Int.random(in: 0..<5, using: &generator), variable.domain) {
    case (0, _): return .missing(name)
    case (1, _): return .not(.missing(name))
    case (2, .levels), (2, .text): return .contains(name, one(of: Self.names))
    case (3, .numbers): return .any([range(of: variable), .missing(name)])
    case (_, .numbers): return range(of: variable)
    case (_, .levels(let levels)):
      let count = Int.random(in: 0...levels.count, using: &generator)
      return .oneOf(name, Set(some(count, of: levels)))
    case (_, .text): return .oneOf(name, Set(some(2, of: Self.names)))
    }
  }

  mutating func condition(depth: Int) -> FilterExpression {
    guard depth > 0, Bool.random(using: &generator) else {
      return condition(on: one(of: context.schema.variables))
    }
    if Int.random(in: 0..<3, using: &generator) == 0 { return .not(condition(depth: depth - 1)) }
    var parts: [FilterExpression] = []
    for _ in 0..<Int.random(in: 0...3, using: &generator) { parts.append(condition(depth: depth - 1)) }
    return Bool.random(using: &generator) ? .all(parts) : .any(parts)
  }

  private mutating func arms() -> Arms? {
    let variable = one(of: context.schema.variables)
    switch variable.domain {
    case .numbers:
      let cuts = Set([5, 10, number(of: variable), number(of: variable)])
      return .cuts(of: variable.name, at: cuts.sorted())
    case .levels(let levels): return levels.count <= Arms.most ? .levels(of: variable.name) : nil
    case .text: return nil
    }
  }

  /// Terms of distinct variables, each coded in one of the ways that fit it.
  private mutating func terms() -> [CovariateTerm] {
    var terms: [CovariateTerm] = []
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let variable = one(of: context.schema.variables)
      guard let plain = try? CovariateTerm(variable), !terms.contains(where: { $0.variable == variable.name })
      else { continue }
      var term = plain
      if variable.isNumeric {
        let cuts = Set([5, number(of: variable)]).sorted()
        term.coding = one(of: [.per(1), .per(10), .per(0.25), .logarithm, .cuts(cuts)])
      } else {
        term.coding = one(of: [
          .levels(reference: nil), .levels(reference: one(of: variable.levels)), .strata,
        ])
      }
      terms.append(term)
    }
    let mains = terms.filter(\.isMain)
    if mains.count > 1, Bool.random(using: &generator) {
      terms.append(CovariateTerm(variable: mains[1].variable, coding: .interaction(with: mains[0].variable)))
    }
    return terms
  }

  private mutating func nonEmpty() -> String { one(of: Self.names.filter { !$0.isEmpty }) }

  /// An endpoint of two events and what competes with them, of columns or of the study's events.
  private mutating func definition(_ isOfColumns: Bool) -> EndpointDefinition {
    let names = some(8, of: Self.names.filter { !$0.isEmpty })
    let label = Bool.random(using: &generator) ? one(of: Self.names) : nil
    guard isOfColumns else {
      return EndpointDefinition(
        name: names[0], label: label, events: [names[1], names[2]], competing: [names[3]],
        censoring: Bool.random(using: &generator) ? [names[4]] : [],
        followUp: Bool.random(using: &generator) ? names[5] : nil)
    }
    let values = some(5, of: Self.names)
    let codes: [EndpointDefinition.Code] = [
      .init(values[0], .censored), .init(values[1], .event(names[1])), .init(values[2], .event(names[1])),
      .init(values[3], .event(names[2])), .init(values[4], .unknown),
    ]
    return EndpointDefinition(
      name: names[0], label: label,
      source: .columns(
        time: names[3], from: Bool.random(using: &generator) ? names[4] : nil, status: names[5], codes: codes),
      events: [names[1]], competing: [names[2]])
  }

  // MARK: Commands

  mutating func command() -> Command {
    let (schema, isOn) = (context.schema, Bool.random(using: &generator))
    let variable = one(of: schema.variables)
    let moment = Int.random(in: 0..<4, using: &generator) == 0 ? nil : time()
    let causes = schema.endpoints.filter { $0.kind == .competingRisks }.flatMap(\.causes)
    switch Int.random(in: 0..<58, using: &generator) {
    case 0, 1: return .narrow(condition(depth: 2))
    case 2: return .filter(variable.name, isOn ? condition(on: variable) : nil)
    case 3, 4, 5: return variable.isNumeric ? .filter(variable.name, range(of: variable)) : .by(arms())
    case 6: return .drop(condition(depth: 2))
    case 7: return .clear
    case 8: return .by(arms())
    case 9, 10: return .endpoint(one(of: schema.endpoints).name)
    case 11: return .cause(causes.isEmpty || isOn ? nil : one(of: causes))
    case 12: return .at(moment)
    case 13: return .landmark(moment)
    case 14: return .censorAt(moment)
    case 15: return .interval(one(of: ConfidenceTransform.allCases))
    case 16: return .until(moment)
    case 17: return .unit(one(of: TimeUnit.allCases))
    case 18: return .bands(isOn)
    case 19: return .marks(isOn)
    case 20: return .riskRows(one(of: Display.RiskRows.allCases))
    case 21: return .zoom(isOn)
    case 22: return .pane(isOn)
    case 23: return .crosshair(moment)
    case 24: return .theme(one(of: context.themes))
    case 25: return .charset(one(of: Display.Charset.allCases))
    case 26: return .mouse(isOn)
    case 27: return .view(one(of: Display.View.allCases))
    case 28: return .show(one(of: context.views).name)
    case 29: return isOn ? .open(variable.name) : .close(variable.name)
    case 30, 31: return .undo
    case 32: return .redo
    case 38:
      let keys: [PatientOrder.Key] = [.file, .followUp, .event, .identifier, .variable(variable.name)]
      return .order(PatientOrder(one(of: keys), isDescending: isOn))
    case 39: return .columns(isOn ? nil : [variable.name])
    case 40:
      return .mark(isOn ? .row(Int.random(in: 0...99, using: &generator)) : .identifier(one(of: Self.names)))
    case 41: return .unmark(isOn ? nil : .identifier(one(of: Self.names)))
    case 42: return .identifiers(isOn)
    case 35: return .sort(one(of: FactorOrder.allCases))
    case 36: return .causes(one(of: CausesShown.allCases))
    case 37: return .firth(isOn)
    case 44: return .panels(arms())
    case 48, 49: return .compare(one(of: Question.Comparison.allCases))
    case 50: return .spread(one(of: Display.Spread.allCases))
    case 51: return .percents(isOn)
    case 52: return .pValues(isOn)
    case 53: return .unadjusted(isOn)
    case 54: return .adjusted(isOn)
    case 55: return .model(isOn ? nil : one(of: RegressionKind.allCases))
    case 33, 34: return .covariates(terms())
    case 45: return .figure(one(of: Self.names))
    case 46: return .addEndpoint(definition(isOn))
    case 47:
      return .addEvent(
        EventDefinition(
          name: nonEmpty(), label: isOn ? one(of: Self.names) : nil, time: one(of: Self.names),
          when: moment == nil ? nil : one(of: Self.names)))
    default: return isOn ? .confirm : .quit
    }
  }
}
