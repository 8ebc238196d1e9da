import CohortEngine

/// Finds a column of times and a column of statuses that belong together by their names.
struct EndpointPairs {
  struct Pair {
    let time: String
    let status: String
    let known: KnownEndpoint
    var codes: [StatusCode]
    /// The column where observation starts.
    let entry: String?
  }

  var pairs: [Pair] = []
  private(set) var findings: [Finding] = []

  private let columns: StudyColumns
  private let study: StudyFile

  init(_ columns: StudyColumns, study: StudyFile) {
    (self.columns, self.study) = (columns, study)
    let interval = StartStop.columns(columns.table.names)
    let times = timeColumns
    for (time, name) in times {
      let isStop = time == interval?.stop
      guard time != interval?.start, let status = status(for: name, isStop: isStop, times: times.map(\.0))
      else {
        continue
      }
      consider(
        time: time, status: status, stem: isStop ? "" : name.stem, entry: isStop ? interval?.start : nil)
    }
    nameDeath(in: columns, study: study)
  }

  /// The numeric columns whose names may mean a time, days before months where a stem has both.
  private var timeColumns: [(String, TimeColumnName)] {
    var found: [String: (order: Int, name: String, parsed: TimeColumnName)] = [:]
    let stop = StartStop.columns(columns.table.names)?.stop
    for (order, name) in columns.table.names.enumerated() {
      let variable = columns.variables[order]
      let parsed = TimeColumnName(name)
      guard variable.kind == .number || (variable.kind == .ordered && (parsed.isExplicit || name == stop)),
        parsed.isExplicit || name == stop || !StatusColumnName(name).isExplicit,
        RecordedTimes(times: name, in: columns) != nil
      else { continue }
      let key = name == stop ? "stop" : parsed.isExplicit ? parsed.stem : "bare \(parsed.stem)"
      if let known = found[key] {
        let isFiner = unitRank(name) < unitRank(known.name)
        if parsed.isExplicit, isFiner { found[key] = (known.order, name, parsed) }
        continue
      }
      found[key] = (order, name, parsed)
    }
    // A named endpoint comes before a plain time that may be the same.
    let rank = { (parsed: TimeColumnName) in parsed.stem.isEmpty ? 1 : 0 }
    return found.values.sorted { (rank($0.parsed), $0.order) < (rank($1.parsed), $1.order) }
      .map { ($0.name, $0.parsed) }
  }

  private func unitRank(_ name: String) -> Int {
    TimeUnitWords.unit(inName: name).flatMap(TimeUnit.allCases.firstIndex(of:)) ?? TimeUnit.allCases.count
  }

  /// The status column for a time: of the same stem, else a plain one for a plain time or survival.
  private func status(for time: TimeColumnName, isStop: Bool, times: [String]) -> String? {
    let candidates = columns.table.names.indices.filter { index in
      let profile = columns.profiles[index]
      return !times.contains(columns.table.names[index]) && (1...10).contains(profile.present.count)
        && columns.variables[index].kind != .date && columns.variables[index].kind != .identifier
    }
    let named = candidates.map { (columns.table.names[$0], StatusColumnName(columns.table.names[$0])) }
    let same = named.filter { $0.1.stem == time.stem && (time.isExplicit || $0.1.isExplicit) }
    if let best = same.first(where: { $0.1.isExplicit }) ?? same.first { return best.0 }
    guard time.isExplicit || isStop else { return nil }
    if time.stem.isEmpty || isStop { return named.first { $0.1.stem == (isStop ? "" : "os") }?.0 }
    if time.stem == "os" { return named.first { $0.1.stem.isEmpty && $0.1.isExplicit }?.0 }
    return sole(named.map(\.0), beginning: time.stem)
  }

  /// The one column of zeros and ones whose name begins with the stem.
  private func sole(_ names: [String], beginning stem: String) -> String? {
    let matching = names.filter { name in
      guard NameWords(name).joined.hasPrefix(stem + "_"), let index = columns.table.column(named: name) else {
        return false
      }
      let profile = columns.profiles[index]
      return Set(profile.present.map(profile.column.text)).isSubset(of: ["0", "1"])
    }
    return matching.count == 1 ? matching[0] : nil
  }

  private mutating func consider(time: String, status: String, stem: String, entry: String?) {
    guard let index = columns.table.column(named: status) else { return }
    let profile = columns.profiles[index]
    let texts = profile.present.map(profile.column.text).sorted(by: LevelOrder.precedes)
    let isVital = StatusColumnName(status).stem == "os" || StatusCoding.tellsDead(texts)
    // `t1` and `d1` share a number that says nothing.
    let known = KnownEndpoint(
      stem: stem.hasPrefix("#") ? status.lowercased() : stem.isEmpty && isVital ? "os" : stem)
    let name = StatusColumnName(status)
    let inverted = name.isInverted
    guard
      let codes = inverted
        ? StatusCoding.inverted(texts, event: known.event)
        : StatusCoding.meanings(of: texts, event: known.event)
    else {
      let list = texts.prefix(6).joined(separator: ", ")
      findings.append(
        Finding(
          .warning, column: status,
          message: "looks like the status that goes with \(time), but its values (\(list)) are not understood"
        ))
      return
    }
    guard !isTimeOfEventOnly(time, profile, codes) else {
      findings.append(
        Finding(
          .note, column: time,
          message: "times only where \(status) says that it happened: no endpoint by itself"))
      return
    }
    let pair = Pair(time: time, status: status, known: known, codes: codes, entry: entry)
    guard !pairs.contains(where: { isSame($0, pair) }) else { return }
    pairs.append(pair)
    if name.isAmbiguous {
      findings.append(
        Finding(
          .warning, column: status, message: "1 is taken for the event although the name speaks of censoring")
      )
    }
    if inverted {
      findings.append(
        Finding(.note, column: status, message: "0 is taken for the event and others for censored"))
    }
  }

  /// Whether most patients without the event have no time at all.
  private func isTimeOfEventOnly(_ time: String, _ profile: ColumnProfile, _ codes: [StatusCode]) -> Bool {
    guard let ticks = RecordedTimes(times: time, in: columns)?.ticks(decimals: 0) else { return false }
    let censored = Set(codes.filter { $0.meaning == .censored }.map(\.code))
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
    return first.times == second.times && first.status == second.status
      && first.scale.ticksPerUnit == second.scale.ticksPerUnit
  }
}
