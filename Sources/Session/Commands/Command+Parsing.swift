import Analysis
package import CohortModel
import SurvivalStatistics

extension Command {
  /// Reads a command as somebody types it: a word, and what it is about.
  ///
  /// Names may be in any letter case, and labels stand for variables and endpoints, where one thing only can be meant;
  /// a choice or a theme is known by its beginning. A name in quotes is no keyword: `by "none"`.
  ///
  /// - Parameter unit: what a bare number of a time is in.
  package init(
    parsing text: String, in context: SessionContext, unit: TimeUnit?
  ) throws(CommandError) {
    let (typed, rest) = text.wordAndRest
    guard let word = CommandWord(typed) else {
      throw .unknownWord(
        typed, nearest: NearestName.of(typed, among: CommandWord.allCases.map(\.rawValue)))
    }
    if word.argument == nil {
      guard rest.isEmpty else { throw .superfluous(rest, after: word) }
    } else {
      guard !rest.isEmpty else { throw .nothingAfter(word) }
    }
    let argument = CommandArgument(word: word, text: rest, context: context, unit: unit)
    self = try Self.reading(argument)
    try check(in: context)
  }

  private static func reading(_ argument: CommandArgument) throws(CommandError) -> Command {
    switch argument.word {
    case .narrow: .narrow(try argument.condition())
    case .filter: try filtering(argument)
    case .drop: .drop(try argument.condition())
    case .clear: .clear
    case .by: .by(try argument.arms())
    case .endpoint: .endpoint(try argument.endpoint())
    case .cause: .cause(try argument.cause())
    case .causes: .causes(try argument.choice(.choice, of: CausesShown.allCases) { $0.rawValue })
    case .panels: .panels(try argument.arms())
    case .at: .at(try argument.time())
    case .landmark: .landmark(try argument.time())
    case .censorAt: .censorAt(try argument.time())
    case .knownLater: .knownLater(try argument.choice(.choice, of: KnownLater.allCases) { $0.rawValue })
    case .interval:
      .interval(try argument.choice(.scale, of: ConfidenceTransform.allCases) { $0.name })
    case .covariates: .covariates(try argument.covariates())
    case .firth: .firth(try argument.isOn())
    case .compare:
      .compare(try argument.choice(.choice, of: Question.Comparison.allCases) { $0.rawValue })
    case .until: .until(try argument.time())
    case .unit: .unit(try argument.unitOfTime())
    case .bands: .bands(try argument.isOn())
    case .marks: .marks(try argument.isOn())
    case .riskRows: .riskRows(try argument.choice(.choice, of: Display.RiskRows.allCases) { $0.rawValue })
    case .zoom: .zoom(try argument.isOn())
    case .crosshair: .crosshair(try argument.time())
    case .view: .view(try argument.choice(.view, of: Display.View.allCases) { $0.rawValue })
    case .model: .model(try argument.model())
    case .adjusted: .adjusted(try argument.isOn())
    case .unadjusted: .unadjusted(try argument.isOn())
    case .sort: .sort(try argument.choice(.choice, of: FactorOrder.allCases) { $0.rawValue })
    case .order: .order(try argument.order())
    case .columns: .columns(try argument.columns())
    case .mark: .mark(try argument.patient())
    case .unmark: .unmark(try argument.patientOrAll())
    case .identifiers: .identifiers(try argument.choice(.choice, of: [true, false]) { $0 ? "show" : "hide" })
    case .spread: .spread(try argument.choice(.choice, of: Display.Spread.allCases) { $0.rawValue })
    case .percents: .percents(try argument.isOn())
    case .pValues: .pValues(try argument.isOn())
    case .pane: .pane(try argument.isOn())
    case .open: .open(try argument.variable())
    case .close: .close(try argument.variable())
    case .theme: .theme(try argument.choice(.theme, of: argument.context.themes) { $0 })
    case .charset: .charset(try argument.choice(.choice, of: Display.Charset.allCases) { $0.rawValue })
    case .mouse: .mouse(try argument.isOn())
    case .show: .show(try argument.savedView())
    case .figure: .figure(argument.file)
    case .undo: .undo
    case .redo: .redo
    case .confirm: .confirm
    case .addEndpoint: .addEndpoint(try argument.endpointDefinition())
    case .addEvent: .addEvent(try argument.eventDefinition())
    case .quit: .quit
    }
  }

  /// `filter VARIABLE off`, or a condition on one variable.
  private static func filtering(_ argument: CommandArgument) throws(CommandError) -> Command {
    if let name = argument.textBeforeOff {
      let named = CommandArgument(
        word: argument.word, text: name, context: argument.context, unit: argument.unit)
      return .filter(try named.variable(), nil)
    }
    let condition = try argument.condition()
    guard let variable = condition.variables.first, condition.variables.count == 1 else {
      throw .notAboutOne(condition.text(in: argument.context.schema), variable: nil)
    }
    return .filter(variable, condition)
  }
}

extension String {
  // By scalars, so that no mark joins itself to a blank.

  /// The text without the blanks around it.
  var trimmed: String {
    var scalars = unicodeScalars.drop(while: \.properties.isWhitespace)
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  /// The first word and what follows it, without the blanks around.
  var wordAndRest: (word: String, rest: String) {
    let scalars = unicodeScalars.drop(while: \.properties.isWhitespace)
    let word = scalars.prefix { !$0.properties.isWhitespace }
    return (String(word), String(scalars[word.endIndex...]).trimmed)
  }
}
