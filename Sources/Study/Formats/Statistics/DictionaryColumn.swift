import CohortEngine
import CohortModel

/// A variable of a statistics file as a column of texts: labels in place of codes, dates as dates, and nothing where
/// its author declared a value missing.
struct DictionaryColumn {
  private let variable: DictionaryVariable
  private let values: [DictionaryVariable.Value]
  private let counts: [Int]
  private let labels: [DictionaryVariable.Value: String]

  private(set) var column = CodedColumn()
  private(set) var annotation = ColumnAnnotation()
  private(set) var findings: [Finding] = []

  init(_ variable: DictionaryVariable, labels: [DictionaryVariable.Value: String]) {
    (self.variable, self.labels) = (variable, labels)
    values = (0..<variable.values.distinctCount).map(variable.value)
    counts = Array(variable.values.counts)
    annotation.label = variable.label
    annotation.type = variable.isText ? "STRING" : variable.isNominal || variable.isOrdinal ? nil : "NUMBER"
    annotation.isOrdered = variable.isOrdinal
    read()
  }

  private mutating func read() {
    let present = noteDeclaredMissing()
    let labelled = present.filter { labels[values[$0]] != nil }
    var texts = [String](repeating: "", count: values.count)
    if labels.contains(where: isValue), labelled.count == present.count {
      // Of a long list only those that occur would be kept in the end.
      let used = Set(present.map { values[$0] })
      let kept = labels.count <= 200 ? labels : labels.filter { used.contains($0.key) }
      let names = LabelTexts(kept.filter(isValue).map { ($0.key, $0.value) })
      for code in present { texts[code] = names.texts[values[code]] ?? "" }
      (annotation.levels, annotation.type) = (names.levels, nil)
    } else {
      for code in present { texts[code] = plainText(code) }
      if variable.format != .plain { annotation.type = nil }
      for code in labelled where LabelTexts.meansMissing(labels[values[code]] ?? "") { texts[code] = "" }
      noteLabels(labelled, unlabelled: present.count - labelled.count)
      noteFormat(present)
    }
    column = variable.values.replacingTexts(by: texts)
  }

  /// Whether a label is that of a value, not of one that means missing.
  private func isValue(_ label: (key: DictionaryVariable.Value, value: String)) -> Bool {
    if case .tagged = label.key { return false }
    return !variable.isDeclaredMissing(label.key)
  }

  private func plainText(_ code: Int) -> String {
    switch values[code] {
    case .missing, .tagged: ""
    case .text(let text): text
    case .number(let number):
      variable.format.text(number, isFloat: variable.isFloat, isWholePeriod: isWholePeriod)
    }
  }

  /// Whether the column has months or quarters only, of which the file stores the first days.
  private var isWholePeriod: Bool {
    guard case .dayOf = variable.format else { return false }
    return values.allSatisfy { value in
      guard case .number(let number) = value else { return true }
      return variable.isDeclaredMissing(value) || labels[value] != nil
        || variable.format.isFirstOfPeriod(number)
    }
  }

  /// Says which values were declared missing, and gives the codes of the others.
  private mutating func noteDeclaredMissing() -> [Int] {
    var (present, missing) = ([Int](), [Int]())
    for code in values.indices where counts[code] > 0 {
      if case .tagged = values[code] {
        missing.append(code)
      } else if variable.isDeclaredMissing(values[code]) {
        missing.append(code)
      } else if values[code] != .missing {
        present.append(code)
      }
    }
    if !missing.isEmpty {
      findings.append(
        Finding(
          .note, lines: rows(missing), column: variable.name,
          message: "declared missing in the file: \(list(missing))"))
    }
    return present
  }

  private mutating func noteLabels(_ labelled: [Int], unlabelled: Int) {
    let missing = labelled.filter { LabelTexts.meansMissing(labels[values[$0]] ?? "") }
    let others = labelled.filter { !LabelTexts.meansMissing(labels[values[$0]] ?? "") }
    if !missing.isEmpty {
      findings.append(
        Finding(
          .warning, lines: rows(missing), column: variable.name,
          message: "counts as missing by its label: \(list(missing))"))
    }
    if !others.isEmpty {
      let kind = variable.isText ? "texts" : "numbers"
      findings.append(
        Finding(
          .warning, lines: rows(others), column: variable.name,
          message: "\(list(others)) \(others.count == 1 ? "has a label" : "have labels") where"
            + " \(count(unlabelled, "other value")) \(unlabelled == 1 ? "has" : "have") none;"
            + " all are read as \(kind)"))
    }
  }

  private mutating func noteFormat(_ present: [Int]) {
    guard !present.isEmpty else { return }
    let message: String
    switch variable.format {
    case .count(let period):
      message =
        "\(period.adjective) dates are read as texts such as \(plainText(present[0]).quoted), not as days"
    case .dayOf(let period, _, _) where isWholePeriod:
      message =
        "\(period.adjective) dates are read as texts such as \(plainText(present[0]).quoted), not as days"
    case .dayOf(let period, _, _):
      message = "the file shows \(period.adjective) dates but stores days; they are read as days"
    case .unknownCalendar(let format):
      message = "dates of the business calendar \(format.quoted) are read as the numbers that are stored"
    default: return
    }
    findings.append(Finding(.note, column: variable.name, message: message))
  }

  /// The codes with their labels and counts: `98 “refused” in 1 row, 99 in 3 rows`.
  private func list(_ codes: [Int]) -> String {
    let ordered = codes.sorted { LabelTexts.precedes(values[$0], values[$1]) }
    let shown = ordered.prefix(8).map { code in
      let label = labels[values[code]].map { " \($0.quoted)" } ?? ""
      return "\(LabelTexts.text(values[code]))\(label) in \(count(counts[code], "row"))"
    }
    let rest = ordered.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private func rows(_ codes: [Int]) -> [Int] {
    let wanted = Set(codes)
    return variable.values.codes.indices.filter { wanted.contains(Int(variable.values.codes[$0])) }.map {
      $0 + 1
    }
  }
}
