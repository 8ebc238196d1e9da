import CohortEngine
import CohortModel
import PrintableText

/// What was understood of a study, as plain lines no wider than ``width``.
package struct StudyReport: Sendable {
  /// What `inspect` prints, wherever it is read.
  package static let usualWidth = 100
  /// In less, a line would have no room for anything beside its indentation.
  package static let leastWidth = 40

  package let width: Int
  package private(set) var lines: [String] = []

  /// - Parameter width: columns; at least ``leastWidth`` are taken.
  package init(_ study: Study, width: Int = usualWidth) {
    self.width = max(Self.leastWidth, width)
    lines = heading(study)
    lines += ["", "Endpoints (\(study.cohort.endpoints.count))"]
    for (endpoint, origin) in zip(study.cohort.endpoints, study.endpointOrigins) {
      lines += self.endpoint(endpoint, origin)
    }
    if study.cohort.endpoints.isEmpty { lines.append("  none") }
    lines += ["", "Findings (\(study.findings.count))"]
    for finding in study.findings { lines += self.finding(finding) }
    if study.findings.isEmpty { lines.append("  none") }
    lines += ["", "Variables (\(study.cohort.variables.count))"]
    lines += variables(study)
  }

  package var text: String { lines.joined(separator: "\n") + "\n" }

  private func heading(_ study: Study) -> [String] {
    var lines = wrap(study.title, indent: 0)
    if let notes = study.notes {
      for paragraph in notes.split(whereSeparator: \.isNewline) {
        lines += wrap(String(paragraph), indent: 2)
      }
    }
    if let path = study.studyPath { lines += wrap("study file  \(path)", indent: 2, hanging: 14) }
    lines += wrap("table       \(study.tablePath)", indent: 2, hanging: 14)
    lines.append("  patients    \(study.cohort.rowCount)")
    if study.reading.verdict != .opens {
      lines += wrap(
        "verdict     \(study.reading.verdict.rawValue): \(study.reading.sentence)", indent: 2, hanging: 14)
    }
    if let unit = study.displayUnit { lines.append("  time        \(unit.rawValue)") }
    if let at = study.at { lines.append("  read at     \(at.text)") }
    if let landmark = study.landmark { lines.append("  landmark    \(landmark.text)") }
    return lines
  }

  /// One line a variable: name, kind, how many values are missing, and the values.
  private func variables(_ study: Study) -> [String] {
    let variables = study.cohort.variables
    let nameWidth = min(30, variables.map(\.name.onOneLine.count).max() ?? 0)
    return variables.flatMap { variable in
      let missing = (0..<variable.rowCount).count { variable.isMissing(row: $0) }
      var name = variable.name.onOneLine
      if name.count > nameWidth { name = name.prefix(nameWidth - 1) + "…" }
      let kind = variable.kind == .yesNo ? "yes/no" : variable.kind.rawValue
      let gaps = missing == 0 ? "" : "\(missing) missing"
      let start = Self.pad(name, nameWidth) + "  " + Self.pad(kind, 11) + "  " + Self.pad(gaps, 13) + " "
      return wrap(
        start + ColumnText.values(variable), indent: 2, hanging: min(4 + nameWidth + 28, width - 20))
    }
  }

  private func endpoint(_ endpoint: EndpointColumn, _ origin: EndpointOrigin) -> [String] {
    let kind = endpoint.kind == .survival ? "survival" : "competing risks"
    let unit = endpoint.scale.unit?.rawValue ?? "unit not stated"
    let since = endpoint.origin.map { " since \($0)" } ?? ""
    var lines = wrap(
      "\(endpoint.name): \(endpoint.label) (\(kind), \(unit)\(since))", indent: 2, hanging: 4)
    let how = origin.isGuess ? "guessed from \(origin.rule.rawValue)" : origin.rule.rawValue
    lines += wrap("\(how): \(origin.columns.joined(separator: ", "))", indent: 4, hanging: 6)
    let codes = origin.codes.map { "\($0.code) = \($0.meaning) (\($0.count))" }.joined(
      separator: ", ")
    if !codes.isEmpty, origin.isGuess || origin.codes.contains(where: { $0.code != "\($0.meaning)" }) {
      lines += wrap("values: \(codes)", indent: 4, hanging: 6)
    }
    let counts = endpoint.causes.enumerated().map { index, cause in
      "\(endpoint.status.count { Int($0) == index + 1 }) \(cause)"
    }
    let censored = endpoint.status.count { $0 == EndpointColumn.censored }
    let unusable = origin.unusableCount > 0 ? ["\(origin.unusableCount) not usable"] : []
    lines += wrap(
      "counts: " + (counts + ["\(censored) censored"] + unusable).joined(separator: ", "), indent: 4,
      hanging: 6)
    return lines
  }

  private func finding(_ finding: Finding) -> [String] {
    let place = finding.place.map { "\($0): " } ?? ""
    let column = finding.column.map { "\($0): " } ?? ""
    let list = finding.lines.prefix(8).map(String.init).joined(separator: ", ")
    let more = finding.lines.count > 8 ? ", … (\(finding.lines.count) lines)" : ""
    let at = finding.lines.isEmpty ? "" : " [line\(finding.lines.count == 1 ? "" : "s") \(list)\(more)]"
    let text = "\(Self.pad("\(finding.severity)", 7))  \(place)\(column)\(finding.message)\(at)"
    return wrap(text, indent: 2, hanging: 11)
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Whether a word is no longer than some room; no more of it is looked at.
  private static func fits(_ word: Substring, _ room: Int) -> Bool {
    room >= 0 && word.index(word.startIndex, offsetBy: room + 1, limitedBy: word.endIndex) == nil
  }

  /// Makes a text printable and breaks it at blanks so that it fits; a longer word is cut.
  private func wrap(_ text: String, indent: Int, hanging: Int? = nil) -> [String] {
    let first = String(repeating: " ", count: indent)
    let next = String(repeating: " ", count: hanging ?? indent)
    var (lines, line) = ([String](), first)
    var isStart = true
    for word in text.onOneLine.split(separator: " ", omittingEmptySubsequences: false) {
      var word = word
      if !isStart, !Self.fits(word, width - line.count - 1) {
        lines.append(line)
        (line, isStart) = (next, true)
      }
      while !Self.fits(word, width - line.count - (isStart ? 0 : 1)) {
        let room = width - line.count
        lines.append(line + word.prefix(room))
        word = word.dropFirst(room)
        line = next
      }
      line += isStart ? String(word) : " " + word
      isStart = false
    }
    return (lines + [line]).map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }
}

extension StatusCode.Meaning: CustomStringConvertible {
  package var description: String {
    switch self {
    case .censored: "censored"
    case .event(let name): name
    case .unknown: "unknown"
    }
  }
}
