package import CohortModel

/// Filters in words, always with the variable that they are of.
package struct FilterText: Sendable {
  package let words: VariableWords

  /// What a value that nobody recorded is called.
  package static let unknown = "unknown"

  package init(_ words: VariableWords) { self.words = words }

  /// One part for each filter, in the order in which they were set; what they say is never dropped.
  package func parts(_ filters: FilterSet) -> [Sentence.Part] {
    filters.steps.map { step in
      let full = text(step.condition)
      let brief = text(step.condition, isBrief: true)
      return Sentence.Part(full, shorter: brief == full ? [] : [brief], .meaning)
    }
  }

  /// A condition in readable words: `Disease phase CR2, CR3`, `Inotuzumab: yes`, `Age at HSCT 4–12 years`.
  ///
  /// - Parameter isBrief: with short labels, and levels alone where they say enough.
  package func text(_ condition: FilterExpression, isBrief: Bool = false) -> String {
    if let text = patients(condition, isBrief) { return text }
    return switch condition {
    case .oneOf(let name, let texts): oneOf(name, texts, isBrief)
    case .range(let name, let range): "\(label(name, isBrief)) \(self.range(range, of: name))"
    case .contains(let name, let words): "\(label(name, isBrief)) contains “\(words)”"
    case .missing(let name): "\(label(name, isBrief)) \(Self.unknown)"
    case .not(.missing(let name)): "\(label(name, isBrief)) known"
    case .not(let part): "not (\(text(part, isBrief: isBrief)))"
    case .all(let parts): parts.isEmpty ? "everybody" : join(parts, " and ", isBrief)
    case .any(let parts):
      // The usual filter with its gaps ticked: the variable is named once.
      if parts.count == 2, case .missing(let name) = parts[1], parts[0].variables == [name] {
        // Where everybody has a value, nobody is let through by the gaps.
        words.schema.variable(name)?.missingCount == 0
          ? text(parts[0], isBrief: isBrief) : "\(text(parts[0], isBrief: isBrief)) or \(Self.unknown)"
      } else {
        parts.isEmpty ? "nobody" : join(parts, " or ", isBrief)
      }
    }
  }

  /// What a variable's own filter lets through, in a few columns beside its name: `yes`, `2 of 3`, `4–12`, `known`;
  /// empty where it has none.
  package func summary(of variable: Variable, in filters: FilterSet) -> String {
    guard let condition = filters[variable.name] else { return "" }
    switch variable.domain {
    case .levels(let levels):
      let choice = LevelChoice(condition, levels: levels)
      guard choice.condition(on: variable.name) == condition else { return "set" }
      let unknown = choice.missing && variable.missingCount > 0 ? " + \(Self.unknown)" : ""
      if choice.ticked.count == levels.count { return choice.missing ? "" : "known" }
      if choice.ticked.count == 1, let only = choice.ticked.first { return only + unknown }
      return choice.ticked.isEmpty && choice.missing
        ? Self.unknown : "\(choice.ticked.count) of \(levels.count)\(unknown)"
    case .numbers:
      guard let choice = RangeChoice(condition) else { return "set" }
      if choice.range.isUnbounded { return choice.missing ? "" : "known" }
      if choice.range.lower > choice.range.upper { return choice.missing ? Self.unknown : "none" }
      return range(choice.range, of: variable, unit: "")
        + (choice.missing && variable.missingCount > 0 ? " + \(Self.unknown)" : "")
    case .text:
      if case .contains(_, let words) = condition { return "“\(words)”" }
      return "set"
    }
  }

  private func label(_ name: String, _ isBrief: Bool) -> String {
    isBrief ? words.shortLabel(name) : words.label(name)
  }

  private func oneOf(_ name: String, _ texts: Set<String>, _ isBrief: Bool) -> String {
    guard let variable = words.schema.variable(name), !texts.isEmpty else {
      return "\(label(name, isBrief)): \(texts.isEmpty ? "none" : texts.sorted().joined(separator: ", "))"
    }
    let known = variable.levels.filter(texts.contains)
    let list = (known + texts.subtracting(known).sorted()).joined(separator: ", ")
    if words.isNondescript(variable) { return "\(label(name, isBrief)): \(list)" }
    return isBrief && words.standsAlone(variable) && variable.domain != .text
      ? list : "\(label(name, isBrief)) \(list)"
  }

  /// `4–12 years`, `≥ 12 years`, `> 4 to < 12 years`, `= 4 years`.
  private func range(_ range: NumericRange, of name: String) -> String {
    let variable =
      words.schema.variable(name) ?? Variable(name: name, kind: .number, domain: .numbers(decimals: 0))
    return self.range(range, of: variable, unit: words.unit(of: variable))
  }

  /// - Parameter unit: with the blank before it.
  private func range(_ range: NumericRange, of variable: Variable, unit: String) -> String {
    let (low, high) = (variable.text(range.lower), variable.text(range.upper))
    if range.lower > range.upper { return "none" }
    if range.lower == range.upper { return "= \(low)\(unit)" }
    let (hasLower, hasUpper) = (range.lower > -.infinity, range.upper < .infinity)
    switch (hasLower, hasUpper) {
    case (false, false): return "known"
    case (true, false): return "\(range.includesLower ? "≥" : ">") \(low)\(unit)"
    case (false, true): return "\(range.includesUpper ? "≤" : "<") \(high)\(unit)"
    case (true, true):
      guard range.includesLower, range.includesUpper, range.lower >= 0, variable.kind != .date else {
        return
          "\(range.includesLower ? "≥" : ">") \(low) to \(range.includesUpper ? "≤" : "<") \(high)\(unit)"
      }
      return "\(low)–\(high)\(unit)"
    }
  }

  private func join(_ parts: [FilterExpression], _ joint: String, _ isBrief: Bool) -> String {
    parts.map { part in
      switch part {
      case .all(let inner) where inner.count > 1 && parts.count > 1: "(\(text(part, isBrief: isBrief)))"
      case .any(let inner) where inner.count > 1 && parts.count > 1: "(\(text(part, isBrief: isBrief)))"
      default: text(part, isBrief: isBrief)
      }
    }.joined(separator: joint)
  }
}
