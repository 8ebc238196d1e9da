import CohortModel
import SurvivalStatistics

/// Answers about factors, models and patients, each kept as the curves are.
extension Analyst {
  /// One factor at a time; another reading time alone leaves the counts as they were.
  package func univariable(_ question: Question) async throws -> Univariable {
    var key = question.curves
    (key.arms, key.causes, key.usesFirth) = (nil, nil, question.usesFirth)
    if let known = univariable.value(for: key) { return known.read(at: question.at) }
    try Task.checkCancellation()
    let counts = try await factorCounts(key)
    let made = try await Self.estimate(univariable: key, counts, schema)
    work.univariable += 1
    univariable.insert(made, for: key, weight: made.weight)
    return made.read(at: question.at)
  }

  /// The regressions that the question's covariates enter; `nil` for a source that releases no single patients.
  ///
  /// - Parameter kinds: `nil` for those that fit the endpoint.
  package func models(_ question: Question, kinds: [RegressionKind]? = nil) async throws -> Models? {
    guard let rowSource = source as? any RowSource else { return nil }
    var question = question
    (question.at, question.arms, question.causes, question.panels) = (nil, nil, nil, nil)
    question.comparison = .arms
    let key = ModelsKey(question: question, kinds: kinds)
    if let known = models.value(for: key) { return known }
    try Task.checkCancellation()
    let rows = try await rowSource.rows(
      RowsRequest(
        filters: question.filters,
        variables: question.covariates.filter { $0.partner == nil }.map(\.variable),
        endpoints: [question.endpoint]))
    let made = try await Self.estimate(models: key, rows, schema)
    work.models += 1
    models.insert(made, for: key, weight: 1)
    return made
  }

  struct ModelsKey: Hashable, Sendable {
    var question: Question
    var kinds: [RegressionKind]?
  }

  private nonisolated static func estimate(
    models key: ModelsKey, _ rows: Rows, _ schema: CohortSchema
  ) async throws -> Models {
    try Models(key.question, kinds: key.kinds, rows, schema: schema)
  }

  private func factorCounts(_ question: Question) async throws -> Univariable.Counts {
    let early = schema.variables.filter(Univariable.isFactor)
    work.factorTables += early.count
    let tables = try await source.factorTables(
      FactorTablesRequest(
        endpoint: question.endpoint, filters: question.filters, variables: early.map(\.name)))
    let overall = try await self.tables(
      EventTablesRequest(endpoint: question.endpoint, filters: question.filters))
    try Task.checkCancellation()
    var numbers: [String: Univariable.Numbers] = [:]
    if let rows = source as? any RowSource {
      numbers = try await Self.numbers(early.filter(\.isNumeric), question, rows)
    }
    let endpoint = try schema.endpoint(named: question.endpoint)
    return Univariable.Counts(
      tables: overall,
      factors: Array(zip(early, tables)).map { (variable: $0, tables: $1) },
      late: schema.variables.filter { Univariable.isLateFactor($0, of: endpoint) }, numbers: numbers)
  }

  /// Not on this actor: what is known already is answered meanwhile.
  private nonisolated static func estimate(
    univariable question: Question, _ counts: Univariable.Counts, _ schema: CohortSchema
  ) async throws -> Univariable {
    try await Univariable(question, counts, schema: schema)
  }

  private nonisolated static func numbers(
    _ variables: [Variable], _ question: Question, _ source: any RowSource
  ) async throws -> [String: Univariable.Numbers] {
    let rows = try await source.rows(
      RowsRequest(
        filters: question.filters, variables: variables.map(\.name), endpoints: [question.endpoint]))
    guard let endpoint = source.schema.endpoint(question.endpoint), let outcomes = rows.outcomes.first else {
      return [:]
    }
    let window = question.window(in: endpoint)
    var (observed, observations) = ([Int](), [Observation]())
    for (row, outcome) in outcomes.enumerated() {
      guard let observation = outcome.flatMap({ window.observed($0, endpoint.scale) }) else { continue }
      observed.append(row)
      observations.append(observation)
    }
    // Once for all variables: their times are sorted and told apart here.
    let data = try SurvivalData(observations)
    var numbers: [String: Univariable.Numbers] = [:]
    for (variable, column) in zip(variables, rows.columns) {
      try Task.checkCancellation()
      guard case .numbers(let values) = column else { continue }
      let known = observed.indices.filter { values[observed[$0]].isFinite }
      numbers[variable.name] = Univariable.Numbers(
        values: known.map { values[observed[$0]] },
        data: known.count == data.count ? data : data.restricted(to: known))
    }
    return numbers
  }

  /// Who the patients of a question are, of which only its filters and what they are compared between change anything;
  /// `nil` for a source that releases no single patients.
  package func characteristics(_ question: Question) async throws -> Characteristics? {
    guard let rowSource = source as? any RowSource else { return nil }
    let endpoint = try schema.endpoint(named: question.endpoint)
    if let known = characteristics.value(for: question.selection) {
      return known.asked(by: question, endpoint: endpoint)
    }
    let names = Characteristics.described(question, in: schema).map(\.name)
    let dividing = try question.dividingArms.map { [try $0.variable(in: schema).name] } ?? []
    try Task.checkCancellation()
    let rows = try await rowSource.rows(
      RowsRequest(
        filters: question.comparison == .rest ? FilterSet() : question.filters, variables: names + dividing))
    let chosen =
      question.comparison == .rest ? try await Self.chosen(by: question.filters, rowSource) : nil
    let made = try await Self.describe(question, rows, chosen, schema)
    characteristics.insert(made, for: question.selection, weight: 1)
    return made
  }

  /// Whom the filters choose, and how many they neither choose nor leave out.
  private nonisolated static func chosen(
    by filters: FilterSet, _ source: any RowSource
  ) async throws -> Characteristics.Chosen {
    let chosen = try await source.rows(RowsRequest(filters: filters)).numbers
    let others = FilterSet(.not(.all(filters.steps.map(\.condition))))
    let left = filters.isEmpty ? 0 : try await source.rows(RowsRequest(filters: others)).numbers.count
    return Characteristics.Chosen(
      numbers: Set(chosen), unknownCount: source.schema.patientCount - chosen.count - left)
  }

  /// Not on this actor: what is known already is answered meanwhile.
  private nonisolated static func describe(
    _ question: Question, _ rows: Rows, _ chosen: Characteristics.Chosen?, _ schema: CohortSchema
  ) async throws -> Characteristics {
    try Characteristics(question, rows, chosen: chosen, schema: schema)
  }
}
