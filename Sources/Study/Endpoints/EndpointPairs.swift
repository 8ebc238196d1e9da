import CohortModel

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

  var pairs: [Pair] = []
  var findings: [Finding] = []
  let times: TimeColumns
  let matching: StatusMatching
  let columns: StudyColumns
  let study: StudyFile
  /// What each pair says of the patients, to know those that say the same.
  var fingerprints: [Int: [Pair]] = [:]

  /// - Complexity: O(columns · log columns + rows × pairs).
  init(_ columns: StudyColumns, study: StudyFile) {
    (self.columns, self.study) = (columns, study)
    let interval = StartStop(columns)
    times = TimeColumns(columns, besides: Set([interval?.start].compactMap { $0 }))
    matching = StatusMatching(columns, times: times, hasInterval: interval != nil)
    var proposals: [(pair: Pair, score: Int)] = []
    for time in Self.distinct(times.candidates, columns) {
      guard let best = matching.best(for: time, isStop: time.name == interval?.stop) else { continue }
      guard best.isUnderstood else {
        noteUnread(best.status, time.name)
        continue
      }
      guard let pair = pair(time, best.status, score: best.score, interval: interval) else { continue }
      proposals.append((pair, best.score))
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

  /// Overall survival comes first, then the composites of the field, plain survival, and single events.
  private static func rank(_ pair: Pair) -> Int {
    if pair.stem == "os" { return 0 }
    if KnownEndpoint.composites.contains(pair.stem) { return 1 }
    return pair.stem.isEmpty ? 2 : KnownEndpoint.isKnown(pair.stem) ? 3 : 4
  }

  /// One column of times an endpoint: the finest unit of those with its name, and of plain times the first with a word
  /// for time in its name.
  private static func distinct(
    _ candidates: [TimeColumns.Candidate], _ columns: StudyColumns
  ) -> [TimeColumns.Candidate] {
    let unit = { (name: String) in
      TimeUnitWords.unit(inName: name).flatMap(TimeUnit.allCases.firstIndex(of:)) ?? .max
    }
    // A finer unit that many rows lack is no better.
    let fullest = candidates.reduce(into: [String: Int]()) { fullest, candidate in
      fullest[candidate.parsed.stem] = max(
        fullest[candidate.parsed.stem] ?? 0, columns.profiles[candidate.index].presentRows)
    }
    let candidates = candidates.filter { candidate in
      candidate.parsed.stem.isEmpty || candidate.parsed.form != .explicit
        || columns.profiles[candidate.index].presentRows * 10 >= (fullest[candidate.parsed.stem] ?? 0) * 9
    }
    let explicit = candidates.filter { $0.parsed.form == .explicit }
    let finest = explicit.reduce(into: [String: Int]()) { finest, candidate in
      finest[candidate.parsed.stem] = min(finest[candidate.parsed.stem] ?? .max, unit(candidate.name))
    }
    return candidates.filter { candidate in
      switch candidate.parsed.form {
      case .unit: return finest[candidate.parsed.stem] == nil
      case .explicit where !candidate.parsed.stem.isEmpty:
        let own = unit(candidate.name)
        return own == .max || own <= finest[candidate.parsed.stem] ?? .max
      default: return true
      }
    }
  }

  /// The pair of a time and a status, with what is doubtful about it.
  private func pair(
    _ time: TimeColumns.Candidate, _ status: StatusMatching.Status, score: Int, interval: StartStop?
  ) -> Pair? {
    let isStop = time.name == interval?.stop
    let profile = columns.profiles[status.index]
    let isVital =
      status.parsed.stem == "os" || StatusCoding.tellsDead(profile.present.map(profile.column.text))
    var stem = isStop && !KnownEndpoint.isKnown(time.parsed.stem) ? "" : time.parsed.stem
    if stem.isEmpty { stem = isVital ? "os" : status.parsed.stem }
    // An event of its own under the time of a composite is that event.
    if KnownEndpoint.eventOfComposite[stem] == status.parsed.stem, !status.parsed.stem.isEmpty {
      stem = status.parsed.stem
    }
    let known = KnownEndpoint(stem: stem.hasPrefix("#") ? status.name.lowercased() : stem)
    guard let coding = matching.coding(status, stem: stem.hasPrefix("#") ? "" : stem) else { return nil }
    let doubt: String? =
      score >= 3 && !time.parsed.stem.hasPrefix("#")
      ? nil
      : "nothing but a part of their names joins \(time.name) and \(status.name)"
    let isForeign =
      isVital && !["os", "", "graft"].contains(stem) && !stem.hasPrefix("#") && status.parsed.stem != stem
    let foreign =
      isForeign
      ? "\(status.name) tells the dead from the living, but \(time.name) is the time of something else" : nil
    let doubted =
      doubt ?? foreign ?? homonym(time.name, status.name) ?? (isStop ? unnamedIntervals(interval) : nil)
    let entry = isStop ? interval?.start : Entry.column(for: time.name, in: columns)
    return Pair(
      time: time.name, status: status.name, stem: stem, known: known, coding: coding, entry: entry,
      doubt: doubted)
  }

  /// Deaths from one disease told beside overall survival, with its time: SEER's cause-specific classification.
  private func deathsFromDisease(_ interval: StartStop?) -> [(pair: Pair, score: Int)] {
    let stems = times.candidates.map(\.parsed.stem)
    guard let time = times.candidates.first(where: { $0.parsed.stem == "os" && $0.parsed.form == .explicit })
    else { return [] }
    return matching.statuses.filter {
      ["dss", "css"].contains($0.parsed.stem) && !stems.contains($0.parsed.stem)
    }
    .compactMap { status in
      guard let coding = matching.coding(status, stem: status.parsed.stem), coding.doubt == nil else {
        return nil
      }
      let known = KnownEndpoint(stem: status.parsed.stem)
      let pair = Pair(
        time: time.name, status: status.name, stem: status.parsed.stem, known: known, coding: coding,
        entry: Entry.column(for: time.name, in: columns))
      return (pair, 7)
    }
  }
}
