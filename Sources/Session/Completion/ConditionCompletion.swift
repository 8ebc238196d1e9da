import CohortModel

/// What may come next in a partly typed condition: a variable, an operation, a level, or what joins conditions.
struct ConditionCompletion {
  private(set) var kept: String
  private(set) var candidates: [Completion.Candidate] = []

  /// - Parameter isFilter: whether it is one variable's own filter, which can be taken off.
  init(of text: String, variables: [Variable], isFilter: Bool) {
    let (before, partial) = Self.split(text)
    kept = before
    guard let tokens = try? FilterToken.tokens(of: before).dropLast() else { return }
    let query = partial
    let next = Self.next(after: tokens, variables)
    switch next {
    case .variable:
      candidates = Completion.ranked(
        variables.map { Choices.variable($0, $0.described, continues: true) }, by: query)
    case .level(let variable):
      candidates = Completion.ranked(
        variable.levels.map { Choice([$0], Completion.Candidate($0.asWord)) }, by: query)
    case .operation(let variable):
      let off = isFilter && tokens.count == 1 ? [("off", false)] : []
      candidates = Self.words(Self.operations(on: variable) + off, query)
    case .word(let words): candidates = Self.words(words.map { ($0, $0 != "missing" && $0 != ")") }, query)
    }
  }

  private enum Next {
    case variable
    case operation(Variable)
    case level(Variable)
    case word([String])
  }

  /// The text up to the word or open quote at its end, and that word.
  private static func split(_ text: String) -> (before: String, partial: String) {
    let scalars = text.unicodeScalars
    guard let tokens = try? FilterToken.tokens(of: text) else {
      // A quote is open: the last one in front of which none is.
      for index in scalars.indices.reversed() where "\"'`“".unicodeScalars.contains(scalars[index]) {
        let before = String(scalars[..<index])
        if (try? FilterToken.tokens(of: before)) != nil {
          return (before, String(scalars[scalars.index(after: index)...]))
        }
      }
      return (text, "")
    }
    guard let last = tokens.dropLast().last, last.kind == .word,
      scalars.last.map({ !$0.properties.isWhitespace }) ?? false
    else { return (text, "") }
    return (String(scalars.prefix(last.column - 1)), last.text)
  }

  private static func next(after tokens: ArraySlice<FilterToken>, _ variables: [Variable]) -> Next {
    guard let last = tokens.last else { return .variable }
    let earlier = tokens.dropLast()
    if last.kind == .symbol {
      switch last.text {
      case "=", "!=", "<", "<=", ">", ">=":
        return earlier.last.flatMap { named($0, variables) }.map(Next.level) ?? .variable
      case "(", ",": return listed(in: tokens, variables).map(Next.level) ?? .variable
      case ")": return .word(["and", "or"])
      default: return .variable
      }
    }
    if last.kind == .word {
      switch last.text.lowercased() {
      case "and", "or": return .variable
      case "not":
        if earlier.last?.isWord("is") == true { return .word(["missing"]) }
        return earlier.last.flatMap { named($0, variables) } == nil ? .variable : .word(["in"])
      case "is": return .word(["missing", "not"])
      case "in": return .word(["("])
      case "contains": return .word([])
      default: break
      }
    }
    if listed(in: earlier, variables) != nil { return .word([",", ")"]) }
    if !isCompared(after: earlier, variables), let variable = named(last, variables) {
      return .operation(variable)
    }
    return .word(["and", "or"])
  }

  /// Whether what follows is what a variable is compared with: not the variable of `4 <= age`.
  private static func isCompared(after tokens: ArraySlice<FilterToken>, _ variables: [Variable]) -> Bool {
    guard let last = tokens.last else { return false }
    let isComparison = last.kind == .symbol && ["=", "!=", "<", "<=", ">", ">="].contains(last.text)
    guard isComparison || last.isWord("contains") else { return false }
    return tokens.dropLast().last.flatMap { named($0, variables) } != nil
  }

  /// The variable of the list of values that is open at the end: `phase in (CR1,`.
  private static func listed(in tokens: ArraySlice<FilterToken>, _ variables: [Variable]) -> Variable? {
    guard let open = tokens.lastIndex(where: { $0.kind == .symbol && $0.text != "," }),
      tokens[open].text == "("
    else { return nil }
    var earlier = tokens[..<open]
    guard earlier.popLast()?.isWord("in") == true else { return nil }
    if earlier.last?.isWord("not") == true { earlier.removeLast() }
    return earlier.last.flatMap { named($0, variables) }
  }

  private static func named(_ token: FilterToken, _ variables: [Variable]) -> Variable? {
    token.kind == .word || token.kind == .quoted ? variables.named(token.text) : nil
  }

  private static func operations(on variable: Variable) -> [(String, continues: Bool)] {
    let missing = [("is missing", continues: false), ("is not missing", continues: false)]
    switch variable.domain {
    case .numbers: return ["<", "<=", ">", ">=", "="].map { ($0, continues: true) } + missing
    case .text: return ["contains", "="].map { ($0, continues: true) } + missing
    case .levels:
      let order = variable.kind == .ordered ? ["<=", ">="] : []
      return (["=", "!=", "in (", "not in ("] + order).map { ($0, continues: !$0.hasSuffix("(")) } + missing
    }
  }

  private static func words(_ words: [(String, continues: Bool)], _ query: String) -> [Completion.Candidate] {
    Completion.ranked(
      words.map { Choice([$0.0], Completion.Candidate($0.0, continues: $0.continues)) }, by: query)
  }
}

extension FilterToken {
  /// Whether this is the keyword, in any letter case and not in quotes.
  fileprivate func isWord(_ word: String) -> Bool { kind == .word && text.lowercased() == word }
}
