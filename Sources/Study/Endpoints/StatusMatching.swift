import CohortEngine
import CohortModel

/// Finds the status whose name and codes go best with a time.
struct StatusMatching {
  /// A column that may be a status.
  struct Status {
    let index: Int
    let name: String
    let parsed: StatusColumnName
  }

  let statuses: [Status]
  private let columns: StudyColumns
  /// Whether there are columns for the beginning and the end of intervals.
  private let hasInterval: Bool
  /// The statuses that may go with a plain time, with overall survival or with a composite.
  private let common: [Status]
  private let byStem: [String: [Status]]
  /// By their names in words, in order, so that those with one beginning stand together.
  private let byName: [(name: String, status: Status)]
  /// How many times have each stem by their own names.
  private let named: [String: Int]

  /// - Complexity: O(columns · log columns).
  init(_ columns: StudyColumns, times: TimeColumns, hasInterval: Bool) {
    (self.columns, self.hasInterval) = (columns, hasInterval)
    let explicit = times.candidates.filter { $0.parsed.form == .explicit }
    let taken = Set(explicit.map(\.index))
    statuses = columns.table.names.enumerated().compactMap { index, name in
      let variable = columns.variables[index]
      guard !taken.contains(index), variable.kind != .date, variable.kind != .identifier,
        (1...24).contains(columns.profiles[index].present.count)
      else { return nil }
      return Status(index: index, name: name, parsed: StatusColumnName(name))
    }
    common = statuses.filter { status in
      let stem = status.parsed.stem
      return stem.isEmpty || KnownEndpoint.isKnown(stem) || StatusVocabulary.events.contains(stem)
    }
    byStem = Dictionary(grouping: statuses, by: \.parsed.stem)
    byName = statuses.map { (NameWords($0.name).joined, $0) }.sorted { $0.0 < $1.0 }
    named = explicit.reduce(into: [:]) { $0[$1.parsed.stem, default: 0] += 1 }
  }

  /// Of equals, the status whose codes leave no doubt, then the first; a status by its name that nobody understands
  /// comes back where there is no other.
  func best(
    for time: TimeColumns.Candidate, isStop: Bool
  ) -> (status: Status, score: Int, isUnderstood: Bool)? {
    let name = isStop ? TimeColumnName("time") : time.parsed
    var best: (status: Status, score: Int, weight: Double)?
    var unread: (Status, Int)?
    for status in candidates(name) where status.index != time.index {
      let score = score(name, status)
      guard score > 0 else { continue }
      guard let coding = coding(status, stem: time.parsed.stem) else {
        if score >= 4, status.parsed.isExplicit { unread = unread ?? (status, score) }
        continue
      }
      let own = time.parsed.form == .explicit && time.parsed.stem == status.parsed.stem ? 1 : 0
      let isOwned = named[status.parsed.stem, default: 0] > own
      // A plain event beside a start and a stop is that of the interval.
      let isOfInterval = hasInterval && !isStop && status.parsed.namesEvents && status.parsed.stem.isEmpty
      let weight = Double(score) - (coding.doubt == nil ? 0 : 1.5) - (isOwned || isOfInterval ? 0.5 : 0)
      if weight > best?.weight ?? 0 { best = (status, score, weight) }
    }
    if let best { return (best.status, best.score, true) }
    return unread.map { ($0.0, $0.1, false) }
  }

  /// The statuses that a time can go with at all, in the order of the table.
  private func candidates(_ time: TimeColumnName) -> [Status] {
    let own = time.stem.isEmpty ? [] : byStem[time.stem] ?? []
    let isCommon = time.stem.isEmpty || KnownEndpoint.isKnown(time.stem) || time.form == .lastContact
    var found = isCommon ? common : []
    found += own
    if time.form == .explicit, !time.stem.isEmpty { found += beginning(with: time.stem + "_") }
    var seen: Set<Int> = []
    return found.filter { seen.insert($0.index).inserted }.sorted { $0.index < $1.index }
  }

  private func beginning(with prefix: String) -> [Status] {
    var (low, high) = (0, byName.count)
    while low < high {
      let middle = (low + high) / 2
      if byName[middle].name < prefix { low = middle + 1 } else { high = middle }
    }
    let start = low
    return byName[start...].prefix { $0.name.hasPrefix(prefix) }.map(\.status)
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
    // Only a name that begins like the time's is asked for here.
    let begins = time.form == .explicit && NameWords(status.name).joined.hasPrefix(t + "_")
    return begins && isFlag(status.index) ? 2 : 0
  }

  private func isFlag(_ index: Int) -> Bool {
    let profile = columns.profiles[index]
    return Set(profile.present.map(profile.column.text)).isSubset(of: ["0", "1"])
  }

  /// What the codes of a status mean, where need be by the words of another column.
  func coding(_ status: Status, stem: String) -> StatusCoding? {
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
}
