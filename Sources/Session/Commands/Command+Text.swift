import Analysis
import CohortModel
import SurvivalStatistics

extension Command {
  /// The word that begins the command.
  package var word: CommandWord {
    switch self {
    case .narrow: .narrow
    case .filter: .filter
    case .drop: .drop
    case .clear: .clear
    case .by: .by
    case .endpoint: .endpoint
    case .cause: .cause
    case .causes: .causes
    case .panels: .panels
    case .at: .at
    case .landmark: .landmark
    case .censorAt: .censorAt
    case .knownLater: .knownLater
    case .interval: .interval
    case .covariates: .covariates
    case .firth: .firth
    case .compare: .compare
    case .until: .until
    case .unit: .unit
    case .bands: .bands
    case .marks: .marks
    case .riskRows: .riskRows
    case .zoom: .zoom
    case .pane: .pane
    case .crosshair: .crosshair
    case .theme: .theme
    case .charset: .charset
    case .mouse: .mouse
    case .view: .view
    case .model: .model
    case .adjusted: .adjusted
    case .unadjusted: .unadjusted
    case .sort: .sort
    case .order: .order
    case .columns: .columns
    case .mark: .mark
    case .unmark: .unmark
    case .identifiers: .identifiers
    case .spread: .spread
    case .percents: .percents
    case .pValues: .pValues
    case .show: .show
    case .open: .open
    case .close: .close
    case .figure: .figure
    case .undo: .undo
    case .redo: .redo
    case .confirm: .confirm
    case .addEndpoint: .addEndpoint
    case .addEvent: .addEvent
    case .quit: .quit
    }
  }

  /// The command as somebody could have typed it: one line without control characters, whatever the names are, from
  /// which the same command is read.
  package func text(in context: SessionContext) -> String {
    let argument = argument(in: context.schema)
    return argument.isEmpty ? word.rawValue : "\(word.rawValue) \(argument)"
  }

  /// The names between commas; a variable that is called as the keyword is stands in quotes.
  private static func columns(_ names: [String]?) -> String {
    guard let names else { return "default" }
    let words = names.map(\.asWord).joined(separator: ", ")
    return words.lowercased() == "default" ? "\"\(words)\"" : words
  }

  func argument(in schema: CohortSchema) -> String {
    switch self {
    case .narrow(let condition), .drop(let condition), .filter(_, let condition?): condition.text(in: schema)
    case .filter(let variable, nil): "\(variable.asWord) off"
    case .by(let arms), .panels(let arms): arms?.text(in: schema) ?? "none"
    case .endpoint(let name), .theme(let name), .show(let name), .open(let name), .close(let name):
      name.asWord
    case .figure(let path): path.asWord
    case .cause(let name): name?.asWord ?? "all"
    case .causes(let shown): shown.rawValue
    case .at(let time), .landmark(let time), .censorAt(let time), .until(let time), .crosshair(let time):
      time?.text ?? "none"
    case .knownLater(let choice): choice.rawValue
    case .interval(let transform): transform.name
    case .covariates(let terms):
      terms.isEmpty ? "none" : terms.map { $0.text(in: schema) }.joined(separator: ", ")
    case .unit(let unit): unit.rawValue
    case .compare(let comparison): comparison.rawValue
    case .spread(let spread): spread.rawValue
    case .firth(let isOn), .adjusted(let isOn), .unadjusted(let isOn), .bands(let isOn), .marks(let isOn),
      .zoom(let isOn), .percents(let isOn),
      .pValues(let isOn), .pane(let isOn), .mouse(let isOn):
      isOn ? "on" : "off"
    case .riskRows(let rows): rows.rawValue
    case .charset(let charset): charset.rawValue
    case .view(let view): view.rawValue
    case .model(let kind): kind?.rawValue ?? "all"
    case .sort(let order): order.rawValue
    case .order(let order): order.text
    case .columns(let names): Self.columns(names)
    case .mark(let patient): patient.text
    case .unmark(let patient): patient?.text ?? "all"
    case .identifiers(let areShown): areShown ? "show" : "hide"
    case .addEndpoint(let definition): definition.text
    case .addEvent(let definition): definition.text
    case .clear, .undo, .redo, .confirm, .quit: ""
    }
  }
}
