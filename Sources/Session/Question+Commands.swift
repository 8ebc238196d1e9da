import Analysis
import CohortModel
import Foundation

extension Question {
  /// What a session begins with.
  init(first context: SessionContext) {
    let endpoint = context.schema.endpoints.first
    self.init(endpoint: endpoint?.name ?? "")
    at = context.defaultAt ?? endpoint?.suggestedTime(in: context.defaultUnit)
  }

  /// Does what the command asks, where it changes a number.
  mutating func change(_ command: Command, in schema: CohortSchema) throws(CommandError) {
    switch command {
    case .narrow(let condition): try narrow(condition)
    case .filter(let variable, let condition): filters[variable] = condition
    case .drop(let condition):
      let before = filters
      filters.remove(condition)
      guard filters != before else { throw .notInForce(condition.text(in: schema)) }
    case .clear: filters = FilterSet()
    case .by(let arms):
      (self.arms, comparison) = (arms, .arms)
      if arms?.variable == panels?.variable { panels = nil }
    case .compare(let comparison):
      guard comparison == .arms || !filters.isEmpty else { throw .nobodyIsTheRest }
      self.comparison = comparison
    case .endpoint(let name):
      endpoint = name
      if let known = cause, !schema.competingCauses(of: name).contains(known) { cause = nil }
    case .cause(let name):
      let known = schema.competingCauses(of: endpoint)
      if let name, !known.contains(name) { throw .naming(.unknownCause(name, known: known)) }
      cause = name
      // Arms show one cause where nobody asks for more.
      causes = name == nil && known.count > 1 && arms != nil ? .all : nil
    case .causes(let shown):
      guard shown == .one || (schema.endpoint(endpoint)?.causes.count ?? 0) > 1 else {
        throw .oneCause(endpoint)
      }
      causes = shown
    case .panels(let factor):
      if let factor, factor.variable == arms?.variable { throw .panelsAreArms(factor.variable) }
      panels = factor
    case .at(let time): at = time
    case .landmark(let time):
      landmark = time
      // One of the two ways to compare what is known later, never both.
      if time != nil, knownLater == .timeDependent { knownLater = .refused }
    case .censorAt(let time): censorAt = time
    case .knownLater(let choice):
      knownLater = choice
      if choice == .timeDependent { landmark = nil }
    case .interval(let transform): interval = transform
    case .covariates(let terms): covariates = terms
    case .firth(let isOn): usesFirth = isOn
    case .until, .unit, .bands, .marks, .riskRows, .zoom, .pane, .crosshair, .theme, .charset, .mouse, .view,
      .model, .adjusted, .unadjusted, .sort, .order, .columns, .mark, .unmark, .identifiers, .spread,
      .percents, .pValues, .show, .figure,
      .open,
      .close, .undo, .redo, .confirm, .addEndpoint, .addEvent, .quit:
      break
    }
  }

  /// Throws where follow-up now ends before the landmark from which it counts, or there: nobody would be left.
  func checkWindow(after command: Command, in schema: CohortSchema) throws(CommandError) {
    switch command {
    case .landmark, .censorAt: break
    default: return
    }
    guard let landmark, let censorAt else { return }
    let unit = schema.endpoint(endpoint)?.scale.unit ?? landmark.unit
    guard censorAt.value(in: unit) <= landmark.value(in: unit) else { return }
    throw .endsBeforeLandmark(landmark: landmark.text, end: censorAt.text)
  }

  /// Adds what is not in force already.
  private mutating func narrow(_ condition: FilterExpression) throws(CommandError) {
    let inForce = Set(filters.steps.flatMap(\.condition.conjuncts))
    for part in condition.conjuncts where !inForce.contains(part) { filters.add(part) }
    guard filters.depth <= FilterExpression.deepest else { throw .tooDeep(limit: FilterExpression.deepest) }
  }
}

extension CohortSchema {
  /// The causes that compete in an endpoint; none where all of them are one event.
  func competingCauses(of endpoint: String) -> [String] {
    self.endpoint(endpoint).map { $0.kind == .competingRisks ? $0.causes : [] } ?? []
  }
}

extension Endpoint {
  /// The recorded unit; months for days once follow-up passes a year and a half.
  var usualUnit: TimeUnit? { scale.unit == .days && lastTime > 548 ? .months : scale.unit }

  /// Two years where follow-up is a fifth longer, else one, else half a year, else a round number near half of
  /// follow-up; `nil` where nobody is observed.
  ///
  /// - Parameter unit: in which times are shown; `nil` for the endpoint's usual one.
  fileprivate func suggestedTime(in unit: TimeUnit?) -> TimePoint? {
    let shown = scale.unit == nil ? nil : unit ?? usualUnit
    let last = TimePoint(lastTime, scale.unit).value(in: shown)
    guard last > 0, last.isFinite else { return nil }
    for years in [2, 1, 0.5] {
      guard let shown else { break }
      let time = TimeUnit.years.converted(years, to: shown)
      guard last >= time * 1.2 else { continue }
      return TimePoint(shown == .years ? time : time.rounded(), shown)
    }
    let power = pow(10, floor(log10(last / 2)))
    return TimePoint(([5, 2].first { $0 * power <= last / 2 } ?? 1) * power, shown)
  }
}
