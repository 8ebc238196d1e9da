import CohortModel
import SurvivalStatistics

extension Question {
  /// The stretch of time in which patients are observed, in the recorded unit of an endpoint.
  struct Window: Sendable {
    var landmark: Double?
    var end: Double?

    /// What is left of a table from the landmark on and up to the end of follow-up.
    func observed(_ table: EventTable) -> EventTable {
      let ended = end.map { table.censored(at: $0) } ?? table
      return landmark.map { ended.landmark(at: $0) } ?? ended
    }

    /// What is left of one patient's observation; `nil` for one who has left by the landmark.
    func observed(_ outcome: Rows.Outcome, _ scale: TimeScale) -> Observation? {
      var (entry, time, cause) = (scale.time(outcome.entry), scale.time(outcome.time), outcome.cause)
      if let end, time > end {
        guard entry < end else { return nil }
        (time, cause) = (end, nil)
      }
      if let landmark {
        guard time > landmark else { return nil }
        (entry, time) = (entry - landmark, time - landmark)
      }
      return Observation(
        entry: entry > 0 ? entry : nil, time: time, outcome: cause.map { .event(cause: $0) } ?? .censored)
    }
  }

  func window(in endpoint: Endpoint) -> Window {
    let unit = endpoint.scale.unit
    return Window(landmark: landmark?.value(in: unit), end: censorAt?.value(in: unit))
  }
}
