import CohortModel

extension Analyst {
  /// The answer to a question that asks by what is known only later, beside the naive one that is not to be used.
  func curves(_ question: Question, _ lateness: Lateness) async throws -> Curves {
    guard lateness.refusal == nil, let rowSource = source as? any RowSource else {
      return try Curves(
        refusing: question, lateness, flow: try await flow(question.filters), schema: schema)
    }
    let request = try KnownPatients.request(question, lateness, schema)
    let rows = try await rowSource.rows(request)
    try Task.checkCancellation()
    var (final, lateness) = (question, lateness)
    (final.landmark, final.knownLater) = (nil, .overridden)
    let naive = try await curves(final)
    lateness.naive = Lateness.Naive(curves: naive.curves, test: naive.tests.first)
    return try await Self.estimate(
      KnownPatients(question, lateness, request, rows, schema: schema), lateness)
  }

  /// Not on this actor: what is known already is answered meanwhile.
  private nonisolated static func estimate(
    _ patients: KnownPatients, _ lateness: Lateness
  ) async throws -> Curves {
    let (question, schema) = (patients.question, patients.schema)
    var lateness = lateness
    if lateness.way == .timeDependent, let variable = lateness.arms.flatMap(schema.variable) {
      let (counts, moved) = try patients.counts(of: variable)
      lateness.moved = moved
      return try Curves(changing: question, counts, lateness, schema: schema)
    }
    let landmark = question.landmark?.value(in: patients.endpoints[0].scale.unit) ?? 0
    let (counts, known) = try patients.counts(at: landmark, lateness)
    var made = try await Curves(question, counts, schema: schema)
    lateness.atLandmark = known
    made.lateness = lateness
    return made
  }
}
