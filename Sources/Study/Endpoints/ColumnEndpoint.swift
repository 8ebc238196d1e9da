import CohortEngine
import CohortModel

/// An endpoint read from a column of times and a column of statuses.
struct ColumnEndpoint {
  let endpoint: EndpointColumn
  let origin: EndpointOrigin
  let findings: [Finding]

  /// Nothing where the time column holds no numbers.
  ///
  /// Rows without a usable time, or whose status is missing or unknown, are ``Endpoint/unusable`` and listed: none
  /// of them is taken for censored.
  /// - Parameter shown: the columns as the file names them, where those read are one layer of them.
  init?(
    _ declaration: EndpointDeclaration, rule: EndpointOrigin.Rule, study: StudyFile, columns: StudyColumns,
    shown: (time: String, status: String, entry: String?)? = nil
  ) {
    guard case .columns(let time, let status, let codes) = declaration.source,
      let statusIndex = columns.table.column(named: status),
      let recorded = declaration.from == nil
        ? RecordedTimes(times: time, in: columns) : RecordedTimes(dates: time, in: columns)
    else { return nil }
    let from = declaration.from.flatMap { RecordedTimes(dates: $0, in: columns) }
    guard declaration.from == nil || from != nil else { return nil }
    let entryName = declaration.entry ?? study.entry
    let entry = entryName.flatMap { RecordedTimes(times: $0, in: columns) }
    let decimals = max(recorded.decimals, entry?.decimals ?? 0)
    let profile = columns.profiles[statusIndex]
    let causes = Causes(declaration, events: [])

    var reading = StatusReading(name: declaration.name, time: time, status: status, table: columns.table)
    reading.read(
      times: Self.ticks(recorded, from: from, decimals: decimals), entries: entry?.ticks(decimals: decimals),
      profile: profile,
      meanings: Self.statuses(profile, codes: codes, causes: causes))

    findings = reading.problems.findings
    let unit = from != nil ? .days : study.timeUnit ?? recorded.unit
    endpoint = EndpointColumn(
      name: declaration.name, label: declaration.label,
      kind: declaration.competing.isEmpty ? .survival : .competingRisks,
      causes: causes.labels, origin: declaration.origin ?? study.origin,
      scale: TimeScale(unit: unit, ticksPerUnit: WrittenNumber.power(decimals)), times: reading.times,
      status: reading.statuses, entries: entry == nil ? nil : reading.entries)
    let counts = profile.counts
    let texts = Dictionary(codes.map { ($0.code, $0.meaning) }, uniquingKeysWith: { first, _ in first })
    let order = Dictionary(codes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    origin = EndpointOrigin(
      endpoint: declaration.name, rule: rule, times: [shown?.time ?? time],
      statuses: [shown?.status ?? status],
      entry: entry.map { shown?.entry ?? $0.name },
      codes: profile.present.map { code in
        let text = profile.column.text(code)
        return EndpointOrigin.Code(code: text, meaning: texts[text] ?? .unknown, count: counts[code])
      }.sorted { (order[$0.code] ?? .max, $0.code) < (order[$1.code] ?? .max, $1.code) },
      unusableCount: reading.statuses.count { $0 == EndpointColumn.unusable })
  }

  /// The ticks of a column of times, or of the days since those of another column; none where one of them is missing.
  private static func ticks(_ times: RecordedTimes, from: RecordedTimes?, decimals: Int) -> [Int64] {
    let ticks = times.ticks(decimals: decimals)
    guard let from else { return ticks }
    let scale = WrittenNumber.power(decimals)
    return zip(ticks, from.ticks(decimals: decimals)).map { end, start in
      end == RecordedTimes.none || start == RecordedTimes.none ? RecordedTimes.none : (end - start) * scale
    }
  }

  /// The status of each distinct text, ``Endpoint/unusable`` where it means nothing known.
  private static func statuses(_ profile: ColumnProfile, codes: [StatusCode], causes: Causes) -> [Int8] {
    let meanings = Dictionary(codes.map { ($0.code, $0.meaning) }, uniquingKeysWith: { first, _ in first })
    return profile.counts.indices.map { code in
      guard !profile.isMissing[code] else { return EndpointColumn.unusable }
      let text = profile.column.text(code)
      // A study file may still have the code as a program spoiled it: 1.0.
      switch meanings[text] ?? meanings[text + ".0"] ?? meanings[text + ",0"] {
      case .censored: return EndpointColumn.censored
      case .event(let name): return causes.status[name] ?? EndpointColumn.censored
      case .unknown, nil: return EndpointColumn.unusable
      }
    }
  }
}
