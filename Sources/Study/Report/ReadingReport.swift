import CohortEngine
import CohortModel
import PrintableText

/// What was understood of a file, as JSON: the verdict, the endpoints with what each code was taken for, the findings.
package struct ReadingReport: Sendable {
  package let json: String

  package init(_ study: Study) {
    let reading = study.reading
    let pairs = zip(study.cohort.endpoints, study.endpointOrigins)
    json = Self.object([
      ("verdict", Self.text(reading.verdict.rawValue)), ("reason", Self.text(reading.reason)),
      ("patients", "\(study.cohort.rowCount)"), ("rows", "\(reading.rowCount)"),
      ("endpoints", Self.list(pairs.map(Self.endpoint))),
      ("candidates", Self.list(Self.candidates(reading))),
      ("findings", Self.list(study.findings.map(Self.finding))),
    ])
  }

  /// The report of a file that cannot be read at all.
  package init(_ error: StudyError) {
    let place = error.place
    let finding = Self.object([
      ("severity", Self.text("error")), ("line", place.map { "\($0.line)" } ?? "null"), ("column", "null"),
      ("message", Self.text(error.message)),
    ])
    json = Self.object([
      ("verdict", Self.text(Reading.Verdict.refuses.rawValue)), ("reason", Self.text(error.message)),
      ("patients", "null"), ("rows", "null"),
      ("endpoints", "[]"), ("candidates", "[]"), ("findings", Self.list([finding])),
    ])
  }

  private static func endpoint(_ endpoint: EndpointColumn, _ origin: EndpointOrigin) -> String {
    let events = endpoint.causes.enumerated().map { index, cause in
      (cause, "\(endpoint.status.count { Int($0) == index + 1 })")
    }
    let codes = origin.codes.map { code in
      object([("code", text(code.code)), ("meaning", text("\(code.meaning)")), ("count", "\(code.count)")])
    }
    let times = origin.times.map { text($0) }
    return object([
      ("name", text(endpoint.name)), ("label", text(endpoint.label)),
      ("kind", text(endpoint.kind == .survival ? "survival" : "competing_risks")),
      ("time", times.count == 1 ? times[0] : list(times)),
      (
        "status",
        origin.statuses.count == 1 ? text(origin.statuses[0]) : list(origin.statuses.map { text($0) })
      ),
      ("entry", text(origin.entry)), ("unit", text(endpoint.scale.unit?.rawValue)),
      ("n", "\(endpoint.status.count { $0 != EndpointColumn.unusable })"), ("events", object(events)),
      ("censored", "\(endpoint.status.count { $0 == EndpointColumn.censored })"), ("codes", list(codes)),
    ])
  }

  private static func candidates(_ reading: Reading) -> [String] {
    guard reading.verdict != .opens else { return [] }
    let columns =
      reading.candidates.times.map { ("time", $0) } + reading.candidates.statuses.map { ("status", $0) }
    return columns.map { object([("role", text($0)), ("column", text($1))]) }
      + (reading.question?.choices ?? []).map { object([("role", text("choice")), ("text", text($0.text))]) }
  }

  private static func finding(_ finding: Finding) -> String {
    object([
      ("severity", text("\(finding.severity)")),
      ("line", (finding.lines.first ?? finding.place?.line).map { "\($0)" } ?? "null"),
      ("column", text(finding.column)), ("message", text(finding.message)),
    ])
  }

  private static func text(_ text: String?) -> String { text.map(\.asJSON) ?? "null" }
  private static func list(_ elements: [String]) -> String { "[\(elements.joined(separator: ", "))]" }
  private static func object(_ pairs: [(String, String)]) -> String {
    "{\(pairs.map { "\($0.asJSON): \($1)" }.joined(separator: ", "))}"
  }
}
