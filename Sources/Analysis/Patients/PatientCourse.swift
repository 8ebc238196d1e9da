import CohortModel
import SurvivalStatistics

/// What is known of one patient in the window of a question: times from its time zero or landmark, in the recorded unit.
package struct PatientCourse: Equatable, Sendable {
  /// What is known beyond the end: until when, and whether the patient then died.
  package struct After: Equatable, Sendable {
    package var time: Double
    package var isDeath: Bool
  }

  /// The start of observation; 0 for time zero.
  package var entry: Double
  /// The event, or the end of observation.
  package var end: Double
  /// `nil` where censored.
  package var cause: Int?
  package var after: After?
}

extension PatientList {
  /// The course of a patient; `nil` where the endpoint cannot use it, or where it had left by the landmark.
  package func course(_ row: Int) -> PatientCourse? {
    let window = question.window(in: endpoint)
    guard let outcome = outcome(row), let seen = window.observed(outcome, endpoint.scale) else { return nil }
    var course = PatientCourse(entry: seen.entry ?? 0, end: seen.time, cause: seen.outcome.cause)
    guard let last = overallOutcome(row), let overall else { return course }
    var time = overall.recorded(last.time, in: endpoint.scale.unit)
    var isDeath = last.cause != nil
    if let end = window.end, time > end { (time, isDeath) = (end, false) }
    time -= window.landmark ?? 0
    // The same day may be recorded in two units.
    if time > course.end + max(course.end, 1) * 1e-9 { course.after = .init(time: time, isDeath: isDeath) }
    return course
  }

  /// Whether the endpoint can use the patient, who had left by the landmark.
  package func hasLeftByLandmark(_ row: Int) -> Bool { outcome(row) != nil && course(row) == nil }
}

extension Endpoint {
  /// A tick as a time in another endpoint's unit.
  func recorded(_ tick: Int64, in unit: TimeUnit?) -> Double {
    TimePoint(scale.time(tick), scale.unit).value(in: unit)
  }
}
