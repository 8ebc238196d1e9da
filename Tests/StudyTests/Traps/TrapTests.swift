import CohortEngine
import CohortModel
import Foundation
import Testing

@testable import Study

/// Tables in which a difficulty lies, one in each: what is clear must be read, what is not must be asked.
struct TrapTests {
  private static let truths = TrapTruth.all()

  @Test func `There are traps, each with its table`() throws {
    #expect(Self.truths.count > 300)
    let folder = TrapTruth.folder.path
    #expect(Self.truths.keys.allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") })
  }

  @Test(arguments: truths.keys.sorted())
  func `A trap is read as its truth says, or asked about`(name: String) throws {
    let truth = try #require(Self.truths[name])
    let study: Study
    do {
      study = try Study.open(path: TrapTruth.folder.appendingPathComponent(name).path)
    } catch {
      #expect(truth.allows("refuses"), "\(error)")
      return
    }
    let verdict = study.reading.verdict
    #expect(truth.allows(verdict.rawValue), "\(truth.why): \(verdict), \(study.reading.reason ?? "")")
    let readings = zip(study.cohort.endpoints, study.endpointOrigins).map(ShownReading.init)
    for misreading in truth.must_not {
      let wrong = readings.filter { $0.isLike(misreading) && !truth.hasComposed($0) }
      #expect(wrong.isEmpty || verdict == .refuses, "\(truth.why): \(wrong)")
    }
    guard verdict == .opens else { return }
    let main = try #require(readings.first)
    let accepted = truth.main_any == true ? truth.endpoints[...] : truth.endpoints.prefix(1)
    #expect(accepted.contains { main.isRight($0, among: readings) }, "\(truth.why): \(main)")
    #expect(truth.needs_finding != true || !study.findings.isEmpty, "\(truth.why)")
  }
}

extension TrapTruth {
  func allows(_ verdict: String) -> Bool { verdict == self.verdict || also_ok?.contains(verdict) == true }

  /// Whether a reading is one of the truth's that are made of several columns.
  fileprivate func hasComposed(_ reading: ShownReading) -> Bool {
    endpoints.contains { $0.time.names.count > 1 && reading.isRight($0, among: [reading]) }
  }
}

/// An endpoint as `inspect` tells it.
private struct ShownReading: CustomStringConvertible {
  let times: Set<String>
  let statuses: Set<String>
  let entry: String?
  let isCompeting: Bool
  let n: Int
  let causes: [String: Int]

  var events: Int { causes.values.reduce(0, +) }
  var description: String {
    "\(times.sorted()) × \(statuses.sorted()) n \(n) events \(events) \(entry ?? "")"
  }

  init(_ endpoint: EndpointColumn, _ origin: EndpointOrigin) {
    (times, statuses, entry) = (Set(origin.times), Set(origin.statuses), origin.entry)
    isCompeting = endpoint.kind == .competingRisks
    n = endpoint.status.count { $0 != EndpointColumn.unusable }
    let counts = endpoint.causes.enumerated().map { index, cause in
      (cause, endpoint.status.count { Int($0) == index + 1 })
    }
    causes = Dictionary(counts, uniquingKeysWith: +)
  }

  private func names(_ time: TrapTruth.Names, _ status: TrapTruth.Names?) -> Bool {
    guard time.names.count == 1 else { return times.union(statuses).isSuperset(of: time.names) }
    return times == Set(time.names) && status.map { statuses == Set($0.names) } ?? true
  }

  /// One endpoint a cause is as good as one for all.
  func isRight(_ truth: TrapTruth.Reading, among readings: [ShownReading]) -> Bool {
    let pairs = [(truth.time, truth.status)] + (truth.alternatives ?? []).map { ($0.time, $0.status) }
    guard pairs.contains(where: { names($0.0, $0.1) }) else { return false }
    guard truth.entry == nil || truth.entry == entry else { return false }
    let together = readings.filter { $0.times == times && $0.statuses == statuses }
      .reduce(into: [String: Int]()) { $0.merge($1.causes) { first, _ in first } }
    let isJoint = truth.kind == "competing_risks" && together.values.reduce(0, +) == truth.events
    if n == truth.n, events == truth.events || isJoint { return true }
    return truth.otherCounts?.contains { $0.n == n && $0.events == events } ?? false
  }

  func isLike(_ misreading: TrapTruth.Misreading) -> Bool {
    let isTime = misreading.time.isAny || times == Set(misreading.time.names)
    let isStatus = misreading.status.map { $0.isAny || statuses.isSuperset(of: $0.names) } ?? true
    return isTime && isStatus && misreading.n.map { $0 == n } ?? true
      && misreading.n_over.map { n > $0 } ?? true
      && misreading.events.map { $0 == events } ?? true
      && misreading.kind.map { ($0 == "competing_risks") == isCompeting } ?? true
  }
}
