package import CohortModel

extension Question {
  /// What a test on the screen looks at, for counting how many hypotheses somebody has looked at: two questions have the
  /// same one where nobody could get another P value.
  package struct Hypothesis: Hashable, Sendable {
    let endpoint: String
    /// The one tested, also where nobody named it; `nil` for survival.
    let cause: String?
    /// All must hold, whatever their order.
    let conditions: Set<FilterExpression>
    let arms: Arms
    /// In ticks of the endpoint, so that 12 months are a year.
    let landmark: Int64?
    let censorAt: Int64?
  }

  /// `nil` without arms, where nothing is tested, and for an endpoint that the schema does not have.
  package func hypothesis(in schema: CohortSchema) -> Hypothesis? {
    guard let arms, let endpoint = schema.endpoint(endpoint) else { return nil }
    func ticks(_ time: TimePoint?) -> Int64? {
      time.map { endpoint.scale.ticks($0.value(in: endpoint.scale.unit)) }
    }
    return Hypothesis(
      endpoint: endpoint.name,
      cause: endpoint.kind == .competingRisks ? cause ?? endpoint.causes.first : nil,
      conditions: Set(filters.steps.flatMap(\.condition.conjuncts)), arms: arms,
      landmark: ticks(landmark), censorAt: ticks(censorAt))
  }
}
