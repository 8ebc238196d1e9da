import CohortEngine

/// Finds a column of times and a column of statuses that belong together.
struct EndpointPairs {
  struct Pair {
    let time: String
    let status: String
    /// The canonical stem of the endpoint.
    let stem: String
    let known: KnownEndpoint
    var coding: StatusCoding
    /// The column where observation starts.
    let entry: String?
    /// Why the two may not belong together; `nil` where their names say that they do.
    var doubt: String?

    var isSure: Bool { doubt == nil && coding.doubt == nil }
  }

  /// A column whose values are understood as a status.
  struct Status {
    let index: Int
    let name: String
    let parsed: StatusColumnName
  }

  var pairs: [Pair] = []
  private(set) var findings: [Finding] = []
  let times: TimeColumns
  let statuses: [Status]
  private let columns: StudyColumns
  private let study: StudyFile
  /// Whether there are columns for the beginning and the end of intervals.
  private let hasInterval: Bool

  /// - Complexity: O(columns + times × statuses + rows × pairs).
  init(_ columns: StudyColumns, study: StudyFile) {
    (self.columns, self.study) = (columns, study)
    let interval = StartStop(columns)
    hasInterval = interval != nil
    times = TimeColumns(columns, besides: Set([interval?.start].compactMap { $0 }))
    statuses = Self.statuses(columns, times: times)
    var proposals: [(pair: Pair, score: Int)] = []
    for time in Self.distinct(times.candidates) {
      guard let (status, score) = best(for: time, isStop: time.name == interval?.stop),
        let pair = pair(time, status, score: score, interval: interval)
      else { continue }
      proposals.append((pair, score))
    }
    proposals += deathsFromDisease(interval)
    let generic = Set(proposals.filter { $0.pair.stem.isEmpty || $0.pair.stem == "os" }.map(\.pair.status))
    for (pair, score) in proposals where score > 3 || !generic.contains(pair.status) || pair.stem.isEmpty {
      consider(pair)
    }
    for refused in times.refused {
      findings.append(Finding(.note, column: refused.name, message: "no follow-up: \(refused.reason)"))
    }
    dropFirstIntervals()
    dropPlainTimes()
    pairs = pairs.enumerated().sorted {
      (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset)
    }
    .map(\.element)
    for pair in pairs where pair.stem == "os" { compareStatuses(pair) }
    nameCauses(in: columns)
    nameDeath(in: columns, study: study)
  }

  private static func statuses(_ columns: StudyColumns, times: TimeColumns) -> [Status] {
    let taken = Set(times.candidates.filter { $0.parsed.form == .explicit }.map(\.index))
    return columns.table.names.enumerated().compactMap { index, name in
      let variable = columns.variables[index]
      guard !taken.contains(index), variable.kind != .date, variable.kind != .identifier,
        (1...24).contains(columns.profiles[index].present.count)
      else { return nil }
      return Status(index: index, name: name, parsed: StatusColumnName(name))
    }
  }

  /// Deaths from one disease told beside overall survival, with its time: SEER's cause-specific classification.
  private func deathsFromDisease(_ interval: StartStop?) -> [(pair: Pair, score: Int)] {
    let stems = times.candidates.map(\.parsed.stem)
    guard let time = times.candidates.first(where: { $0.parsed.stem == "os" && $0.parsed.form == .explicit })
    else { return [] }
    return statuses.filter { ["dss", "css"].contains($0.parsed.stem) && !stems.contains($0.parsed.stem) }
      .compactMap { status in
        guard let coding = coding(status, stem: status.parsed.stem), coding.doubt == nil else { return nil }
        let known = KnownEndpoint(stem: status.parsed.stem)
        let pair = Pair(
          time: time.name, status: status.name, stem: status.parsed.stem, known: known, coding: coding,
          entry: Entry.column(for: time.name, in: columns))
        return (pair, 7)
      }
  }

  /// Overall survival comes first, then the composites of the field, plain survival, and single events.
  private static func rank(_ pair: Pair) -> Int {
    if pair.stem == "os" { return 0 }
    if KnownEndpoint.composites.contains(pair.stem) { return 1 }
    return pair.stem.isEmpty ? 2 : KnownEndpoint.isKnown(pair.stem) ? 3 : 4
  }

  /// One column of times an endpoint: the finest unit of those with its name, and of plain times the first with a word
  /// for time in its name.
  private static func distinct(_ candidates: [TimeColumns.Candidate]) -> [TimeColumns.Candidate] {
    let unit = { (name: String) in TimeUnitWords.unit(inName: name).flatMap(TimeUnit.allCases.firstIndex(of:))
    }
    return candidates.filter { candidate in
      !candidates.contains { other in
        guard other.index != candidate.index, other.parsed.stem == candidate.parsed.stem,
          other.parsed.form == .explicit, candidate.parsed.form != .lastContact
        else { return false }
        if candidate.parsed.form == .unit { return true }
        guard candidate.parsed.form == .explicit, !candidate.parsed.stem.isEmpty else { return false }
        let (mine, others) = (unit(candidate.name) ?? .max, unit(other.name) ?? .max)
        return others < mine && mine != .max
      }
    }
  }

  /// The status whose name goes best with a time; of equals, the one whose codes leave no doubt, then the first.
  private mutating func best(for time: TimeColumns.Candidate, isStop: Bool) -> (Status, Int)? {
    var best: (status: Status, score: Int, weight: Double)?
    var unread: Status?
    for status in statuses where status.index != time.index {
      let score = score(isStop ? TimeColumnName("time") : time.parsed, status)
      guard score > 0 else { continue }
      guard let coding = coding(status, stem: time.parsed.stem) else {
        if score >= 4, status.parsed.isExplicit { unread = unread ?? status }
        continue
      }
      let isOwned = times.candidates.contains {
        $0.index != time.index && $0.parsed.form == .explicit && $0.parsed.stem == status.parsed.stem
      }
      // A plain event beside a start and a stop is that of the interval.
      let isOfInterval = hasInterval && !isStop && status.parsed.namesEvents && status.parsed.stem.isEmpty
      let weight = Double(score) - (coding.doubt == nil ? 0 : 1.5) - (isOwned || isOfInterval ? 0.5 : 0)
      if weight > best?.weight ?? 0 { best = (status, score, weight) }
    }
    if best == nil, let unread {
      let profile = columns.profiles[unread.index]
      let list = profile.present.prefix(6).map { profile.column.text($0).quoted }.joined(separator: ", ")
      findings.append(
        Finding(
          .warning, column: unread.name,
          message:
            "looks like the status that goes with \(time.name), but its values (\(list)) are not understood"))
    }
    return best.map { ($0.status, $0.score) }
  }

  /// How well the names of a time and a status go together: 4 and more say it, less leave a doubt, 0 is no match.
  private func score(_ time: TimeColumnName, _ status: Status) -> Int {
    let (t, s) = (time.stem, status.parsed.stem)
    let isExplicit = status.parsed.isExplicit
    if t == s {
      if t.isEmpty { return time.form == .bare || !isExplicit ? 0 : time.form == .lastContact ? 1 : 6 }
      if t.hasPrefix("#") { return 3 }
      return time.form == .explicit || isExplicit ? 7 : KnownEndpoint.isKnown(t) ? 5 : 0
    }
    if time.form == .lastContact { return s == "os" ? 2 : 0 }
    if t.isEmpty {
      if time.form == .bare { return 0 }
      if s == "os" { return 6 }
      return KnownEndpoint.isKnown(s) || StatusVocabulary.events.contains(s) ? 4 : 0
    }
    if t == "os" { return s.isEmpty && isExplicit ? 4 : 0 }
    if KnownEndpoint.eventOfComposite[t] == s, !s.isEmpty { return 5 }
    if s.isEmpty, isExplicit, KnownEndpoint.isKnown(t) { return 3 }
    return time.form == .explicit && NameWords(status.name).joined.hasPrefix(t + "_") && isFlag(status.index)
      ? 2 : 0
  }

  private func isFlag(_ index: Int) -> Bool {
    let profile = columns.profiles[index]
    return Set(profile.present.map(profile.column.text)).isSubset(of: ["0", "1"])
  }

  private func coding(_ status: Status, stem: String) -> StatusCoding? {
    let profile = columns.profiles[status.index]
    let texts = profile.present.map(profile.column.text).sorted(by: LevelOrder.precedes)
    let event = KnownEndpoint(stem: stem).event
    let coding = StatusCoding(texts, name: status.parsed, event: event)
    guard profile.present.allSatisfy({ profile.numbers[$0] != nil }), profile.present.count > 1,
      coding?.doubt != nil || coding?.causes.count ?? 0 > 1,
      let words = CauseColumns.words(for: profile, in: columns, besides: [status.name])
    else { return coding }
    // Another column says in words what the numbers mean.
    return StatusCoding(texts, words: words, name: status.parsed, event: event) ?? coding
  }

  private func pair(
    _ time: TimeColumns.Candidate, _ status: Status, score: Int, interval: StartStop?
  ) -> Pair? {
    let isStop = time.name == interval?.stop
    let profile = columns.profiles[status.index]
    let isVital =
      status.parsed.stem == "os" || StatusCoding.tellsDead(profile.present.map(profile.column.text))
    var stem = isStop && !KnownEndpoint.isKnown(time.parsed.stem) ? "" : time.parsed.stem
    if stem.isEmpty { stem = isVital ? "os" : status.parsed.stem }
    let known = KnownEndpoint(stem: stem.hasPrefix("#") ? status.name.lowercased() : stem)
    guard let coding = coding(status, stem: stem.hasPrefix("#") ? "" : stem) else { return nil }
    let doubt: String? =
      score >= 3 && !time.parsed.stem.hasPrefix("#")
      ? nil
      : "nothing but a part of their names joins \(time.name) and \(status.name)"
    let doubted = doubt ?? homonym(time.name, status.name) ?? (isStop ? unnamedIntervals(interval) : nil)
    let entry = isStop ? interval?.start : Entry.column(for: time.name, in: columns)
    return Pair(
      time: time.name, status: status.name, stem: stem, known: known, coding: coding, entry: entry,
      doubt: doubted)
  }
}

extension EndpointPairs {
  /// Columns of one name are told apart by numbers that the file does not have; which is meant is open.
  private func homonym(_ names: String...) -> String? {
    for name in names {
      let plain = name.hasSuffix(")") ? String(name.prefix { $0 != "(" }).trimmingBlanks : name
      guard columns.index(named: plain) != nil, columns.index(named: plain + " (2)") != nil else { continue }
      return "several columns are called \(plain.quoted)"
    }
    return nil
  }

  /// Intervals of which one begins where that of the row above ends belong together, whoever they are of.
  private func unnamedIntervals(_ interval: StartStop?) -> String? {
    guard let interval, PatientIdentifier(in: columns) == nil,
      let starts = RecordedTimes(times: interval.start, in: columns),
      let stops = RecordedTimes(times: interval.stop, in: columns)
    else { return nil }
    let decimals = max(starts.decimals, stops.decimals)
    let (start, stop) = (starts.ticks(decimals: decimals), stops.ticks(decimals: decimals))
    let late = start.indices.filter { start[$0] > 0 }
    let joined = late.count { $0 > 0 && start[$0] == stop[$0 - 1] }
    guard joined * 3 > late.count, joined > 1 else { return nil }
    return "rows go on where the row above ends, and no column says whose they are"
  }

  private mutating func consider(_ pair: Pair) {
    guard
      let endpoint = ColumnEndpoint(pair.declaration, rule: .namePair, study: study, columns: columns)?
        .endpoint
    else { return }
    if isTimeOfEventOnly(pair) {
      let message = "times only where \(pair.status) says that it happened: no endpoint by itself"
      findings.append(Finding(.note, column: pair.time, message: message))
      return
    }
    let usable = endpoint.status.count { $0 >= 0 }
    let events = endpoint.status.count { $0 > 0 }
    guard usable > 0 || pair.coding.doubt != nil else { return }
    if events == 0, pair.coding.doubt == nil, (endpoint.status.count - usable) * 4 > endpoint.status.count {
      let message =
        "nobody has an event by \(pair.status), and many of its values are not understood: no endpoint"
      findings.append(Finding(.warning, column: pair.status, message: message))
      return
    }
    guard !pairs.contains(where: { isSame($0, pair) }) else { return }
    var pair = pair
    if pair.coding.doubt == nil, let share = notUnderstood(pair) { pair.coding.doubt = share }
    pairs.append(pair)
    for remark in pair.coding.remarks + [pair.coding.doubt, pair.doubt].compactMap({ $0 }) {
      findings.append(Finding(pair.isSure ? .note : .warning, column: pair.status, message: remark))
    }
  }

  /// Lists patients of whom two columns say different things: dead by one, alive by the other.
  private mutating func compareStatuses(_ pair: Pair) {
    guard pair.causes.count == 1, let index = columns.index(named: pair.status) else { return }
    let own = happened(columns.profiles[index], pair.coding)
    for status in statuses
    where status.name != pair.status && status.parsed.stem == "os" && !pair.coding.codes.isEmpty {
      let isOfOther = pairs.contains { $0.status == status.name }
      guard !isOfOther, let coding = coding(status, stem: "os"), coding.doubt == nil, coding.causes.count == 1
      else { continue }
      let other = happened(columns.profiles[status.index], coding)
      let (codes, others) = (
        columns.profiles[index].column.codes, columns.profiles[status.index].column.codes
      )
      let rows = codes.indices.filter { row in
        guard let a = own[Int(codes[row])], let b = other[Int(others[row])] else { return false }
        return a != b
      }
      guard !rows.isEmpty else { continue }
      findings.append(
        Finding(
          .warning, lines: rows.map { Int(columns.table.lines[$0]) },
          column: "\(pair.status), \(status.name)",
          message:
            "\(count(rows.count, "patient")) dead by one column and alive by the other; \(pair.status) counts"
        ))
    }
  }

  /// Whether each text means the event; `nil` for neither.
  private func happened(_ profile: ColumnProfile, _ coding: StatusCoding) -> [Bool?] {
    let meanings = Dictionary(
      coding.codes.map { ($0.code, $0.meaning) }, uniquingKeysWith: { first, _ in first })
    return profile.counts.indices.map { code in
      switch meanings[profile.column.text(code)] {
      case .censored: false
      case .event: true
      case .unknown, nil: nil
      }
    }
  }

  /// Where many have a status that is not understood, those left may be no picture of the patients.
  private func notUnderstood(_ pair: Pair) -> String? {
    guard let index = columns.index(named: pair.status) else { return nil }
    let profile = columns.profiles[index]
    let unknown = Set(pair.coding.codes.filter { $0.meaning == .unknown }.map(\.code))
    let rows = profile.present.reduce(0) {
      unknown.contains(profile.column.text($1)) ? $0 + profile.counts[$1] : $0
    }
    let isOneSided = !pair.coding.codes.contains { $0.meaning == .censored }
    guard rows * 5 > profile.presentRows || (rows > 0 && isOneSided) else { return nil }
    let list = unknown.sorted().prefix(4).map(\.quoted).joined(separator: ", ")
    return "\(rows) of \(profile.presentRows) patients have a value that is not understood: \(list)"
  }

  /// Whether most patients without the event have no time at all.
  private func isTimeOfEventOnly(_ pair: Pair) -> Bool {
    guard let index = columns.index(named: pair.status),
      let ticks = RecordedTimes(times: pair.time, in: columns)?.ticks(decimals: 0)
    else { return false }
    let profile = columns.profiles[index]
    let censored = Set(pair.coding.codes.filter { $0.meaning == .censored }.map(\.code))
    let isCensored = profile.counts.indices.map { censored.contains(profile.column.text($0)) }
    let rows = ticks.indices.filter { isCensored[Int(profile.column.codes[$0])] }
    let without = rows.count { ticks[$0] == RecordedTimes.none }
    return without * 2 > rows.count
  }

  /// Whether two pairs say the same about every patient.
  private func isSame(_ a: Pair, _ b: Pair) -> Bool {
    let endpoints = [a, b].compactMap {
      ColumnEndpoint($0.declaration, rule: .namePair, study: study, columns: columns)?.endpoint
    }
    guard endpoints.count == 2, let first = endpoints.first, let second = endpoints.last else { return false }
    return first.times == second.times && first.status == second.status && first.entries == second.entries
      && first.scale.ticksPerUnit == second.scale.ticksPerUnit
  }

  /// A status that goes with a time of its own name goes with no plain time besides.
  private mutating func dropPlainTimes() {
    let isNamed = { (pair: Pair) in !TimeColumnName(pair.time).stem.isEmpty }
    let own = Dictionary(
      pairs.filter(isNamed).map { ($0.status, $0.time) }, uniquingKeysWith: { first, _ in first })
    for pair in pairs where !isNamed(pair) {
      guard let time = own[pair.status] else { continue }
      findings.append(
        Finding(.note, column: pair.time, message: "no endpoint by itself: \(pair.status) goes with \(time)"))
    }
    pairs.removeAll { !isNamed($0) && own[$0.status] != nil }
  }

  /// A start and stop beside a longer follow-up are its first interval only.
  private mutating func dropFirstIntervals() {
    guard let interval = StartStop(columns), pairs.count > 1,
      let stop = RecordedTimes(times: interval.stop, in: columns)?.ticks(decimals: 3)
    else { return }
    let isShorter = pairs.contains { pair in
      guard pair.time != interval.stop, pair.stem.isEmpty || pair.stem == "os",
        let whole = RecordedTimes(times: pair.time, in: columns)?.ticks(decimals: 3)
      else { return false }
      let rows = stop.indices.filter { stop[$0] != RecordedTimes.none && whole[$0] != RecordedTimes.none }
      return rows.count { stop[$0] <= whole[$0] } * 20 >= rows.count * 19
        && rows.count { stop[$0] < whole[$0] } * 5 >= rows.count
    }
    guard isShorter else { return }
    pairs.removeAll { $0.time == interval.stop }
    findings.append(
      Finding(
        .note, column: "\(interval.start), \(interval.stop)",
        message: "an interval within a longer follow-up: no endpoint by itself"))
  }
}
