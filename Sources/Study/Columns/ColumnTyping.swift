import CohortEngine
import CohortModel

/// Decides what kind of variable a column is, and makes it one.
///
/// The order of the questions: identifier, date, yes or no, scale or group of numbers, number, words, text.
struct ColumnTyping {
  let table: Table
  let index: Int
  let profile: ColumnProfile
  let declaration: VariableDeclaration?
  /// The order of day and month in columns where it is not proven.
  let dateOrder: DateOrder?

  var name: String { table.names[index] }
  private var names: ColumnNames { ColumnNames(name) }
  private var annotation: ColumnAnnotation? { table.annotations.isEmpty ? nil : table.annotations[index] }
  var column: CodedColumn { profile.column }

  func variable() -> (VariableColumn, [Finding]) {
    var findings = notes
    let values: VariableColumn.Values
    let kind = declaration?.kind ?? inferredKind
    switch kind {
    case .identifier, .text: values = .text(texts)
    case .number:
      values = .numbers(numbers)
      findings += numberFindings
    case .date:
      values = .numbers(days)
      findings += dateFindings
    case .categorical, .ordered, .yesNo:
      let (levels, unlisted) = levels(kind)
      values = .levels(levels)
      findings += unlisted
    }
    let label = declaration?.label ?? annotation?.label
    let variable = VariableColumn(
      name: name, label: label,
      unit: declaration?.unit ?? (kind == .number ? annotation?.unit ?? inferredUnit : nil),
      kind: kind, knownAt: declaration?.knownAt, values: values)
    return (variable, findings)
  }

  var inferredKind: Variable.Kind {
    if declaration?.levels != nil {
      return declaration?.levels.flatMap(YesNoWords.order) != nil ? .yesNo : .ordered
    }
    let present = profile.present
    guard !present.isEmpty || annotatedLevels != nil else { return .text }
    let rows = profile.presentRows
    let isUnique = present.count == rows
    if names.isPersonal { return .identifier }
    if names.isIdentifier, rows < 5 ? isUnique : present.count * 2 > rows, !hasFractions(present) {
      return .identifier
    }
    if let levels = annotatedLevels {
      if YesNoWords.order(levels) != nil { return .yesNo }
      let natural = LevelOrder(levels)
      return annotation?.isOrdered == true || natural.isOrdered && natural.levels == levels
        ? .ordered : .categorical
    }
    if isDate(present) { return .date }
    if present.count <= 2, YesNoWords.order(present.map(column.text)) != nil,
      !(names.isScale || (names.isNominal && present.count == 1)) || numberCount(present) == 0
    {
      return .yesNo
    }
    if numericShare(present, rows) >= 1 { return numericKind(present, rows) }
    if numericShare(present, rows) >= 0.9, numberCount(present) >= 10 { return .number }
    if isUnique, rows >= 5, present.allSatisfy(isCodeLike) { return .identifier }
    guard present.count <= 60, present.count * 2 <= rows || present.count <= 12, !(isUnique && rows > 6)
    else {
      return .text
    }
    return LevelOrder(present.map(column.text)).isOrdered ? .ordered : .categorical
  }

  /// The levels that the file's dictionary names, without those that mean missing; of a long list those that occur.
  var annotatedLevels: [String]? {
    guard let levels = annotation?.levels, !levels.isEmpty, profile.present.count <= 60 else { return nil }
    let present = Set(profile.present.map(column.text))
    let missing = Set(profile.isMissing.indices.filter { profile.isMissing[$0] }.map(column.text))
    let known = levels.filter { !missing.contains($0) && !MissingText.contains($0) }
    let kept = known.count <= 12 ? known : known.filter(present.contains)
    return kept.isEmpty ? nil : kept
  }

  private func numericKind(_ present: CompactInts, _ rows: Int) -> Variable.Kind {
    // What is stored as a number may yet be a code: sex 1 and 2.
    if annotation?.type == "NUMBER", !names.isNominal { return .number }
    guard present.count <= 12 else { return .number }
    let values = present.compactMap { profile.numbers[$0] }
    // Intervals such as `<=23` and `>23` are numbers with a limit, but there are no numbers between them.
    if values.contains(where: { $0.limit != .none }), present.count * 4 <= rows,
      LevelOrder(present.map(column.text)).isOrdered
    {
      return .ordered
    }
    let whole = values.allSatisfy { $0.decimals == 0 && $0.limit == .none }
    let most = names.isScale || names.isNominal ? 12 : 6
    guard whole, present.count <= most,
      present.count * 3 <= rows || (names.isScale && rows > 2 * present.count),
      values.allSatisfy({ $0.value >= 0 && $0.value <= (names.isNominal ? 1e6 : 20) })
    else { return .number }
    return names.isNominal ? .categorical : .ordered
  }

  private func hasFractions(_ present: CompactInts) -> Bool {
    present.contains {
      profile.numbers.isNumber($0) && profile.numbers.values[$0] != profile.numbers.values[$0].rounded()
    }
  }

  private func numberCount(_ present: CompactInts) -> Int { present.count { profile.numbers.isNumber($0) } }

  private func numericShare(_ present: CompactInts, _ rows: Int) -> Double {
    let numeric = present.reduce(0) { profile.numbers.isNumber($1) ? $0 + profile.counts[$1] : $0 }
    return Double(numeric) / Double(rows)
  }

  private func isDate(_ present: CompactInts) -> Bool {
    guard profile.holdsDates else { return false }
    let order = dateOrder ?? profile.provenOrder
    return present.count { profile.dates[$0]?.day(order) != nil } * 20 >= present.count * 19
  }

  /// A word with digits in it and no blank: `SYN-001`.
  private func isCodeLike(_ code: Int) -> Bool {
    column.withText(code) { text in
      !text.contains(UInt8(ascii: " ")) && text.contains { (0x30...0x39).contains($0) } && text.count <= 40
    }
  }

  private var inferredUnit: String? {
    let words = NameWords(name).words
    guard words.count > 1, let first = words.first, let last = words.last, words.last != "year" else {
      return nil
    }
    return (TimeUnitWords.unit(of: last) ?? (first == "year" ? nil : TimeUnitWords.unit(of: first)))?.rawValue
  }
}
