package import CohortModel

/// What somebody says of a table's columns, on the command line or in answers: the rest is found.
package struct StatedReading: Sendable, Equatable {
  package var time: String?
  package var status: String?
  /// Codes of the status that are the event; all of them are one.
  package var events: [String] = []
  package var competing: [String] = []
  /// Codes that mean that there was no event; where none is named, these are all that are not named otherwise.
  package var censored: [String] = []
  /// Codes whose patients are left out.
  package var unknown: [String] = []
  package var entry: String?
  /// The column with the patients' identifiers.
  package var id: String?
  /// Which of a patient's rows counts.
  package var rows: PatientDeclaration.Rule?
  package var unit: TimeUnit?
  package var dateOrder: DateOrder?
  package var centuryFrom: Int?
  /// The column with the date of time zero.
  package var timeZero: String?
  /// Whether what was guessed is right as it is, best guesses too.
  package var isAccepted = false
  /// Whether the codes of the status are being asked one by one: those not asked yet mean nothing.
  package var isAskingCodes = false
  /// Whether what was guessed is wrong: the columns are to be named.
  package var isRefused = false

  package init() {}

  package var isEmpty: Bool { self == StatedReading() }

  /// The options that say the same on a command line, quoted for a shell.
  package var arguments: String {
    var words: [String] = []
    let add = { (option: String, value: String?) in
      if let value, !value.isEmpty { words += ["--\(option)", Self.quotedForShell(value)] }
    }
    if isAccepted { words.append("--accept") }
    add("id", id)
    add("row", rows.map(Self.text))
    add("time", time)
    add("status", status)
    add("event", events.joined(separator: ","))
    add("competing", competing.joined(separator: ","))
    if !unknown.isEmpty { add("censored", censored.joined(separator: ",")) }
    add("entry", entry)
    add("unit", unit?.rawValue)
    add("time-zero", timeZero)
    add("date-order", dateOrder?.rawValue)
    add("century-from", centuryFrom.map { String($0) })
    return words.joined(separator: " ")
  }

  private static func text(_ rule: PatientDeclaration.Rule) -> String {
    switch rule {
    case .agreeing: "agreeing"
    case .first: "first"
    case .last: "last"
    case .intervals: "intervals"
    case .each: "each"
    case .highest(let column): "highest:\(column)"
    case .condition(let condition): condition
    }
  }

  private static func quotedForShell(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "_-.,:/".contains($0) }
    return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// Puts what the study file can say without looking at the table into it.
  func state(in file: inout StudyFile) {
    file.timeUnit = unit ?? file.timeUnit
    file.dateOrder = dateOrder ?? file.dateOrder
    file.centuryFrom = centuryFrom ?? file.centuryFrom
    file.timeZero = timeZero ?? file.timeZero
    if let id { file.patients = PatientDeclaration(id: id, rule: rows ?? file.patients?.rule ?? .agreeing) }
    if let rows, file.patients != nil { file.patients?.rule = rows }
  }

  /// The endpoints of the columns that were named; none where neither time nor status was.
  ///
  /// - Throws: ``StudyError/statement(path:option:value:expected:)`` where the table has no such column or code.
  func endpoints(_ columns: StudyColumns, study: StudyFile) throws(StudyError) -> [GuessedEndpoint] {
    for (option, name) in [("--time", time), ("--status", status), ("--entry", entry)] {
      if let name { try check(option, name, columns) }
    }
    try checkCodes(columns.table.path)
    guard time != nil || status != nil else {
      if let option = codeOption {
        throw .statement(
          path: columns.table.path, option: option.0, value: option.1, expected: "--time and --status with it"
        )
      }
      return []
    }
    // Whoever names the columns one by one is asked for the other.
    if isRefused, time == nil || status == nil { return [] }
    let pairs = EndpointPairs(columns, study: study)
    let partner = pairs.pairs.first { $0.time == time || $0.status == status }
    guard let time = time ?? partner?.time else {
      throw .statement(
        path: columns.table.path, option: "--status", value: status ?? "",
        expected: "--time with it, the column of the times")
    }
    guard let status = status ?? partner?.status, let index = columns.index(named: status) else {
      throw .statement(
        path: columns.table.path, option: "--time", value: time,
        expected: "--status with it, the column of the statuses")
    }
    try checkTimes(time, status, columns)
    guard columns.profiles[index].present.count <= 24 else {
      throw .statement(
        path: columns.table.path, option: "--status", value: status, expected: "a column of at most 24 codes")
    }
    let parsed = StatusColumnName(status)
    let named = TimeColumnName(time)
    let stem =
      named.stem.isEmpty || named.form == .other ? (parsed.stem == "os" ? "os" : named.stem) : named.stem
    let known = KnownEndpoint(
      stem: stem.hasPrefix("#")
        ? status.lowercased()
        : named.form == .other || named.form == .bare && !KnownEndpoint.isKnown(stem) ? "" : stem)
    let coding = try coding(columns.profiles[index], parsed, event: known.event, path: columns.table.path)
    let pair = EndpointPairs.Pair(
      time: time, status: status, stem: known.name == "survival" ? "" : stem, known: known, coding: coding,
      entry: entry ?? Entry.column(for: time, in: columns))
    let doubt = coding.doubt ?? (coding.causes.isEmpty ? "no code of it is an event" : nil)
    return declarations(pair).map {
      GuessedEndpoint(
        declaration: $0, rule: .stated, doubt: doubt.map { "\(status): \($0)" }, remarks: coding.remarks)
    }
  }

  /// Whether no code is said to be two things.
  private func checkCodes(_ path: String) throws(StudyError) {
    var meanings: [String: String] = [:]
    for (option, codes) in [("--event", events), ("--competing", competing), ("--censored", censored)] {
      for code in codes {
        guard let other = meanings.updateValue(option, forKey: code.lowercased()), other != option else {
          continue
        }
        throw .statement(
          path: path, option: option, value: code, expected: "a code that \(other) does not name")
      }
    }
  }

  /// Whether a column can hold times.
  private func checkTimes(_ time: String, _ status: String, _ columns: StudyColumns) throws(StudyError) {
    let wrong = { (expected: String) in
      StudyError.statement(path: columns.table.path, option: "--time", value: time, expected: expected)
    }
    guard time != status else { throw wrong("another column than --status") }
    guard RecordedTimes(times: time, in: columns) != nil, let index = columns.index(named: time) else {
      throw wrong("a column of numbers")
    }
    let isShort = columns.profiles[index].present.count <= 2 && columns.rowCount >= 10
    guard !isShort else {
      throw wrong("a column of times; its only values are \(Self.list(columns.profiles[index]))")
    }
  }

  private var codeOption: (String, String)? {
    for (option, codes) in [("--event", events), ("--competing", competing), ("--censored", censored)] {
      if let first = codes.first { return (option, first) }
    }
    return entry.map { ("--entry", $0) }
  }

  /// With competing events the incidence comes first; what was said to be one event is one.
  private func declarations(_ pair: EndpointPairs.Pair) -> [EndpointDeclaration] {
    guard !events.isEmpty else { return pair.declarations }
    var declaration = pair.declaration
    let causes = pair.coding.causes
    guard !competing.isEmpty, causes.count > 1 else { return [declaration] }
    declaration.label = "Cumulative incidence of \(causes[0])"
    (declaration.events, declaration.competing) = ([causes[0]], Array(causes.dropFirst()))
    declaration.name = NameWords(causes[0]).joined
    return [declaration] + [pair.declaration]
  }

  private func check(_ option: String, _ name: String, _ columns: StudyColumns) throws(StudyError) {
    guard columns.index(named: name) == nil else { return }
    let nearest =
      NearestName.of(name, among: columns.table.names).map { "; did you mean \($0.quoted)?" } ?? ""
    throw .statement(
      path: columns.table.path, option: option, value: name, expected: "the name of a column\(nearest)")
  }
}

extension StatedReading {
  /// What the codes mean: as said, else as their words and numbers say.
  private func coding(
    _ profile: ColumnProfile, _ name: StatusColumnName, event: String, path: String
  ) throws(StudyError) -> StatusCoding {
    let texts = profile.present.map(profile.column.text).sorted(by: LevelOrder.precedes)
    let guess = StatusCoding(texts, name: name, event: event)
    guard !events.isEmpty || !competing.isEmpty || !censored.isEmpty || !unknown.isEmpty else {
      guard let guess else {
        return StatusCoding(
          codes: texts.map { StatusCode($0, .unknown) },
          doubt: "its values are not understood: \(Self.list(profile))")
      }
      return guess
    }
    for (option, codes) in [("--event", events), ("--competing", competing), ("--censored", censored)] {
      for code in codes where !texts.contains(where: { Self.isSame($0, code) }) {
        throw .statement(path: path, option: option, value: code, expected: "one of \(Self.list(profile))")
      }
    }
    let isNamed = { (codes: [String], text: String) in codes.contains { Self.isSame(text, $0) } }
    // A single event that is a word is called by it.
    let word =
      events.count == 1 ? events.first.flatMap { WrittenNumber($0) == nil ? $0.lowercased() : nil } : nil
    let eventName = word.map { StatusWord($0) == .yes ? event : $0 } ?? event
    let unnamed = texts.filter { text in
      !isNamed(events, text) && !isNamed(competing, text) && !isNamed(censored, text)
        && !isNamed(unknown, text)
    }
    let isNoEvent = { (text: String) in Self.meansNoEvent(text) }
    // One code that is left over is “no event”; of several only those that say so themselves.
    let isOnlyOne = unnamed.count == 1 && !texts.contains(where: { isNamed(censored, $0) || isNoEvent($0) })
    let codes = texts.map { text -> StatusCode in
      if isNamed(events, text) { return StatusCode(text, .event(eventName)) }
      if isNamed(competing, text) { return StatusCode(text, .event(Self.name(text, guess))) }
      if isNamed(censored, text) { return StatusCode(text, .censored) }
      let isCensored =
        censored.isEmpty && !isAskingCodes && !isNamed(unknown, text) && (isNoEvent(text) || isOnlyOne)
      return StatusCode(text, isCensored ? .censored : .unknown)
    }
    let sorted =
      codes.filter { $0.meaning == .event(eventName) } + codes.filter { $0.meaning != .event(eventName) }
    var coding = StatusCoding(codes: sorted)
    let open = unnamed.filter { text in
      codes.contains { $0.code == text && $0.meaning == .unknown } && WrittenNumber(text) != nil
    }
    if censored.isEmpty, !isAskingCodes, !open.isEmpty, !codes.contains(where: { $0.meaning == .censored }) {
      coding.doubt =
        "nothing says which of \(open.map(\.quoted).joined(separator: ", ")) means no event; say --censored CODE"
    }
    let taken = unnamed.filter { text in codes.contains { $0.code == text && $0.meaning == .censored } }
    if !taken.isEmpty {
      coding.remarks.append(
        "not named, and taken for censored: \(taken.map(\.quoted).joined(separator: ", "))")
    }
    if !open.isEmpty {
      coding.remarks.append("not named, and left out: \(open.map(\.quoted).joined(separator: ", "))")
    }
    return coding
  }

  /// Whether a code says by itself that there was no event.
  private static func meansNoEvent(_ text: String) -> Bool {
    switch StatusWord(text) {
    case .alive, .aliveWithDisease, .noEvent, .lost, .no, .aliveOrOtherDeath: true
    default: WrittenNumber(text)?.value == 0
    }
  }

  private static func name(_ text: String, _ guess: StatusCoding?) -> String {
    if case .event(let name)? = guess?.codes.first(where: { $0.code == text })?.meaning, !name.isEmpty {
      return name.hasPrefix("cause ") || name == "event" ? "competing event \(text)" : name
    }
    return WrittenNumber(text) == nil ? text.lowercased() : "competing event \(text)"
  }

  /// Whether a code of the table is the one that was named: the same text, or the same number.
  private static func isSame(_ text: String, _ code: String) -> Bool {
    if text.lowercased() == code.lowercased() { return true }
    guard let a = WrittenNumber(text)?.value, let b = WrittenNumber(code)?.value else { return false }
    return a == b
  }

  static func list(_ profile: ColumnProfile) -> String {
    let codes = profile.present.sorted {
      LevelOrder.precedes(profile.column.text($0), profile.column.text($1))
    }
    let shown = codes.prefix(8).map { "\(profile.column.text($0).quoted) (\(profile.counts[$0]))" }
    return shown.joined(separator: ", ") + (codes.count > 8 ? ", …" : "")
  }
}
