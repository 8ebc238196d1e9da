/// What was seen of one subject: from when to when it was watched, and how that ended.
///
/// A subject is at risk at *t* when `entry < t <= time`. Causes of failure are counted from 0, everywhere in the
/// library: `.event(cause: 0)` is counted in `events[0]` of an ``EventTable``. Times are in any one unit.
///
/// ```swift
/// let subjects: [Observation] = [
///   .event(at: 6), .censored(at: 6), .event(at: 9, cause: 1, enteredAt: 2),
/// ]
/// print(subjects[2])
/// print(try EventTable(subjects))
/// // from 2 to 9: event of cause 1
/// // EventTable: n 3, 2 events (1, 1), up to 9
/// ```
public struct Observation: Equatable, Hashable, Sendable {
  /// How the observation of a subject ended.
  public enum Outcome: Equatable, Hashable, Sendable {
    /// Nothing had happened when observation ended.
    case censored
    /// Failure from a cause, counted from 0; with one kind of failure that is cause 0.
    case event(cause: Int)

    /// The cause of failure; `nil` where the subject was censored.
    public var cause: Int? {
      guard case .event(let cause) = self else { return nil }
      return cause
    }
  }

  /// When observation began; `nil` where the subject was watched from the start.
  public let entry: Double?
  /// When observation ended.
  public let time: Double
  /// How it ended.
  public let outcome: Outcome

  /// Makes an observation; whether it can be used is found where it is.
  public init(entry: Double? = nil, time: Double, outcome: Outcome) {
    (self.entry, self.time, self.outcome) = (entry, time, outcome)
  }

  /// A subject that failed.
  public static func event(at time: Double, cause: Int = 0, enteredAt entry: Double? = nil) -> Observation {
    Observation(entry: entry, time: time, outcome: .event(cause: cause))
  }

  /// A subject in whom nothing had happened by a time.
  public static func censored(at time: Double, enteredAt entry: Double? = nil) -> Observation {
    Observation(entry: entry, time: time, outcome: .censored)
  }
}

extension Observation: CustomStringConvertible {
  /// `from 2 to 9: event of cause 1`, in short.
  public var description: String {
    let from = entry.map { "from \(PrintedNumber.text($0)) " } ?? ""
    return "\(from)to \(PrintedNumber.text(time)): \(outcome)"
  }
}

extension Observation.Outcome: CustomStringConvertible {
  /// `censored`, or `event of cause 0`.
  public var description: String { cause.map { "event of cause \($0)" } ?? "censored" }
}
