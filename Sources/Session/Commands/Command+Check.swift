import CohortModel

extension Command {
  /// Throws where the command means nothing in the context, whoever made it: what passes reads back as itself.
  func check(in context: SessionContext) throws(CommandError) {
    let schema = context.schema
    switch self {
    case .narrow(let condition), .drop(let condition): try condition.check(in: schema)
    case .filter(let name, let condition):
      try Self.check(variable: name, in: schema)
      guard let condition else { break }
      try condition.check(in: schema)
      guard condition.variables == [name] else {
        throw .notAboutOne(condition.text(in: schema), variable: name)
      }
    case .by(let arms?), .panels(let arms?): try Self.check(arms, in: schema)
    case .endpoint(let name):
      guard schema.endpoint(name) != nil else {
        throw .naming(.unknownEndpoint(name, known: schema.endpoints.map(\.name)))
      }
    case .cause(let name?):
      guard schema.causes.contains(name) else {
        throw .naming(.unknownCause(name, known: schema.causes))
      }
    case .at(let time?), .landmark(let time?), .crosshair(let time?):
      guard time.value >= 0, time.value.isFinite else { throw .notATime(time.text, after: word) }
    case .censorAt(let time?), .until(let time?):
      guard time.value > 0, time.value.isFinite else { throw .notATime(time.text, after: word) }
    case .theme(let name):
      guard context.themes.contains(name) else {
        throw .unknownName(name, of: .theme, known: context.themes)
      }
    case .show(let name):
      let known = context.views.map(\.name)
      guard known.contains(name) else { throw .unknownName(name, of: .savedView, known: known) }
    case .open(let name), .close(let name): try Self.check(variable: name, in: schema)
    case .order(let order):
      guard case .variable(let name) = order.key else { break }
      try Self.check(variable: name, in: schema)
    case .columns(let names?):
      for name in names { try Self.check(variable: name, in: schema) }
      guard !names.isEmpty, Set(names).count == names.count else { throw .nothingAfter(.columns) }
    case .covariates(let terms):
      let again: [CovariateTerm]
      do { again = try CovariateTerm.terms(parsing: argument(in: schema), in: schema) } catch {
        throw .naming(error)
      }
      guard again == terms else { throw .unsayable(argument(in: schema)) }
    case .addEndpoint(let definition):
      do { try definition.check() } catch { throw .definition(error) }
    case .addEvent(let definition):
      do { try definition.check() } catch { throw .definition(error) }
    case .clear, .by, .cause, .causes, .panels, .at, .landmark, .censorAt, .knownLater, .interval, .firth,
      .compare, .until, .unit, .bands, .marks, .riskRows, .zoom, .pane, .crosshair, .charset, .mouse, .view,
      .model, .adjusted, .unadjusted,
      .sort,
      .columns, .mark, .unmark, .identifiers, .spread, .percents, .pValues, .figure, .undo, .redo, .confirm,
      .quit:
      break
    }
  }

  private static func check(variable name: String, in schema: CohortSchema) throws(CommandError) {
    guard schema.variable(name) == nil else { return }
    throw .naming(
      .unknownVariable(name, nearest: NearestName.of(name, among: schema.variables)))
  }

  private static func check(_ arms: Arms, in schema: CohortSchema) throws(CommandError) {
    try check(variable: arms.variable, in: schema)
    let again: Arms
    do { again = try Arms(parsing: arms.text(in: schema), in: schema) } catch { throw .naming(error) }
    guard again == arms else { throw .unsayable(arms.text(in: schema)) }
  }
}

extension FilterExpression {
  /// Throws where the schema has no such variable or level, or where the condition does not fit its variables.
  fileprivate func check(in schema: CohortSchema) throws(CommandError) {
    guard depth <= Self.deepest else { throw .tooDeep(limit: Self.deepest) }
    let text = text(in: schema)
    let again: FilterExpression
    do { again = try FilterExpression(parsing: text, variables: schema.variables) } catch {
      throw .condition(error)
    }
    guard again == self else { throw .unsayable(text) }
  }
}
