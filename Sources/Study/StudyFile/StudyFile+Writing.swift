import CohortEngine
import CohortModel
import PrintableText

extension StudyFile {
  /// Writes the study file, replacing what was there in one step.
  package func write(to path: String) throws(StudyError) { try FileBytes.write(toml, to: path) }

  /// The file as text; reading it gives the same study file again.
  package var toml: String {
    var sections: [[String]] = [studySection]
    if let patients { sections.append(Self.section(patients)) }
    for variable in variables { sections.append(Self.section(variable)) }
    for event in events { sections.append(Self.section(event)) }
    if let followUp { sections.append(["[follow_up]", Self.line(followUp)]) }
    for endpoint in endpoints { sections.append(Self.section(endpoint)) }
    for view in views { sections.append(Self.section(view)) }
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var studySection: [String] {
    var lines = TOMLLines(header: "[study]")
    lines.add("title", title)
    lines.add("data", data)
    lines.add("notes", notes)
    lines.add("time_unit", timeUnit?.rawValue)
    lines.add("display_unit", displayUnit?.rawValue)
    lines.add("origin", origin)
    lines.add("time_zero", timeZero)
    lines.add("at", at)
    lines.add("landmark", landmark)
    lines.add("date_order", dateOrder?.rawValue)
    lines.add("century_from", centuryFrom.map(Double.init))
    lines.add("missing", missing)
    lines.add("entry", entry)
    return lines.lines
  }

  private static func section(_ patients: PatientDeclaration) -> [String] {
    var lines = TOMLLines(header: "[patients]")
    lines.add("id", patients.id)
    lines.add("barcode_parts", patients.barcodeParts.map(Double.init))
    switch patients.rule {
    case .agreeing: lines.add("rows", "agreeing")
    case .first: lines.add("rows", "first")
    case .last: lines.add("rows", "last")
    case .intervals: lines.add("rows", "intervals")
    case .each: lines.add("rows", "each")
    case .highest(let column): lines.add("highest", column)
    case .condition(let condition): lines.add("where", condition)
    }
    return lines.lines
  }

  private static func section(_ variable: VariableDeclaration) -> [String] {
    var lines = TOMLLines(header: "[variables.\(TOMLLines.key(variable.name))]")
    lines.add("label", variable.label)
    lines.add("unit", variable.unit)
    lines.add("type", variable.kind?.rawValue)
    if let levels = variable.levels { lines.add("levels", levels, evenIfEmpty: true) }
    lines.add("known_at", variable.knownAt)
    lines.add("cuts", variable.cuts)
    lines.add("reference", variable.reference)
    if !variable.isInGrid { lines.add("in_grid", false) }
    lines.add("missing", variable.missing)
    lines.add("groups", variable.groups.map { ($0.level, $0.when) })
    if variable.isHidden { lines.add("hidden", true) }
    return lines.lines
  }

  private static func section(_ event: EventDeclaration) -> [String] {
    var lines = TOMLLines(header: "[events.\(TOMLLines.key(event.name))]")
    lines.add("label", event.label)
    lines.lines.append(line(event.column))
    lines.add("when", event.when)
    if event.isFatal != EventDeclaration.namesDeath(event.name) { lines.add("fatal", event.isFatal) }
    return lines.lines
  }

  private static func section(_ endpoint: EndpointDeclaration) -> [String] {
    var lines = TOMLLines(header: "[endpoints.\(TOMLLines.key(endpoint.name))]")
    lines.add("label", endpoint.label)
    if case .columns(let time, let status, let codes) = endpoint.source {
      lines.add("time", time)
      lines.add("status", status)
      lines.add("codes", codes.map { ($0.code, "\($0.meaning)") })
    }
    lines.add("events", endpoint.events)
    lines.add("competing", endpoint.competing)
    lines.add("origin", endpoint.origin)
    switch endpoint.followUp {
    case .time(let column)?: lines.add("follow_up", column)
    case .date(let column)?: lines.add("follow_up", [("date", column)])
    case nil: break
    }
    lines.add("entry", endpoint.entry)
    lines.add("row", endpoint.row)
    return lines.lines
  }

  private static func section(_ view: SavedView) -> [String] {
    var lines = TOMLLines(header: "[[views]]")
    lines.add("name", view.name)
    if view.screen != .curves { lines.add("screen", view.screen.rawValue) }
    lines.add("endpoint", view.endpoint)
    lines.add("by", view.by)
    lines.add("where", view.filter)
    lines.add("at", view.at)
    lines.add("landmark", view.landmark)
    lines.add("censor_at", view.censorAt)
    lines.add("cause", view.cause)
    lines.add("interval", view.interval?.rawValue)
    lines.add("covariates", view.covariates)
    lines.add("note", view.note)
    return lines.lines
  }

  private static func line(_ reference: TimeReference) -> String {
    switch reference {
    case .time(let column): "time = \(column.asTOML)"
    case .date(let column): "date = \(column.asTOML)"
    }
  }
}
