package import Analysis
package import CohortModel
package import SurvivalStatistics

/// One thing that somebody asks of a session, absolute: nothing in it depends on a cursor, a width or an answer that
/// has not come.
///
/// Keys, typed words, logs and saved views are all commands. Each is one line of text (``text(in:)``) and is read
/// from it.
package enum Command: Hashable, Sendable {
  /// Adds a condition to those in force.
  case narrow(FilterExpression)
  /// Makes the variable's own filter exactly this; `nil` for none.
  case filter(String, FilterExpression?)
  /// Drops a condition on several variables.
  case drop(FilterExpression)
  /// Drops all filters.
  case clear
  case by(Arms?)
  case endpoint(String)
  /// `nil` for all causes beside each other.
  case cause(String?)
  /// Which causes are shown: one, all beside each other, or stacked.
  case causes(CausesShown)
  /// The second factor, a panel for each of its values.
  case panels(Arms?)
  case at(TimePoint?)
  case landmark(TimePoint?)
  case censorAt(TimePoint?)
  /// What is done about arms and filters that are known only later.
  case knownLater(KnownLater)
  case interval(ConfidenceTransform)
  /// What enters the regressions, in its order.
  case covariates([CovariateTerm])
  /// Whether ratios without a finite estimate are estimated by Firth's penalised likelihood.
  case firth(Bool)
  /// What the patients' characteristics are compared between.
  case compare(Question.Comparison)
  case until(TimePoint?)
  case unit(TimeUnit)
  /// Whether confidence bands are drawn.
  case bands(Bool)
  /// Whether censorings are marked.
  case marks(Bool)
  case riskRows(Display.RiskRows)
  /// Whether the y axis covers the data only.
  case zoom(Bool)
  /// Whether the filters stand beside the plot.
  case pane(Bool)
  case crosshair(TimePoint?)
  case theme(String)
  case charset(Display.Charset)
  case mouse(Bool)
  case view(Display.View)
  /// The regression that is shown alone where there are several; `nil` for all.
  case model(RegressionKind?)
  /// Whether curves standardised by the covariates stand above those observed.
  case adjusted(Bool)
  /// Whether unadjusted ratios always stand beside the adjusted ones.
  case unadjusted(Bool)
  /// The order of factors, one of which is looked at at a time.
  case sort(FactorOrder)
  /// The order of single patients.
  case order(PatientOrder)
  /// The variables shown of patients; `nil` for the first that there is room for.
  case columns([String]?)
  case mark(PatientName)
  /// `nil` for all that are marked.
  case unmark(PatientName?)
  /// Whether it is shown what patients are called.
  case identifiers(Bool)
  /// What stands beside the medians of characteristics.
  case spread(Display.Spread)
  /// Whether counts of characteristics have percentages.
  case percents(Bool)
  /// Whether characteristics have P values.
  case pValues(Bool)
  /// Shows a saved view, in one step of history.
  case show(String)
  /// Draws what is shown into a file, which must not be there yet.
  case figure(String)
  /// Opens a variable in the filters pane.
  case open(String)
  case close(String)
  case undo
  case redo
  /// Says that the columns mean what was guessed.
  case confirm
  /// Adds an endpoint to the study; what is asked stays as it is.
  case addEndpoint(EndpointDefinition)
  /// Adds an event to the study, of which endpoints can be made.
  case addEvent(EventDefinition)
  case quit
}
