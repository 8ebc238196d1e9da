import Session
package import TerminalGrid

/// What the keys do: the one list behind dispatcher, footer, help and palette.
package enum KeyTable {
  package struct Binding: Sendable {
    package enum Place: Sendable, Equatable {
      case anywhere
      /// Every view of numbers.
      case numbers
      case filters, plot
      /// Univariable, Models and Characteristics, then one of them alone.
      case factors, univariable, models
      /// Univariable and Models, which have ratios.
      case ratios
      case patients, crosshair, data, characteristics
    }

    /// The headings of the help.
    package enum Group: String, Sendable {
      case movement = "Moving about"
      case cohort = "Who is in"
      case question = "What is asked"
      case display = "What is shown"
      case program = "The program"
    }

    package var keys: [Key]
    package var gesture: Gesture
    /// A word for the footer.
    package var label: String
    /// A phrase for help and palette.
    package var help: String
    package var place = Place.anywhere
    /// Its rank in the footer, the lowest first; `nil` keeps it out.
    package var footer: Int?
    package var group = Group.program

    package func applies(in state: DashboardState) -> Bool {
      switch place {
      case .anywhere: true
      case .filters: state.display.view == .curves && state.focus == .filters && !state.display.hidesFilters
      case .plot: state.display.view == .curves
      case .factors: state.isAmongFactors
      case .univariable: state.display.view == .univariable
      case .ratios: [.univariable, .models].contains(state.display.view)
      case .models: state.display.view == .models
      case .patients: state.display.view == .patients
      case .crosshair:
        state.display.view == .curves && state.focus == .plot && state.display.crosshair != nil
      case .characteristics: state.display.view == .characteristics
      case .numbers: state.display.view != .data
      case .data: state.display.view == .data
      }
    }
  }

  /// The first binding of the key that applies where the user is.
  package static func binding(for key: Key, in state: DashboardState) -> Binding? {
    all.first { $0.keys.contains(key) && $0.applies(in: state) }
  }

  package static let all: [Binding] =
    grouped(models, .question) + grouped(movement, .movement) + grouped(cohort, .cohort)
    + grouped(patients, .cohort)
    + grouped(question, .question)
    + grouped(display, .display) + grouped(program, .program)

  private static func grouped(_ bindings: [Binding], _ group: Binding.Group) -> [Binding] {
    bindings.map { binding in
      var binding = binding
      binding.group = group
      return binding
    }
  }

  private static func bind(
    _ keys: [Key], _ gesture: Gesture, _ label: String, _ help: String, _ place: Binding.Place = .anywhere,
    footer: Int? = nil
  ) -> Binding {
    Binding(keys: keys, gesture: gesture, label: label, help: help, place: place, footer: footer)
  }

  private static func bind(
    _ key: Character, _ gesture: Gesture, _ label: String, _ help: String, _ place: Binding.Place = .anywhere,
    footer: Int? = nil
  ) -> Binding {
    bind([.character(key)], gesture, label, help, place, footer: footer)
  }

  /// Before the others: what a key means in the Models view alone.
  private static let models: [Binding] = [
    bind(
      "G", .drawAdjusted, "curves of the model",
      "Curves of the variable standardised to all patients of the model",
      .models, footer: 9)
  ]

  private static let movement: [Binding] = [
    bind([.up, .character("k")], .up, "up", "Go up"),
    bind([.down, .character("j")], .down, "down", "Go down"),
    bind([.left, .character("h")], .left, "left", "Go left; close a variable"),
    bind([.right, .character("l")], .right, "right", "Go right; open a variable"),
    bind([.pageUp], .pageUp, "page up", "Go a page up"),
    bind([.pageDown], .pageDown, "page down", "Go a page down"),
    bind([.home, .character("g")], .top, "top", "Go to the top"),
    bind([.end, .character("G")], .bottom, "bottom", "Go to the bottom"),
    bind([.tab], .nextPane, "filters", "Go to the filters, or back to the plot", .plot, footer: 1),
    bind([.backTab], .previousPane, "pane", "Go back to the other pane", .plot),
    bind([.tab], .nextPane, "sections", "Go to the next section of the data", .data, footer: 0),
    bind([.backTab], .previousPane, "sections", "Go to the previous section of the data", .data),
    bind(
      [.enter], .open, "open", "Curves of the endpoint or column; all lines of a finding", .data, footer: 1),
    bind(
      "o", .nextColumnOrder, "sort", "Sort the columns by what is missing, by name, as in the file", .data,
      footer: 2),
    bind("1", .command(.view(.curves)), "curves", "Show the curves"),
    bind("2", .command(.view(.univariable)), "univariable", "Show one factor at a time"),
    bind("3", .command(.view(.models)), "models", "Show the regressions on several factors together"),
    bind("4", .command(.view(.characteristics)), "characteristics", "Show who the patients are, by arm"),
    bind(
      "6", .command(.view(.data)), "data",
      "Show what was understood of the data: endpoints, columns, findings"),
  ]

  private static let cohort: [Binding] = [
    bind(
      [.character(" ")], .toggle, "toggle", "Tick or untick a value; open or close a variable", .filters,
      footer: 0),
    bind(
      [.enter], .open, "open/only", "Open or close a variable; take only this value", .filters, footer: 10),
    bind("a", .toggleAll, "all/none", "Tick all values of the variable, or none", .filters, footer: 11),
    bind("i", .invert, "invert", "Take the other values", .filters, footer: 12),
    bind("[", .moveBound(.lower, by: -1), "lower −", "Move the lower bound down", .filters),
    bind("]", .moveBound(.lower, by: 1), "lower +", "Move the lower bound up", .filters),
    bind("{", .moveBound(.upper, by: -1), "upper −", "Move the upper bound down", .filters),
    bind("}", .moveBound(.upper, by: 1), "upper +", "Move the upper bound up", .filters),
    bind("=", .typeBound, "bounds", "Type the bounds of a number", .filters),
    bind([.backspace, .delete], .clearFilter, "clear", "Drop the filter under the cursor", .filters),
    bind("C", .command(.clear), "clear all", "Drop all filters", .numbers),
    bind("u", .command(.undo), "undo", "Undo the last change of cohort or question", footer: 6),
    bind([.control("r")], .command(.redo), "redo", "Take an undone change again"),
  ]

  private static let question: [Binding] = [
    bind(
      [.character(" ")], .toggle, "in model", "Take the factor into the models, or out of them", .factors,
      footer: 0),
    bind(
      [.enter], .open, "only/curves", "Take only this value; show the curves of a variable", .characteristics,
      footer: 1),
    bind(
      [.enter], .open, "curves", "Show the curves of the factor; Esc or q comes back", .factors, footer: 1),
    bind(
      "o", .nextFactorOrder, "sort", "Sort the factors by P, by name, as in the study", .univariable,
      footer: 2),
    bind(
      "F", .toggleFirth, "Firth", "Firth's penalised ratios where a level has no event, or no such ratios",
      .ratios,
      footer: 5),
    bind(
      "r", .chooseReference, "reference", "Choose the level that the others are compared with", .models,
      footer: 2),
    bind(
      "c", .chooseCoding, "coding", "Choose how a number enters: per unit, per 10, cut, logarithm", .models,
      footer: 2),
    bind(
      "i", .chooseInteraction, "interaction", "Choose the term that this one interacts with", .models,
      footer: 12),
    bind(
      "S", .toggleStratum, "stratum", "Give each level a baseline hazard of its own, or a ratio", .models,
      footer: 11),
    bind("f", .nextModel, "model", "Show one of the regressions alone, or all", .models, footer: 10),
    bind(
      "U", .toggleUnadjusted, "unadjusted",
      "Unadjusted ratios beside the adjusted ones, or where there is room",
      .models, footer: 10),
    bind(
      "A", .toggleAdjusted, "adjusted", "Curves standardised by the covariates of the models, or as observed",
      .plot),
    bind("E", .buildEndpoint, "new endpoint", "Build an endpoint of columns or events", footer: 16),
    bind(
      "S", .saveEndpoints, "save", "Write the endpoints that were built into the study file", .data, footer: 3
    ),
    bind("s", .chooseArms, "arms", "Divide the patients by a variable, a curve each", .plot, footer: 2),
    bind(
      "b", .cycleCauses, "causes",
      "One cause; all beside each other; all stacked, a composite by what came first",
      .plot, footer: 12),
    bind("D", .choosePanels, "panels", "Divide by a second factor, a panel each", .plot),
    bind("s", .chooseArms, "arms", "Compare the patients by a variable", .characteristics, footer: 2),
    bind(
      "v", .toggleComparison, "rest", "Compare those selected with the rest, or the arms again",
      .characteristics, footer: 3),
    bind("e", .chooseEndpoint, "endpoint", "Choose the endpoint", .numbers, footer: 3),
    bind("t", .enterTime, "time", "Set the time at which estimates are read", .numbers, footer: 4),
    bind(
      "L", .enterLandmark, "landmark", "Only those event-free and observed at a time, the clock restarted",
      .numbers, footer: 7),
    bind(
      "M", .toggleTimeDependent, "Mantel–Byar",
      "Arms known only later: patients change curves when it begins (Simon–Makuch), or not", .plot),
    bind(
      "!", .toggleOverride, "override",
      "Curves by what is known only later all the same, under a banner, or not", .plot),
    bind(".", .nextSavedView, "next view", "Show the study's next saved view", .numbers),
    bind(",", .previousSavedView, "last view", "Show the study's previous saved view", .numbers),
  ]

  private static let display: [Binding] = [
    bind("c", .toggleIntervals, "CI", "Show or hide confidence bands", .plot, footer: 5),
    bind(
      "r", .cycleRiskRows, "risk rows", "Number at risk; with events; with events and censored", .plot,
      footer: 13),
    bind("x", .toggleCrosshair, "cross-hair", "Read the curves at any time; arrows move", .plot, footer: 14),
    bind("+", .toggleCensorings, "censor marks", "Show or hide censor marks", .plot),
    bind("Z", .zoomAxis, "zoom axis", "Fit the y axis to the curves, or show 0–100 %", .plot),
    bind(
      "z", .zoomPane, "zoom", "Give the plot the whole width, or show the filters again", .plot, footer: 15),
    bind("r", .toggleSpread, "range", "Quartiles or range beside medians", .characteristics, footer: 5),
    bind("%", .togglePercents, "n/%", "Show or hide percentages", .characteristics, footer: 12),
    bind("p", .togglePValues, "P", "Show or hide P values", .characteristics, footer: 13),
    bind("T", .chooseTheme, "theme", "Choose a theme"),
    bind(
      "K", .command(.confirm), "confirm",
      "Confirm what was guessed of the columns, and keep it in a study file"),
  ]

  private static let program: [Binding] = [
    bind("/", .find, "find", "Find a variable or a value", footer: 9),
    bind("n", .findNext, "next", "Find the next"),
    bind("N", .findPrevious, "previous", "Find the previous"),
    bind(":", .palette, "command", "Type or choose a command", footer: 8),
    bind("m", .toggleMouse, "mouse", "Mouse on or off; off lets the terminal select text"),
    bind([.control("l")], .redraw, "redraw", "Draw the whole screen again"),
    bind([.control("z")], .suspend, "suspend", "Stop and go back to the shell; fg goes on"),
    bind(
      [.character("?"), .function(1)], .help, "help", "List the keys; Enter does what is chosen", footer: 90),
    bind([.escape], .back, "back", "Leave the cross-hair or the data view; never the program"),
    bind("q", .leave, "quit", "Back, then quit", footer: 91),
  ]
}
