import CohortEngine
import CohortModel

extension ColumnTyping {
  var texts: TextColumn {
    let distinct = profile.isMissing.indices.map { profile.isMissing[$0] ? nil : column.text($0) }
    return TextColumn(values: column.rows(distinct))
  }

  var numbers: NumberColumn {
    NumberColumn(values: column.rows(profile.numbers.values), decimals: profile.numbers.mostDecimals)
  }

  var days: NumberColumn {
    let distinct = distinctDays.map { $0.map(Double.init) ?? .nan }
    return NumberColumn(values: column.rows(distinct))
  }

  private var distinctDays: [Int?] {
    // Somebody may well be born on the first of January 1900.
    let isBirth = DateNames.meaning(of: name) == .birth
    let order = dateOrder ?? profile.provenOrder
    return profile.isMissing.indices.map { code in
      guard !profile.dates.isEmpty, let date = profile.dates[code] else { return nil }
      let isFrequent = profile.counts[code] > 4 && profile.counts[code] * 10 >= profile.presentRows
      guard isBirth || !(date.isPlaceholder || (date.isZero && isFrequent)) else { return nil }
      return date.day(order)?.daysSince1970
    }
  }

  /// The column over its levels in the declared or natural order; values that were not declared come last.
  func levels(_ kind: Variable.Kind) -> (LevelColumn, [Finding]) {
    let texts = profile.present.map(column.text)
    let listed = declaration?.levels == nil ? annotatedLevels : nil
    let natural =
      kind == .yesNo ? YesNoWords.order(listed ?? texts) ?? texts : listed ?? LevelOrder(texts).levels
    let declared = declaration?.levels ?? []
    let known = Set(declared)
    let unlisted = declared.isEmpty ? [] : natural.filter { !known.contains($0) }
    let levels = declared.isEmpty ? natural : declared + unlisted
    let code = Dictionary(
      levels.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let distinct = profile.isMissing.indices.map { index in
      profile.isMissing[index] ? LevelColumn.missing : code[column.text(index)] ?? LevelColumn.missing
    }
    let result = LevelColumn(levels: levels, codes: column.rows(distinct))
    guard !unlisted.isEmpty else { return (result, []) }
    let others = Set(unlisted)
    let values = LeftOutValues(self, codes: profile.present.filter { others.contains(column.text($0)) })
    let findings = values.findings {
      "\($0) is none of the declared levels; it is shown last"
    } rest: {
      "\($0) more values are none of the declared levels; they are shown last"
    }
    return (result, findings)
  }

  /// Texts in a column of numbers that are none, and numbers that are only limits.
  var numberFindings: [Finding] {
    let others = LeftOutValues(self, codes: profile.present.filter { !profile.numbers.isNumber($0) })
    var findings = others.findings {
      "\($0) is no number and counts as missing"
    } rest: {
      "\($0) more values are no numbers and count as missing"
    }
    let limits = profile.numbers.limits
    if let example = limits.first {
      let message =
        "numbers written as limits, such as \(column.text(example).quoted), count as the limit itself"
      let lines = LeftOutValues(self, codes: limits).allLines
      findings.append(Finding(.warning, lines: lines, column: name, message: message))
    }
    return findings
  }

  var dateFindings: [Finding] {
    let days = distinctDays
    return LeftOutValues(self, codes: profile.present.filter { days[$0] == nil }).findings {
      "\($0) is no date and counts as missing"
    } rest: {
      "\($0) more values are no dates and count as missing"
    }
  }

  /// What is worth saying whatever the kind turns out to be.
  var notes: [Finding] {
    var findings: [Finding] = []
    if profile.isNotationAmbiguous {
      let message =
        "the comma may be a decimal comma or separate thousands; the column is not read as numbers"
      findings.append(Finding(.warning, column: name, message: message))
    }
    guard declaration?.kind == nil, profile.holdsDates else { return findings }
    let dates = profile.dates.compactMap { $0 }
    if dates.contains(where: \.isShort) {
      let message = "dates with two-digit years are not read: the century is not certain"
      findings.append(Finding(.warning, column: name, message: message))
    } else if dateOrder == nil, isOrderAmbiguous(dates) {
      let example = profile.present.first.map { column.text($0) } ?? ""
      let message =
        "dates such as \(example.quoted) may be day or month first and are not read;"
        + " say date_order = \"dmy\" or \"mdy\" in a study file"
      findings.append(Finding(.warning, column: name, message: message))
    }
    return findings
  }

  private func isOrderAmbiguous(_ dates: [DateText]) -> Bool {
    guard profile.provenOrder == nil else { return false }
    return dates.contains { if case .either = $0 { true } else { false } }
  }
}
