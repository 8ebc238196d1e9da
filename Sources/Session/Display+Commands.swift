import CohortModel

extension Display {
  /// Does what the command asks, where it changes how something is shown.
  ///
  /// - Parameter isUnitKnown: whether the times of the endpoint have a unit, so that another can be shown.
  mutating func change(_ command: Command, isUnitKnown: Bool) throws(CommandError) {
    switch command {
    case .until(let time): until = time
    case .unit(let unit):
      guard isUnitKnown else { throw .noUnit }
      self.unit = unit
    case .bands(let isOn): showsIntervals = isOn
    case .marks(let isOn): showsCensorings = isOn
    case .riskRows(let rows): riskRows = rows
    case .zoom(let isOn): zoomsAxis = isOn
    case .pane(let isOn): hidesFilters = !isOn
    case .crosshair(let time): crosshair = time
    case .theme(let name): theme = name
    case .charset(let charset): self.charset = charset
    case .mouse(let isOn): usesMouse = isOn
    case .view(let view): self.view = view
    case .model(let kind): model = kind
    case .adjusted(let isOn): showsAdjusted = isOn
    case .unadjusted(let isOn): showsUnadjusted = isOn
    case .sort(let order): factorOrder = order
    case .order(let order): patientOrder = order
    case .columns(let names): patientColumns = names
    case .mark(let patient): markedPatients.insert(patient)
    case .unmark(let patient?): markedPatients.remove(patient)
    case .unmark(nil): markedPatients = []
    case .identifiers(let areShown): hidesIdentifiers = !areShown
    case .spread(let spread): self.spread = spread
    case .percents(let isOn): showsPercents = isOn
    case .pValues(let isOn): showsPValues = isOn
    case .open(let variable): openVariables.insert(variable)
    case .close(let variable): openVariables.remove(variable)
    case .confirm: isConfirmed = true
    case .narrow, .filter, .drop, .clear, .by, .endpoint, .cause, .causes, .panels, .at, .landmark, .censorAt,
      .knownLater, .interval, .covariates, .firth, .compare, .show, .figure, .undo, .redo, .addEndpoint,
      .addEvent,
      .quit:
      break
    }
  }
}
