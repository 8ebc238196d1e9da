import CohortEngine
import CohortModel

extension EndpointPairs {
  /// Columns of one name are told apart by numbers that the file does not have; which is meant is open.
  func homonym(_ names: String...) -> String? {
    for name in names {
      let plain = name.hasSuffix(")") ? String(name.prefix { $0 != "(" }).trimmingBlanks : name
      guard columns.index(named: plain) != nil, columns.index(named: plain + " (2)") != nil else { continue }
      return "several columns are called \(plain.quoted)"
    }
    return nil
  }

  /// Intervals of which one begins where that of the row above ends belong together, whoever they are of.
  func unnamedIntervals(_ interval: StartStop?) -> String? {
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

  /// Takes a pair, unless it holds nothing, or the same as another.
  mutating func consider(_ pair: Pair) {
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
    guard !isRepeated(pair, endpoint) else { return }
    var pair = pair
    if pair.coding.doubt == nil, let share = notUnderstood(pair) { pair.coding.doubt = share }
    pairs.append(pair)
    if let entry = pair.entry {
      findings.append(
        Finding(
          .note, column: entry, message: "taken for the time at which observation begins (delayed entry)"))
    }
    for remark in pair.coding.remarks + [pair.coding.doubt, pair.doubt].compactMap({ $0 }) {
      findings.append(Finding(pair.isSure ? .note : .warning, column: pair.status, message: remark))
    }
  }

  /// Lists patients of whom two columns say different things: dead by one, alive by the other.
  mutating func compareStatuses(_ pair: Pair) {
    guard pair.causes.count == 1, let index = columns.index(named: pair.status) else { return }
    let own = pair.coding.codes.happened(in: columns.profiles[index])
    for status in matching.statuses
    where status.name != pair.status && status.parsed.stem == "os" && !pair.coding.codes.isEmpty {
      let isOfOther = pairs.contains { $0.status == status.name }
      guard !isOfOther, let coding = matching.coding(status, stem: "os"), coding.doubt == nil,
        coding.causes.count == 1
      else { continue }
      let other = coding.codes.happened(in: columns.profiles[status.index])
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
            "\(count(rows.count, "patient")) dead by one column and alive by the other; the column \(pair.status.quoted) is used"
        ))
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
    let isOneSided = !pair.coding.codes.contains { $0.meaning == .censored } || pair.coding.causes.isEmpty
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

  /// Whether an earlier pair says the same of every patient; else this one is kept in mind.
  private mutating func isRepeated(_ pair: Pair, _ endpoint: EndpointColumn) -> Bool {
    var hasher = Hasher()
    hasher.combine(endpoint.times)
    hasher.combine(endpoint.status)
    let fingerprint = hasher.finalize()
    let isKnown = fingerprints[fingerprint, default: []].contains { other in
      let known = ColumnEndpoint(other.declaration, rule: .namePair, study: study, columns: columns)?.endpoint
      return known?.times == endpoint.times && known?.status == endpoint.status
        && known?.entries == endpoint.entries
        && known?.scale.ticksPerUnit == endpoint.scale.ticksPerUnit
    }
    if !isKnown { fingerprints[fingerprint, default: []].append(pair) }
    return isKnown
  }

  /// Says that a status by its name has values that nobody understands.
  mutating func noteUnread(_ status: StatusMatching.Status, _ time: String) {
    let profile = columns.profiles[status.index]
    let list = profile.present.prefix(6).map { profile.column.text($0).quoted }.joined(separator: ", ")
    findings.append(
      Finding(
        .warning, column: status.name,
        message: "looks like the status that goes with \(time), but its values (\(list)) are not understood"))
  }

  /// A status that goes with a time of its own name goes with no plain time besides.
  mutating func dropPlainTimes() {
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
  mutating func dropFirstIntervals() {
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
