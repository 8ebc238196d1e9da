import Analysis
import CohortEngine
import CohortModel
import Dashboard
import Session
import Study

/// The open study as it grows: its endpoints are made, added and written here, off the main actor.
actor StudyDesk {
  private var study: Study
  private(set) var analyst: Analyst
  private let options: ReadingOptions
  private let isConfirmed: Bool
  /// What the study file said before anything was added.
  private var written: StudyFile
  private var bench: EndpointBench?

  init(_ study: Study, written: StudyFile, analyst: Analyst, options: ReadingOptions, isConfirmed: Bool) {
    (self.study, self.written, self.analyst) = (study, written, analyst)
    (self.options, self.isConfirmed) = (options, isConfirmed)
  }

  nonisolated var building: EndpointBuilding {
    EndpointBuilding(
      candidates: { try await self.candidates() }, preview: { try await self.preview($0) },
      add: { try await self.add($0) }, save: { try await self.save() })
  }

  /// The table, read again when it is first asked for.
  private func opened() throws(StudyError) -> EndpointBench {
    if let bench { return bench }
    let made = try EndpointBench(study, options: options)
    bench = made
    return made
  }

  private func candidates() throws -> EndpointCandidates {
    let bench = try opened()
    return EndpointCandidates(
      times: bench.times.map { time in
        let parts = [time.isDate ? "dates" : time.unit?.rawValue ?? "unit not stated", time.values]
        return EndpointCandidates.Time(
          name: time.name, isDate: time.isDate,
          detail: (parts + ["\(time.known) known"]).filter { !$0.isEmpty }.joined(separator: " · "))
      },
      statuses: bench.statuses.map { status in
        EndpointCandidates.Status(
          name: status.name,
          values: status.values.map { .init($0.value, count: $0.count, meaning: $0.meaning) })
      },
      events: bench.events.map {
        EndpointCandidates.Event(name: $0.name, label: $0.label, count: $0.count, unknown: $0.unknown)
      },
      hasFollowUp: study.declarations.followUp != nil)
  }

  private func preview(_ definition: EndpointDefinition) throws -> GrownStudy {
    let grown = try opened().studyAdding(definition)
    let known = study.findings
    let new = grown.findings.filter { !known.contains($0) }
    // Only what is shown beside the curves is looked at.
    let cohort = Cohort(
      rowCount: grown.cohort.rowCount, variables: [], endpoints: Array(grown.cohort.endpoints.suffix(1)))
    return GrownStudy(
      analyst: Analyst(BitmapEngine(cohort)), study: StudyDescription(title: study.title),
      notes: new.map { $0.lines.isEmpty ? $0.message : "\($0.lines.count): \($0.message)" })
  }

  private func add(_ command: Command) throws -> GrownStudy {
    var bench = try opened()
    try bench.add(command)
    self.bench = bench
    study = bench.study
    analyst = Analyst(BitmapEngine(study.cohort))
    return GrownStudy(analyst: analyst, study: StudyDescription(study, isConfirmed: isConfirmed))
  }

  private func save() throws -> String {
    let path = try ReadingFile.add(to: study, since: written)
    written = study.declarations
    return path
  }
}

extension EndpointBench {
  /// Carries out `endpoint-add` and `event-add`; other commands add nothing.
  mutating func add(_ command: Command) throws(StudyError) {
    switch command {
    case .addEndpoint(let definition): try add(definition)
    case .addEvent(let definition): try add(definition)
    default: break
    }
  }
}
