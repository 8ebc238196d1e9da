import Analysis
import CohortModel

/// What follows the word of a command, and the ways to read it.
struct CommandArgument {
  var word: CommandWord
  /// Not empty, without blanks around.
  var text: String
  var context: SessionContext
  /// What a bare number of a time is in.
  var unit: TimeUnit?

  var schema: CohortSchema { context.schema }

  /// The name that is meant: the one word or quoted text there is, else the text as it stands.
  private var name: String {
    guard let tokens = try? FilterToken.tokens(of: text), tokens.count == 2,
      tokens[0].kind == .word || tokens[0].kind == .quoted
    else { return text }
    return tokens[0].text
  }

  /// Whether the text is this word and not a name in quotes.
  func `is`(_ keyword: String) -> Bool { text.lowercased() == keyword }

  func condition() throws(CommandError) -> FilterExpression {
    do { return try FilterExpression(parsing: text, variables: schema.variables) } catch {
      throw .condition(error)
    }
  }

  /// What stands before a closing `off`, as in `age off`; `nil` for anything else.
  var textBeforeOff: String? {
    guard let tokens = try? FilterToken.tokens(of: text).dropLast(), tokens.count > 1, let last = tokens.last,
      last.kind == .word, last.text.lowercased() == "off",
      tokens.dropLast().allSatisfy({ $0.kind == .word }) || tokens.count == 2
    else { return nil }
    return String(text.unicodeScalars.prefix(last.column - 1)).trimmed
  }

  func arms() throws(CommandError) -> Arms? {
    if `is`("none") { return nil }
    do { return try Arms(parsing: text, in: schema) } catch { throw .naming(error) }
  }

  func covariates() throws(CommandError) -> [CovariateTerm] {
    do { return try CovariateTerm.terms(parsing: text, in: schema) } catch { throw .naming(error) }
  }

  func variable() throws(CommandError) -> String {
    do { return try schema.variable(named: name).name } catch { throw .naming(error) }
  }

  func endpoint() throws(CommandError) -> String {
    do { return try schema.endpoint(named: name).name } catch { throw .naming(error) }
  }

  /// A cause of any endpoint that has several: which of them is shown is the session's to know.
  func cause() throws(CommandError) -> String? {
    if `is`("all") { return nil }
    let known = schema.causes
    if known.contains(name) { return name }
    let alike = known.filter { $0.lowercased() == name.lowercased() }
    guard alike.count == 1 else { throw .naming(.unknownCause(name, known: known)) }
    return alike[0]
  }

  func endpointDefinition() throws(CommandError) -> EndpointDefinition {
    do { return try EndpointDefinition(parsing: text) } catch { throw .definition(error) }
  }

  func eventDefinition() throws(CommandError) -> EventDefinition {
    do { return try EventDefinition(parsing: text) } catch { throw .definition(error) }
  }

  func time() throws(CommandError) -> TimePoint? {
    if `is`("none") { return nil }
    guard let time = TimePoint(text, unit: unit) else { throw .notATime(text, after: word) }
    return time
  }

  func model() throws(CommandError) -> RegressionKind? {
    try choice(.choice, of: RegressionKind.allCases + [nil]) { $0?.rawValue ?? "all" }
  }

  func unitOfTime() throws(CommandError) -> TimeUnit {
    if let unit = TimeUnit(word: text.lowercased()) { return unit }
    return try choice(.unit, of: TimeUnit.allCases) { $0.rawValue }
  }

  func isOn() throws(CommandError) -> Bool { try choice(.choice, of: [true, false]) { $0 ? "on" : "off" } }

  /// The path of a file; one with blanks may be in quotes.
  var file: String { name }

  /// The saved view of that name, else of that number.
  func savedView() throws(CommandError) -> String {
    let names = context.views.map(\.name)
    if text == name, !names.contains(name), let number = Int(name), names.indices.contains(number - 1) {
      return names[number - 1]
    }
    return try choice(.savedView, of: names) { $0 }
  }

  /// The value of that name: to the letter, else in any letter case, else the only one that begins so.
  func choice<Value>(
    _ kind: CommandError.Named, of values: [Value], name title: (Value) -> String
  ) throws(CommandError) -> Value {
    if let exact = values.first(where: { title($0) == name }) { return exact }
    let wanted = name.lowercased()
    if let alike = values.first(where: { title($0).lowercased() == wanted }) { return alike }
    let begun = values.filter { title($0).lowercased().hasPrefix(wanted) }
    guard begun.count == 1, !wanted.isEmpty else {
      throw .unknownName(name, of: kind, known: values.map(title))
    }
    return begun[0]
  }
}

extension CohortSchema {
  /// The causes of all endpoints where causes compete, each once.
  var causes: [String] {
    var seen: Set<String> = []
    return endpoints.filter { $0.kind == .competingRisks }.flatMap(\.causes)
      .filter { seen.insert($0).inserted }
  }
}
