/// What the values of a status column mean, by the words and numbers that people use.
///
/// A reading is *sure* where the values or the name leave one meaning only.  Where another is as plausible (1 and 2
/// without a dictionary, a name that speaks of censoring, the numbers of a vital status) it is the best guess, with
/// the reason for the doubt.
struct StatusCoding {
  let codes: [StatusCode]
  /// Why somebody should be asked before this is used; `nil` where it is sure.
  var doubt: String?
  /// What was assumed, to be said with the counts.
  var remarks: [String] = []
  /// Whether all events are deaths by their words.
  var areDeaths = false

  /// Reads the distinct values of a column, in their natural order; `nil` where they are no status at all.
  ///
  /// - Parameter event: what the event is called where the values do not say.
  /// - Complexity: O(bytes of the texts).
  init?(_ texts: [String], name: StatusColumnName, event: String) {
    guard !texts.isEmpty, texts.count <= 24 else { return nil }
    let numbers = texts.compactMap { Self.whole($0) }
    let coded: StatusCoding?
    if numbers.count == texts.count {
      coded = Self.numbered(texts, numbers, name: name, event: event)
    } else {
      coded = Self.worded(texts, name: name, event: event)
    }
    guard let coded, coded.codes.contains(where: { $0.meaning != .unknown }) || coded.doubt != nil else {
      return nil
    }
    self = coded
  }

  init(codes: [StatusCode], doubt: String? = nil, remarks: [String] = [], areDeaths: Bool = false) {
    (self.codes, self.doubt, self.remarks, self.areDeaths) = (codes, doubt, remarks, areDeaths)
  }

  /// The coding of numbers for which another column has words; `nil` where the words are not understood either.
  init?(_ texts: [String], words: [String: String], name: StatusColumnName, event: String) {
    let spoken = texts.compactMap { words[$0] }
    guard spoken.count == texts.count,
      let coding = StatusCoding(spoken, name: StatusColumnName("event"), event: event), coding.doubt == nil,
      coding.codes.contains(where: { $0.meaning == .censored }), !coding.causes.isEmpty
    else { return nil }
    let codes = zip(texts, coding.codes).map { text, code -> StatusCode in
      guard case .event(let cause) = code.meaning, coding.causes.count > 1 else {
        return StatusCode(text, code.meaning)
      }
      // Several events are called by their words as they stand in the table.
      return StatusCode(text, .event(cause == code.code.lowercased() ? code.code : cause))
    }
    self.init(codes: codes, remarks: coding.remarks, areDeaths: coding.areDeaths)
  }

  /// The names of the events, each once, in the order of the codes.
  var causes: [String] {
    var causes: [String] = []
    for case .event(let name) in codes.map(\.meaning) where !causes.contains(name) { causes.append(name) }
    return causes
  }

  private static func whole(_ text: String) -> Int? {
    guard let number = WrittenNumber(text), number.limit == .none else { return nil }
    return Int(exactly: number.value)
  }

  /// Whether the values tell the living from the dead, and nothing else.
  static func tellsDead(_ texts: [String]) -> Bool {
    let words = texts.map { StatusWord($0) }
    let deaths = words.count { if case .dead = $0 { true } else { false } }
    return deaths > 0 && words.contains(.alive) && !words.contains(.event)
  }
}

extension StatusCoding {
  /// Codes that mean that nobody knows, where they stand outside the sequence of the causes.
  private static let unknownNumbers: Set<Int> = [8, 9, 88, 99, 98, 999, 9999, -1, -9, -99]

  /// 0 is censored and 1, 2, … are causes, where there is a 0.
  private static func numbered(
    _ texts: [String], _ numbers: [Int], name: StatusColumnName, event: String
  ) -> StatusCoding? {
    let known = Set(numbers)
    if known.contains(0) || known == [1] { return fromZero(texts, numbers, name: name, event: event) }
    guard known.contains(1), known.contains(2) else { return nil }
    if known.isSubset(of: unknownNumbers.union([1, 2])) {
      let last = name.direction == .alive ? 1 : 2
      return StatusCoding(
        codes: zip(texts, numbers).map {
          StatusCode($0, $1 == last ? .event(event) : $1 < 3 && $1 > 0 ? .censored : .unknown)
        },
        doubt: "the codes are 1 and 2, and nothing says which is the event")
    }
    guard numbers.allSatisfy({ (1...6).contains($0) || unknownNumbers.contains($0) }) else { return nil }
    let list = numbers.map { "\($0)" }.joined(separator: ", ")
    return StatusCoding(
      codes: texts.map { StatusCode($0, .unknown) },
      doubt: "the codes are \(list), and nothing says which of them means that there was no event")
  }

  private static func fromZero(
    _ texts: [String], _ numbers: [Int], name: StatusColumnName, event: String
  ) -> StatusCoding? {
    let known = Set(numbers)
    // Causes are numbered without gaps.
    var last = 0
    while known.contains(last + 1), last < 7 { last += 1 }
    guard known.allSatisfy({ (0...last).contains($0) || unknownNumbers.contains($0) || $0 <= 12 }) else {
      return nil
    }
    let isInverted = name.direction == .alive || name.direction == .censored
    let codes = zip(texts, numbers).map { text, number -> StatusCode in
      if isInverted, number == 0 { return StatusCode(text, .event(event)) }
      if isInverted, number > 0, name.direction == .censored || number == 1 {
        return StatusCode(text, .censored)
      }
      if !isInverted, number == 0 { return StatusCode(text, .censored) }
      guard !isInverted, number > 0, number <= last else { return StatusCode(text, .unknown) }
      return StatusCode(text, .event(last > 1 ? "cause \(number)" : event))
    }
    var coding = StatusCoding(codes: codes)
    switch name.direction {
    case .alive, .censored: coding.remarks = ["0 is taken for the event and others for censored"]
    case .ambiguous:
      coding.remarks = ["1 is taken for the event although the name speaks of censoring"]
      coding.doubt = "the name speaks of censoring, but in many files 1 is the event"
    case .open: coding.doubt = "the name has words of life and of death, and does not say which code is which"
    case .vital where last == 1:
      coding.remarks = ["1 is taken for dead"]
      coding.doubt = "cancer registries code the dead 0, others code them 1"
    case .vital, .event: break
    }
    if last > 1, !isInverted {
      coding.remarks.append(
        "0 is taken for censored and 1 to \(last) for events that compete; a code may also mean lost")
    }
    if known == [1], !isInverted { coding.remarks.append("every patient with a status has the event") }
    if known == [0], !isInverted { coding.doubt = "the only code is 0" }
    return coding
  }

  private static func worded(_ texts: [String], name: StatusColumnName, event: String) -> StatusCoding? {
    var words = texts.map { StatusWord($0) }
    // A yes without a no among several words is a word of its own: SI is a phenotype of HIV too.
    if texts.count > 2, !words.contains(.no) { words = words.map { $0 == .yes ? .notUnderstood : $0 } }
    let letters = Set(texts.map { $0.lowercased() })
    // A single letter is a yes or a no only beside the other: V and F are the living and the dead in Spanish.
    if !words.contains(.yes) || !words.contains(.no) {
      words = zip(words, texts).map {
        ($0 == .yes || $0 == .no) && $1.count == 1 && $1.first?.isLetter == true ? .notUnderstood : $0
      }
    }
    if letters == ["a", "d"] || letters == ["l", "d"] {
      let codes = texts.map { StatusCode($0, $0.lowercased() == "d" ? .event("death") : .censored) }
      return StatusCoding(codes: codes, remarks: ["D is taken for dead"], areDeaths: true)
    }
    let isSurvival = name.stem == "os"
    var (coding, notUnderstood, lost) = (StatusCoding(codes: []), [String](), [String]())
    var codes: [StatusCode] = []
    for (text, word) in zip(texts, words) {
      let meaning = meaning(word, text, name: name, event: event)
      if meaning == .unknown { notUnderstood.append(text.quoted) }
      if word == .lost { lost.append(text.quoted) }
      codes.append(StatusCode(text, meaning))
    }
    let isEvent = { (code: StatusCode) in if case .event = code.meaning { true } else { false } }
    let events = codes.filter(isEvent)
    guard !events.isEmpty || codes.contains(where: { $0.meaning == .censored }) else { return nil }
    // Without a word for “no event”, one word alone may be a code of anything.
    let deaths = words.count { if case .dead = $0 { true } else { false } }
    guard
      codes.contains(where: { $0.meaning == .censored }) || (deaths > 0 && events.count == deaths)
        || isSurvival
        || (events.count == 1 && words.contains(.yes))
        || (events.count == 1 && words.contains(.event) && texts.count == 1)
    else { return nil }
    coding = StatusCoding(codes: codes, areDeaths: deaths > 0 && events.count == deaths)
    if Set(events.map(\.code)).count > 12 { return nil }
    // One event only is called what the endpoint calls it.
    if events.count == 1, let only = codes.firstIndex(where: isEvent), StatusNumber(texts[only]) == nil {
      codes[only].meaning = .event(coding.areDeaths ? "death" : event)
      coding = StatusCoding(codes: codes, areDeaths: coding.areDeaths)
    }
    let answersOnly = words.allSatisfy { $0 == .yes || $0 == .no }
    if answersOnly, name.direction == .vital || name.isSurvival {
      coding.doubt = "yes may mean dead or alive under this name"
    }
    if !notUnderstood.isEmpty {
      coding.remarks.append("not understood and left out: \(notUnderstood.joined(separator: ", "))")
    }
    if !lost.isEmpty {
      coding.remarks.append("\(lost.joined(separator: ", ")) is censored at the last contact")
    }
    return coding
  }

  private static func meaning(
    _ word: StatusWord, _ text: String, name: StatusColumnName, event: String
  ) -> StatusCode.Meaning {
    let own = (StatusNumber(text)?.word ?? text).trimmingBlanks.lowercased()
    let isSurvival = name.stem == "os"
    let isInverted = name.direction == .alive || name.direction == .censored
    switch word {
    case .alive, .noEvent, .lost: return .censored
    case .aliveWithDisease:
      let isDisease =
        KnownEndpoint.composites.contains(name.stem)
        || KnownEndpoint.eventOfComposite.values.contains(name.stem)
      return isDisease ? .event(own) : .censored
    case .dead(let cause): return .event(cause == nil ? "death" : own)
    case .aliveOrOtherDeath: return isSurvival ? .unknown : .censored
    // Under overall survival only death is an event; what else happened leaves open whether the patient lives.
    case .event: return isSurvival ? .unknown : .event(own)
    case .no: return isInverted || name.saysCensored ? .event(event) : .censored
    case .yes: return isInverted || name.saysCensored ? .censored : .event(event)
    case .notUnderstood:
      guard !isSurvival, !own.hasPrefix("["), !own.contains("unknown"), own != name.text else {
        return .unknown
      }
      if let numbered = StatusNumber(text) { return numbered.number == 0 ? .unknown : .event(own) }
      return name.namesEvents && NameWords(own).words.contains { $0.count > 1 } ? .event(own) : .unknown
    }
  }
}

extension [StatusCode] {
  /// Whether each distinct text means an event; `nil` for neither.
  func happened(in profile: ColumnProfile) -> [Bool?] {
    let meanings = Dictionary(map { ($0.code, $0.meaning) }, uniquingKeysWith: { first, _ in first })
    return profile.counts.indices.map { code in
      switch meanings[profile.column.text(code)] {
      case .censored: false
      case .event: true
      case .unknown, nil: nil
      }
    }
  }
}
