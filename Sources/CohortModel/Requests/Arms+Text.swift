extension Arms {
  /// The arms as they can be typed: reading it gives the same arms.
  package func text(in schema: CohortSchema) -> String {
    switch self {
    case .levels(let name): return name.asWord
    case .cuts(let name, let cuts):
      let variable =
        schema.variable(name) ?? Variable(name: name, kind: .number, domain: .numbers(decimals: 0))
      let numbers = cuts.map(variable.text)
      let plain = ([name.asWord] + numbers).joined(separator: " ")
      // Where there is a variable `CD 34 5` as well, the quotes say where the name ends.
      return (try? Arms(parsing: plain, in: schema)) == self
        ? plain : ([name.quoted] + numbers).joined(separator: " ")
    }
  }

  /// Reads a variable, or a number and where it is cut: `phase`, `age 12`, `age 4 12`, `diagnosis_date 2019-04-03`; a
  /// number alone is cut at its median.
  ///
  /// Of names that may be meant the longest is: `CD 34 5` cuts `CD 34` where there is such a variable. A name in quotes
  /// is meant as it stands. The same cut twice is one.
  package init(parsing text: String, in schema: CohortSchema) throws(NamingError) {
    let text = text.trimmingPrefix { $0 == " " }
    let tokens = try? FilterToken.tokens(of: String(text)).dropLast()
    if let first = tokens?.first, first.kind == .quoted, let variable = schema.variables.named(first.text) {
      let cuts = (tokens ?? []).dropFirst().map(\.text)
      self = cuts.isEmpty ? try Arms(variable) : try Arms(cuts[...], cutting: variable)
      return
    }
    if let whole = schema.variables.named(String(text)) {
      self = try Arms(whole)
      return
    }
    guard let words = tokens?.map(\.text) else { throw .unknownVariable(String(text), nearest: nil) }
    // Between its words a name has blanks, which are no more than its characters.
    let longest = schema.variables.lazy.map {
      max($0.name.unicodeScalars.count, $0.label.unicodeScalars.count)
    }
    for count in (0...min(words.count, (longest.max() ?? 0) + 1)).dropFirst().reversed() {
      let name = words.prefix(count).joined(separator: " ")
      guard let variable = schema.variables.named(name) else { continue }
      let cuts = words.dropFirst(count)
      self = cuts.isEmpty ? try Arms(variable) : try Arms(cuts, cutting: variable)
      return
    }
    let cuts = words.dropFirst().reversed().prefix { Double($0) != nil || CalendarDay($0) != nil }.count
    let name = words.dropLast(cuts).joined(separator: " ")
    throw .unknownVariable(name, nearest: NearestName.of(name, among: schema.variables))
  }

  private init(_ words: ArraySlice<String>, cutting variable: Variable) throws(NamingError) {
    guard variable.isNumeric else {
      throw .notDivisible(variable.name, why: "only a number can be cut")
    }
    var cuts: Set<Double> = []
    for word in words {
      guard let cut = variable.number(word), cut.isFinite else {
        throw .notDivisible(
          variable.name,
          why: variable.kind == .date
            ? "“\(word)” is no day; it is cut at days such as 2019-04-03" : "“\(word)” is no number to cut at"
        )
      }
      cuts.insert(cut == 0 ? 0 : cut)
    }
    guard cuts.count < Self.most else {
      throw .notDivisible(
        variable.name,
        why:
          "\(cuts.count) cuts make \(cuts.count + 1) arms, more than the \(Self.most) that can be told apart")
    }
    self = .cuts(of: variable.name, at: cuts.sorted())
  }
}
