package import CohortModel

/// What variables, their levels and the arms are called, so that nobody takes one for another.
///
/// It is made once for a schema: which levels say enough depends on all of them.
package struct VariableWords: Sendable {
  package let schema: CohortSchema
  /// Whether what single patients are called is kept from readers.
  package var hidesIdentifiers = false
  private let shortLabels: [String: String]
  /// Variables whose levels say nothing without them.
  private let nondescript: Set<String>
  /// Variables one of whose levels another variable has as well.
  private let sharing: Set<String>

  /// - Complexity: O(levels of all variables).
  package init(_ schema: CohortSchema) {
    self.schema = schema
    var uses: [String: Int] = [:]
    let levels = schema.variables.map { Set($0.levels.map { $0.lowercased() }) }
    for level in levels.joined() { uses[level, default: 0] += 1 }
    let shared = zip(schema.variables, levels).filter { $0.1.contains { uses[$0, default: 0] > 1 } }
    sharing = Set(shared.map(\.0.name))
    nondescript = Set(schema.variables.filter(Self.isNondescript).map(\.name))
    shortLabels = Self.shortened(schema.variables)
  }

  /// What people call the variable; its name where the schema does not have it.
  package func label(_ name: String) -> String { schema.variable(name)?.label ?? name }

  /// The label without what tells when or how, as far as no other variable is called the same.
  package func shortLabel(_ name: String) -> String { shortLabels[name] ?? name }

  /// Whether `CR2` may stand without its variable: not a yes or no, not a number, not one character, nothing that
  /// levels of other variables are called too.
  package func standsAlone(_ variable: Variable) -> Bool {
    !isNondescript(variable) && !sharing.contains(variable.name)
  }

  /// Whether the levels say nothing without the variable: `yes`, `3`, `negative`.
  func isNondescript(_ variable: Variable) -> Bool { nondescript.contains(variable.name) }

  private static func isNondescript(_ variable: Variable) -> Bool {
    variable.kind == .yesNo
      || variable.levels.contains { level in
        level.count < 2 || !level.contains(where: \.isLetter)
          || sayingNothing.contains(level.lowercased())
      }
  }

  private static let sayingNothing: Set = [
    "yes", "no", "true", "false", "none", "other", "unknown", "positive", "negative", "present", "absent",
    "low", "intermediate", "high", "normal", "abnormal",
  ]

  private static func shortened(_ variables: [Variable]) -> [String: String] {
    let heads = variables.map { head(of: $0.label) }
    var uses: [String: Int] = [:]
    for (variable, head) in zip(variables, heads) {
      for text in Set([variable.label, head]) { uses[text, default: 0] += 1 }
    }
    let pairs = zip(variables, heads).map { variable, head in
      (variable.name, uses[head] == 1 ? head : variable.label)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// `Disease phase` of `Disease phase at HSCT`; the first words of a label that is long all the same.
  private static func head(of label: String) -> String {
    let cuts = [" at ", " before ", " after ", " (", ", "].compactMap { label.firstRange(of: $0)?.lowerBound }
    let first = cuts.min().map { String(label[..<$0]) } ?? label
    let head = first.count < 3 ? label : first
    guard head.count > longest, let blank = head.prefix(longest).lastIndex(of: " ") else { return head }
    return head[..<blank] + "…"
  }

  /// A short label has no more characters, unless its first word has.
  private static let longest = 24
}

/// What an arm is called.
package struct ArmName: Hashable, Sendable {
  /// `Inotuzumab: yes`, `Age at HSCT ≤ 8 years`.
  package var full: String
  /// The same in fewer columns; never a yes or a number alone.
  package var short: String
  /// The level or interval alone, as it stands in data: `yes`, `≤ 8`.
  package var level: String

  package init(full: String, short: String, level: String) {
    (self.full, self.short, self.level) = (full, short, level)
  }

  /// A level that nobody has other words for.
  package init(level: String) { self.init(full: level, short: level, level: level) }

  /// The name in a width: the variable is cut before the level is, for the level tells one arm from another.
  ///
  /// - Parameter width: how many columns a text takes.
  package func text(fitting columns: Int, width: (String) -> Int) -> String {
    [self].texts(fitting: columns, width: width)[0]
  }

  /// The short name in two, where its level stands at its end: `Very early relapse`, `: `, `yes`.
  fileprivate var parts: (variable: String, joint: String, level: String)? {
    guard short.hasSuffix(level), short != level else { return nil }
    let joint = short.dropLast(level.count).hasSuffix(": ") ? ": " : " "
    return (String(short.dropLast(level.count + joint.count)), joint, level)
  }

  /// Everybody together.
  package static let everybody = ArmName(full: "All patients", short: "All", level: "all")
}

extension [ArmName] {
  /// The names of one comparison in a width, all cut at the same place: `Very ear…: no`, `Very ear…: yes`.
  ///
  /// - Parameter width: how many columns a text takes.
  package func texts(fitting columns: Int, width: (String) -> Int) -> [String] {
    guard contains(where: { width($0.short) > columns }) else { return map(\.short) }
    let room = columns - (compactMap(\.parts).map { width($0.joint) + width($0.level) }.max() ?? 0)
    return map { name in
      guard let parts = name.parts else { return name.short.cut(to: columns, width: width) }
      guard room > 2 else { return name.level.cut(to: columns, width: width) }
      return parts.variable.cut(to: room, width: width) + parts.joint + parts.level
    }
  }
}

extension VariableWords {
  /// The arms in their order; everybody together where there are none.
  package func names(_ arms: Arms?) -> [ArmName] {
    guard let arms else { return [.everybody] }
    let levels = arms.names(in: schema)
    guard let variable = schema.variable(arms.variable) else {
      return levels.map { ArmName(level: $0) }
    }
    let (label, short) = (variable.label, shortLabel(variable.name))
    switch arms {
    case .levels:
      // The sentence above the curves names the variable, so that other variables with such levels cannot be meant.
      let alone = !isNondescript(variable)
      return levels.map { level in
        ArmName(
          full: alone ? level : "\(label): \(level)", short: alone ? level : "\(short): \(level)",
          level: level)
      }
    case .cuts:
      return levels.map { interval in
        // `> 4–12` could be read as a difference.
        let said = interval.hasPrefix("> ") ? interval.replacing("–", with: " to ") : interval
        return ArmName(
          full: "\(label) \(said)\(unit(of: variable))", short: "\(short) \(said)", level: interval)
      }
    }
  }

  /// What the level or interval of each arm is called.
  func namesByLevel(_ arms: Arms?) -> [String: ArmName] {
    Dictionary(names(arms).map { ($0.level, $0) }) { first, _ in first }
  }

  /// What one more of a number is: `per unit (years)`.
  func perUnit(of variable: Variable) -> String {
    let unit = unit(of: variable)
    return unit.isEmpty ? "per unit" : "per unit (\(unit.dropFirst()))"
  }

  /// A blank and the unit; nothing where there is none.
  func unit(of variable: Variable) -> String {
    guard let unit = variable.unit, !unit.isEmpty, variable.kind != .date else { return "" }
    return " \(unit)"
  }
}
