import CohortModel
import CohortEngine

extension ReadingQuestions {
  /// Whether a guess is right, with its counts; else which columns are meant.
  func guesses(
    _ guesses: [(guess: GuessedEndpoint, endpoint: EndpointColumn)], candidates: ReadingCandidates
  ) -> ReadingQuestion? {
    guard let first = guesses.first, !stated.isRefused, stated.time == nil else { return time(candidates) }
    var choices: [ReadingQuestion.Choice] = []
    for (guess, endpoint) in guesses {
      choices +=
        Self.isPair(guess)
        ? pairChoices(guess, endpoint) : composedChoices(guess, endpoint, isFirst: choices.isEmpty)
    }
    choices = Array(choices.prefix(Self.most - 1))
    if candidates.areAny {
      var refused = stated
      refused.isRefused = true
      choices.append(.init(text: "none of these: name the columns", stated: refused))
    }
    return ReadingQuestion(
      text: "What is the endpoint?", reason: first.guess.doubt ?? "", choices: choices,
      options: (Self.isPair(first.guess) ? "" : "--accept, or ")
        + "--time COLUMN --status COLUMN --event CODE")
  }

  private static func isPair(_ guess: GuessedEndpoint) -> Bool {
    guard case .columns = guess.declaration.source else { return false }
    return guess.declaration.row == nil
  }

  /// Endpoints that are told by more than two columns are right together, or not at all.
  private func composedChoices(
    _ guess: GuessedEndpoint, _ endpoint: EndpointColumn, isFirst: Bool
  ) -> [ReadingQuestion.Choice] {
    guard isFirst else { return [] }
    var accepted = stated
    accepted.isAccepted = true
    return [.init(text: Self.text(endpoint, guess.declaration), stated: accepted)]
  }

  /// A time and a status as they were understood, and the other way round; where no code is understood, each is asked.
  private func pairChoices(_ guess: GuessedEndpoint, _ endpoint: EndpointColumn) -> [ReadingQuestion.Choice] {
    guard case .columns(let time, let status, let codes) = guess.declaration.source,
      let index = columns.index(named: status)
    else { return [] }
    guard codes.contains(where: { $0.meaning != .unknown }) else {
      var answer = stated
      (answer.time, answer.status, answer.isAskingCodes) = (time, status, true)
      let list = StatedReading.list(columns.profiles[index])
      return [.init(text: "\(time) is the time and \(status) the status: \(list)", stated: answer)]
    }
    let taken = ReadingQuestion.Choice(
      text: Self.text(endpoint, guess.declaration), stated: stating(time, status, codes, guess.declaration))
    guard let inverted = Self.inverted(codes) else { return [taken] }
    let other = stating(time, status, inverted, guess.declaration)
    return [taken, .init(text: "the other way round: \(text(status, inverted))", stated: other)]
  }

  private func stating(
    _ time: String, _ status: String, _ codes: [StatusCode], _ declaration: EndpointDeclaration
  ) -> StatedReading {
    var answer = stated
    (answer.time, answer.status, answer.entry) = (time, status, declaration.entry)
    let isCompeting = Set(declaration.competing)
    for code in codes {
      switch code.meaning {
      case .censored: answer.censored.append(code.code)
      case .unknown: answer.unknown.append(code.code)
      case .event(let name) where isCompeting.contains(name): answer.competing.append(code.code)
      case .event: answer.events.append(code.code)
      }
    }
    return answer
  }

  /// Two codes with their meanings exchanged.
  private static func inverted(_ codes: [StatusCode]) -> [StatusCode]? {
    let known = codes.filter { $0.meaning != .unknown }
    guard known.count == 2, let event = known.first(where: { $0.meaning != .censored })?.meaning,
      known.contains(where: { $0.meaning == .censored })
    else { return nil }
    return codes.map { code in
      switch code.meaning {
      case .censored: StatusCode(code.code, event)
      case .event: StatusCode(code.code, .censored)
      case .unknown: code
      }
    }
  }

  private static func text(_ endpoint: EndpointColumn, _ declaration: EndpointDeclaration) -> String {
    let causes = endpoint.causes.enumerated().map { index, cause in
      "\(endpoint.status.count { Int($0) == index + 1 }) \(cause)"
    }
    let censored = endpoint.status.count { $0 == EndpointColumn.censored }
    let unusable = endpoint.status.count { $0 == EndpointColumn.unusable }
    var source = ""
    if case .columns(let time, let status, let codes) = declaration.source {
      let events = codes.filter { if case .event = $0.meaning { true } else { false } }.map {
        "\(status) = \($0.code)"
      }
      source = "  (\(time), \(events.joined(separator: ", ")))"
    }
    return "\(endpoint.label): \(causes.joined(separator: ", ")), \(censored) censored"
      + (unusable > 0 ? ", \(unusable) left out" : "") + source
  }

  private func text(_ status: String, _ codes: [StatusCode]) -> String {
    guard let index = columns.index(named: status) else { return status }
    let profile = columns.profiles[index]
    let counts = Dictionary(
      profile.present.map { (profile.column.text($0), profile.counts[$0]) },
      uniquingKeysWith: { first, _ in first })
    return codes.map { "\(status) = \($0.code) is \($0.meaning) (\(counts[$0.code] ?? 0))" }.joined(
      separator: ", ")
  }

  /// Which column is the time; then the status.
  func time(_ candidates: ReadingCandidates) -> ReadingQuestion? {
    if stated.time == nil {
      guard !candidates.times.isEmpty else { return nil }
      return ReadingQuestion(
        text: "Which column is the time from the start to the event or the last contact?",
        reason: "no time and status go together by their names",
        choices: candidates.times.prefix(Self.most).map { name in
          var answer = stated
          (answer.time, answer.isRefused) = (name, true)
          return .init(text: describe(name), stated: answer)
        }, options: "--time COLUMN --status COLUMN --event CODE")
    }
    guard stated.status == nil else { return nil }
    let names = candidates.statuses.filter { $0 != stated.time }
    guard !names.isEmpty else { return nil }
    return ReadingQuestion(
      text: "Which column says whether the event happened?", reason: "the time is \(stated.time ?? "")",
      choices: names.prefix(Self.most).map { name in
        var answer = stated
        answer.status = name
        return .init(text: describe(name), stated: answer)
      }, options: "--status COLUMN --event CODE")
  }

  /// What each code of a status means, one after the other.
  func codes(of status: String) -> ReadingQuestion? {
    guard let index = columns.index(named: status) else { return nil }
    let profile = columns.profiles[index]
    let answered = Set(stated.events + stated.competing + stated.censored + stated.unknown)
    let texts = profile.present.map(profile.column.text).sorted(by: LevelOrder.precedes)
    guard let code = texts.first(where: { !answered.contains($0) }), texts.count <= 24,
      let number = profile.present.first(where: { profile.column.text($0) == code })
    else { return nil }
    let word = StatusWord(code)
    let isAlive =
      word == .alive || word == .aliveWithDisease || word == .noEvent || word == .lost || word == .no
      || WrittenNumber(code)?.value == 0
    var isDead = word == .event || word == .yes
    if case .dead = word { isDead = true }
    var choices: [(String, WritableKeyPath<StatedReading, [String]>)] = [
      ("the event", \.events), ("another event that competes with it", \.competing),
      ("no event: censored at the last contact", \.censored),
      ("not known: leave these patients out", \.unknown),
    ]
    if isAlive { choices.swapAt(0, 2) }
    if !isAlive, !isDead, WrittenNumber(code) == nil { choices.swapAt(0, 3) }
    return ReadingQuestion(
      text: "What does \(code.quoted) mean in \(status)?",
      reason: count(profile.counts[number], "patient"),
      choices: choices.map { text, path in
        var answer = stated
        answer[keyPath: path].append(code)
        answer.isAskingCodes = true
        return .init(text: text, stated: answer)
      }, options: "--event CODE --competing CODE --censored CODE")
  }

  private func describe(_ name: String) -> String {
    guard let variable = columns.variable(named: name), let index = columns.index(named: name) else {
      return name
    }
    let profile = columns.profiles[index]
    let shown = profile.present.count <= 6 ? StatedReading.list(profile) : ColumnText.values(variable)
    return "\(name): \(shown)"
  }
}
