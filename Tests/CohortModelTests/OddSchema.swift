import CohortModel
import SurvivalStatistics

/// A cohort whose names and levels are as odd as files have them, and random questions about it.
enum OddSchema {
  static let texts = [
    "", " ", "a", "and", "NOT", "in", "missing", "all", "none", "off", "contains", "na", "12", "-3.5", "1e5",
    "inf", "nan",
    "2019-04-03", "two words", " padded ", "it's", "qu\"ote", "\"whole\"", "`tick`", "“curly”", "a\"\"b",
    "\\", "\\u{41}", "\\u{", "line\nbreak", "\r\n", "tab\t", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{85}",
    "\u{202E}rtl", "\u{200B}", "\u{FEFF}", "\u{301}", "e\u{301}", "\u{301}\"", "x\u{20DD}", "🧑‍⚕️", "ß", "ﬃ",
    "≤ 12", "<5", ">= 5", "a=b", "a&b|c", "(x)", "x,y", "!", "a:b", "50%", "a/b", "\u{E000}", "\u{FFFE}",
    "İ", "ΑΣ", "CR2", "cr2", "²", "½",
  ]

  static let schema = CohortSchema(
    patientCount: 0,
    variables: [
      Variable(name: "phase", kind: .ordered, domain: .levels(["CR1", "CR2", "cr2", "CR3"])),
      Variable(name: "odd", kind: .categorical, domain: .levels(texts)),
      Variable(name: "nothing", kind: .categorical, domain: .levels([])),
      Variable(name: "age", kind: .number, domain: .numbers(decimals: 1)),
      Variable(name: "age 12", kind: .number, domain: .numbers(decimals: 0)),
      Variable(name: "CD", kind: .number, domain: .numbers(decimals: 0)),
      Variable(name: "CD 34", kind: .number, domain: .numbers(decimals: 0)),
      Variable(name: "5", kind: .number, domain: .numbers(decimals: 0)),
      Variable(name: "diagnosed", kind: .date, domain: .numbers(decimals: 0)),
      Variable(name: "note", kind: .text, domain: .text),
    ]
      + texts.map { Variable(name: $0, label: "Age", kind: .number, domain: .numbers(decimals: 0)) }
      + texts.map { Variable(name: "level \($0)", kind: .yesNo, domain: .levels(["no", "yes"])) },
    endpoints: [])

  static func condition(depth: Int, using generator: inout SeededGenerator) -> FilterExpression {
    if depth > 0, Int.random(in: 0..<3, using: &generator) > 0 {
      let parts = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        condition(depth: depth - 1, using: &generator)
      }
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: return .all(parts)
      case 1: return .any(parts)
      default: return .not(parts.first ?? .any([]))
      }
    }
    let variable = schema.variables[Int.random(in: schema.variables.indices, using: &generator)]
    if Int.random(in: 0..<5, using: &generator) == 0 { return .missing(variable.name) }
    switch variable.domain {
    case .numbers: return .range(variable.name, range(using: &generator))
    case .levels, .text:
      let known = variable.domain == .text ? texts : variable.levels
      let chosen = (0..<Int.random(in: 0...4, using: &generator)).compactMap { _ in
        known.randomElement(using: &generator)
      }
      return Bool.random(using: &generator)
        ? .oneOf(variable.name, Set(chosen))
        : .contains(variable.name, texts.randomElement(using: &generator) ?? "")
    }
  }

  static let numbers: [Double] = [
    -.infinity, .infinity, 0, -0.0, 1, 0.1, -3.5, 12, 12.000000000000002, 17_989, -719_162, -719_163,
    2_932_896, 2_932_897, 0.5, 1e15, 123_456_789_012_345, 1e300, -1e300, .leastNonzeroMagnitude,
    .greatestFiniteMagnitude, 9_007_199_254_740_992, 1.0 / 3,
  ]

  /// Bounds in any order, also equal, also none.
  static func range(using generator: inout SeededGenerator) -> NumericRange {
    NumericRange(
      lower: numbers.randomElement(using: &generator) ?? 0,
      upper: numbers.randomElement(using: &generator) ?? 0,
      includesLower: Bool.random(using: &generator), includesUpper: Bool.random(using: &generator))
  }

  static func arms(using generator: inout SeededGenerator) -> Arms {
    let variables = schema.variables.filter { $0.isNumeric || (1...Arms.most).contains($0.levels.count) }
    let variable = variables[Int.random(in: variables.indices, using: &generator)]
    guard variable.isNumeric else { return .levels(of: variable.name) }
    let cuts = Set(
      (0..<Int.random(in: 1..<Arms.most, using: &generator)).map { _ in
        numbers.filter(\.isFinite).randomElement(using: &generator) ?? 0
      })
    return .cuts(of: variable.name, at: cuts.sorted())
  }
}
