package import CohortModel
import SurvivalStatistics

/// Answers questions off the main actor, each at once as far as it was asked before.
///
/// Requests are cached by what they ask; a failure is not, so the next question tries again. Work that nobody waits for
/// any longer stops at its next step.
package actor Analyst {
  let source: any CohortSource
  private var tables: ResultCache<EventTablesRequest, EventTables>
  private var facets: ResultCache<FacetKey, Facet>
  private var flows = ResultCache<FilterSet, [Int]>(capacity: 64)
  private var curves: ResultCache<Question, Curves>
  var models = ResultCache<ModelsKey, Models>(capacity: 16)
  var adjusted = ResultCache<Question, AdjustedCurves>(capacity: 8)
  var univariable = ResultCache<Question, Univariable>(capacity: 1_000_000)
  var characteristics = ResultCache<Question.Selection, Characteristics>(capacity: 16)
  var patients = ResultCache<PatientsKey, PatientList>(capacity: 4_000_000)
  /// What was computed, for tests to check that a change computes no more than depends on it.
  package internal(set) var work = Work()

  package struct Work: Equatable, Sendable {
    /// Requests for event tables that reached the source.
    package var tables = 0
    /// Variables whose facets the source was asked for.
    package var facets = 0
    /// Variables by which the source was asked to divide the patients.
    package var factorTables = 0
    /// Questions whose curves were estimated to the end.
    package var estimates = 0
    /// Questions answered one factor at a time.
    package var univariable = 0
    /// Questions whose regressions were fitted.
    package var models = 0
    /// Lists of patients that the source was asked for.
    package var patientLists = 0
  }

  private struct FacetKey: Hashable, Sendable {
    var variable: String
    var filters: [FilterExpression]
  }

  /// - Parameter capacity: how many distinct times the kept event tables may have together.
  package init(_ source: any CohortSource, capacity: Int = 4_000_000) {
    self.source = source
    tables = ResultCache(capacity: capacity)
    curves = ResultCache(capacity: capacity)
    facets = ResultCache(capacity: 4096)
  }

  package nonisolated var schema: CohortSchema { source.schema }

  // MARK: Answers

  /// What is wanted for one screen.
  package struct Ask: Hashable, Sendable {
    package var question: Question
    /// The variables whose distributions are in sight.
    package var facets: Set<String>

    package init(_ question: Question, facets: Set<String> = []) {
      (self.question, self.facets) = (question, facets)
    }
  }

  /// A piece of the answer, in the order in which it becomes known.
  package enum Piece: Equatable, Sendable {
    /// A step of the work begins.
    case progress(Progress)
    case facets([String: Facet])
    case curves(Curves)
  }

  /// How far the work on an answer is.
  package struct Progress: Equatable, Sendable {
    package var step: Step
    /// Steps done before this one.
    package var done: Int
    package var total: Int

    package init(step: Step, done: Int, total: Int) {
      (self.step, self.done, self.total) = (step, done, total)
    }

    package enum Step: String, Equatable, Sendable {
      case counting, followUp = "follow-up", distributions, estimating, resampling
    }
  }

  /// The answer as it becomes known; it ends with an error where the source fails, and when its reader stops.
  package nonisolated func answer(_ ask: Ask) -> AsyncThrowingStream<Piece, any Error> {
    AsyncThrowingStream { pieces in
      let task = Task {
        do {
          try await self.work(on: ask) { pieces.yield($0) }
          pieces.finish()
        } catch {
          pieces.finish(throwing: error)
        }
      }
      pieces.onTermination = { _ in task.cancel() }
    }
  }

  /// The whole answer to a question about time to event.
  package func curves(_ question: Question) async throws -> Curves { try await curves(question) { _ in } }

  /// The facets asked for, by variable.
  package func facets(_ variables: Set<String>, _ filters: FilterSet) async throws -> [String: Facet] {
    var known: [String: Facet] = [:]
    var missing: Set<String> = []
    for variable in variables {
      if let facet = facets.value(for: key(variable, filters)) {
        known[variable] = facet
      } else {
        missing.insert(variable)
      }
    }
    guard !missing.isEmpty else { return known }
    try Task.checkCancellation()
    work.facets += missing.count
    let found = try await source.facets(FacetsRequest(filters: filters, variables: missing))
    for (variable, facet) in found { facets.insert(facet, for: key(variable, filters), weight: 1) }
    return known.merging(found) { $1 }
  }

  /// Two sets of filters that differ in a variable's own filter only give it the same facet.
  private func key(_ variable: String, _ filters: FilterSet) -> FacetKey {
    FacetKey(variable: variable, filters: filters.conditions(without: variable))
  }

  private func work(on ask: Ask, _ tell: (Piece) -> Void) async throws {
    try Task.checkCancellation()
    tell(.progress(Progress(step: .distributions, done: 0, total: 4)))
    tell(.facets(try await facets(ask.facets, ask.question.filters)))
    let found = try await curves(ask.question) { tell(.progress($0)) }
    tell(.curves(found))
  }

  /// The curves; another reading time alone leaves them as they were.
  private func curves(_ question: Question, _ tell: (Progress) -> Void) async throws -> Curves {
    if let known = curves.value(for: question.curves) { return known.read(at: question.at) }
    try Task.checkCancellation()
    tell(Progress(step: .counting, done: 1, total: 4))
    let lateness = try question.lateness(in: schema, hasRows: source is any RowSource)
    if let lateness, lateness.way != .overridden {
      let made = try await curves(question.curves, lateness)
      work.estimates += 1
      curves.insert(made, for: question.curves, weight: made.weight)
      return made.read(at: question.at)
    }
    let tables = try await tables(
      EventTablesRequest(endpoint: question.endpoint, filters: question.filters, arms: question.arms))
    let flow = try await flow(question.filters)
    tell(Progress(step: .followUp, done: 2, total: 4))
    var followed: EventTables?
    if let endpoint = schema.overallSurvival, endpoint != question.endpoint {
      followed = try await self.tables(
        EventTablesRequest(endpoint: endpoint, filters: question.filters, arms: question.arms))
    }
    try Task.checkCancellation()
    tell(Progress(step: .estimating, done: 3, total: 4))
    let counts = CurveCounts(tables: tables, followUp: followed, flow: flow)
    var made = try await Self.estimate(question.curves, counts, schema)
    made.lateness = lateness
    work.estimates += 1
    curves.insert(made, for: question.curves, weight: made.weight)
    return made.read(at: question.at)
  }

  /// Not on this actor, so that what is known already is answered meanwhile.
  private nonisolated static func estimate(
    _ question: Question, _ counts: CurveCounts, _ schema: CohortSchema
  ) async throws -> Curves {
    try await Curves(question, counts, schema: schema)
  }

  func tables(_ request: EventTablesRequest) async throws -> EventTables {
    if let known = tables.value(for: request) { return known }
    try Task.checkCancellation()
    work.tables += 1
    let made = try await source.eventTables(request)
    tables.insert(made, for: request, weight: made.weight)
    return made
  }

  func flow(_ filters: FilterSet) async throws -> [Int] {
    if let known = flows.value(for: filters) { return known }
    let made = try await source.flow(filters)
    flows.insert(made, for: filters, weight: 1)
    return made
  }
}

extension EventTables {
  /// Distinct times in all tables.
  var weight: Int { arms.reduce(overall.times.count) { $0 + $1.times.count } + 1 }
}

extension Univariable {
  /// Distinct times in all curves.
  var weight: Int { factors.reduce(1) { $0 + $1.levels.reduce(1) { $0 + $1.curve.table.times.count } } }
}

extension Curves {
  /// Distinct times in all curves.
  var weight: Int { curves.reduce(1) { $0 + $1.table.times.count } }
}
