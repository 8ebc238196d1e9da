/// A word that begins a command: the one table that reading, printing, completion, help and documentation share.
package enum CommandWord: String, Hashable, Sendable, CaseIterable {
  case narrow = "where"
  case filter, drop, clear
  case by, endpoint, cause, causes, panels
  case at, landmark
  case censorAt = "censor-at"
  case knownLater = "known-later"
  case interval, covariates, firth, compare, until, unit, bands, marks
  case riskRows = "risk-rows"
  case zoom, crosshair, view, model, adjusted, unadjusted, sort, order, columns, mark, unmark, identifiers,
    spread, percents
  case pValues = "p-values"
  case pane, open, close, theme, charset, mouse
  case addEndpoint = "endpoint-add"
  case addEvent = "event-add"
  case show, figure, undo, redo, confirm, quit

  /// What the command is about.
  package enum Group: String, Hashable, Sendable, CaseIterable {
    case patients, question, plot, screen, session
  }

  package var group: Group {
    switch self {
    case .narrow, .filter, .drop, .clear: .patients
    case .by, .endpoint, .cause, .causes, .panels, .at, .landmark, .censorAt, .knownLater, .interval,
      .covariates, .firth, .compare:
      .question
    case .until, .unit, .bands, .marks, .riskRows, .zoom, .crosshair: .plot
    case .order, .columns, .mark, .unmark, .identifiers: .patients
    case .view, .model, .adjusted, .unadjusted, .sort, .spread, .percents, .pValues, .pane, .open, .close,
      .theme, .charset, .mouse:
      .screen
    case .show, .figure, .undo, .redo, .confirm, .addEndpoint, .addEvent, .quit: .session
    }
  }

  /// What follows the word; `nil` where nothing does.
  package var argument: String? {
    switch self {
    case .narrow, .drop: "CONDITION"
    case .filter: "CONDITION | VARIABLE off"
    case .by, .panels: "VARIABLE [CUTS…] | none"
    case .causes: "one | all | stacked"
    case .endpoint, .theme, .show: "NAME"
    case .cause: "NAME | all"
    case .at, .landmark, .censorAt, .until, .crosshair: "TIME | none"
    case .unit: "UNIT"
    case .knownLater: "refuse | time-dependent | override"
    case .interval: "SCALE"
    case .covariates: "TERMS | none"
    case .compare: "arms | rest"
    case .firth, .adjusted, .unadjusted, .bands, .marks, .zoom, .percents, .pValues, .pane, .mouse: "on | off"
    case .riskRows: "at-risk | events | censored"
    case .view: "curves | univariable | models | characteristics | patients | data"
    case .model: "cox | fine_gray | cause_specific | all"
    case .sort: "p | name | study"
    case .order: "file | follow-up | event | identifier | VARIABLE [down]"
    case .columns: "VARIABLES | default"
    case .mark: "IDENTIFIER | row NUMBER"
    case .unmark: "IDENTIFIER | row NUMBER | all"
    case .identifiers: "show | hide"
    case .spread: "quartiles | range"
    case .charset: "unicode | ascii"
    case .open, .close: "VARIABLE"
    case .figure: "FILE"
    case .addEndpoint: "NAME time=… status=… codes=(…)"
    case .addEvent: "NAME time=… when=…"
    case .clear, .undo, .redo, .confirm, .quit: nil
    }
  }

  /// The word and what follows it.
  package var usage: String { argument.map { "\(rawValue) \($0)" } ?? rawValue }

  /// One line of help.
  package var help: String {
    switch self {
    case .narrow: "add a filter: age >= 12 and phase in (CR2, CR3)"
    case .filter: "set the filter of one variable, or take it off"
    case .drop: "drop a filter on several variables"
    case .clear: "drop all filters"
    case .by: "divide into arms; numbers are cut at the values given, else at their median"
    case .endpoint: "choose the endpoint"
    case .cause: "choose the cause whose incidence is shown"
    case .causes: "show one cause, all beside each other, or all stacked with the event-free on top"
    case .panels: "a panel for each value of a second factor"
    case .at: "read the curves at this time"
    case .landmark: "only patients event-free and under observation then, clock restarted"
    case .censorAt: "end everybody's follow-up at this time"
    case .knownLater: "what is known only after time zero: refuse it, let it change with time, or override"
    case .interval: "scale of confidence intervals: log-log, log, plain, logit or arcsine"
    case .covariates: "what enters the regressions: age per 10, phase ref CR2"
    case .firth: "Firth's penalised ratios where a level has no event"
    case .compare: "compare characteristics between the arms, or of those selected with the rest"
    case .until: "show the plot up to this time; it changes no number"
    case .unit: "show times in days, weeks, months or years"
    case .bands: "draw confidence bands"
    case .marks: "mark censorings on the curves"
    case .riskRows: "what the table below the curves counts"
    case .zoom: "fit the y axis to the data, instead of 0–100 %"
    case .crosshair: "put the cross-hair at this time"
    case .view: "turn to a view"
    case .model: "show one of the regressions alone"
    case .adjusted: "curves standardised to all patients of the model"
    case .unadjusted: "unadjusted ratios beside the adjusted ones"
    case .sort: "order of the factors: P, name, or that of the study"
    case .order: "order of the patients; down begins with the highest"
    case .columns: "the variables shown of patients: age_years, disease_phase"
    case .mark: "mark a patient, in the list and on the curves"
    case .unmark: "take a patient's mark off, or all marks"
    case .identifiers: "show what patients are called, or hide it everywhere"
    case .spread: "what stands beside the medians of characteristics"
    case .percents: "show percentages of characteristics beside their counts"
    case .pValues: "show P values of characteristics beside their differences"
    case .pane: "show the filters beside the plot"
    case .open: "open a variable in the filters pane"
    case .close: "close a variable in the filters pane"
    case .theme: "choose a theme"
    case .charset: "choose the characters that are drawn with"
    case .mouse: "listen to the mouse"
    case .show: "show a saved view"
    case .figure: "draw what is shown for paper: into a file .pdf, .svg or .png"
    case .undo: "take back the last change of a number"
    case .redo: "take an undone change again"
    case .confirm: "confirm what was guessed of the columns"
    case .addEndpoint: "add an endpoint: DFS2 events=(relapse, death)"
    case .addEvent: "add an event to make endpoints of: gvhd time=gvhd_months when=\"grade >= 3\""
    case .quit: "leave atrisk"
    }
  }

  /// Other words for the same.
  package var aliases: [String] {
    switch self {
    case .by: ["stratify"]
    case .crosshair: ["cross-hair"]
    case .quit: ["q", "exit"]
    default: []
    }
  }

  /// The word or another word for it, in any letter case.
  package init?(_ typed: String) {
    let lowered = typed.lowercased()
    guard let word = Self.allCases.first(where: { $0.rawValue == lowered || $0.aliases.contains(lowered) })
    else { return nil }
    self = word
  }
}
