import Analysis
import CohortModel

/// One patient's time under observation as it is drawn: in the shown unit, from time zero or the landmark.
package struct SwimLane: Hashable, Sendable {
  package var start: Double
  package var end: Double
  /// The event at the end; `nil` where observation ends.
  package var event: LaneEvent?
  /// What is known beyond the end: until when, and the death there.
  package var after: After?

  package struct After: Hashable, Sendable {
    package var time: Double
    package var isDeath: Bool
  }
}

/// How a cause is marked in lanes.
package struct LaneEvent: Hashable, Sendable {
  /// The place among the endpoint's causes.
  package var cause: Int
  /// A letter of the cause; `†` for the first that is a death.
  package var letter: Character
  /// The letter where there is nothing but ASCII.
  package var asciiLetter: Character
  package var name: String
  /// Whether it competes with the event that is counted.
  package var isCompeting: Bool

  package static let death: (letter: Character, asciiLetter: Character) = ("†", "D")
}

extension PatientsReport {
  /// The causes as lanes mark them, each by a letter of its own.
  package var laneEvents: [LaneEvent] {
    let endpoint = result.endpoint
    let text = EndpointText(endpoint)
    var (taken, hasDeath): (Set<Character>, Bool) = ([LaneEvent.death.asciiLetter], false)
    return endpoint.causes.indices.map { cause in
      let isCompeting = endpoint.kind == .competingRisks && cause != plottedCause
      let name = text.cause(cause)
      if EndpointText.isFatal(endpoint.causes[cause]), !hasDeath {
        hasDeath = true
        return LaneEvent(
          cause: cause, letter: LaneEvent.death.letter, asciiLetter: LaneEvent.death.asciiLetter, name: name,
          isCompeting: isCompeting)
      }
      let letters = (name.uppercased() + "ABCEFGHIJKLMNOPQRSTUVWXYZ").filter { $0.isASCII && $0.isLetter }
      let letter = letters.first { !taken.contains($0) } ?? "*"
      taken.insert(letter)
      return LaneEvent(
        cause: cause, letter: letter, asciiLetter: letter, name: name, isCompeting: isCompeting)
    }
  }

  /// The cause that counts where causes compete.
  private var plottedCause: Int {
    result.question.cause.flatMap { result.endpoint.causes.firstIndex(of: $0) } ?? 0
  }

  /// The lane of a patient; `nil` where there is nothing to draw.
  ///
  /// - Parameter events: ``laneEvents``.
  package func lane(_ patient: Int, events: [LaneEvent]) -> SwimLane? {
    guard let course = result.course(patient) else { return nil }
    return SwimLane(
      start: text.time.shown(course.entry), end: text.time.shown(course.end),
      event: course.cause.flatMap { events.indices.contains($0) ? events[$0] : nil },
      after: course.after.map { SwimLane.After(time: text.time.shown($0.time), isDeath: $0.isDeath) })
  }

  /// Why a patient has no lane.
  package func whyNoLane(_ patient: Int) -> String {
    guard result.hasLeftByLandmark(patient), let landmark = result.question.landmark else {
      return "not usable for \(result.endpoint.name)"
    }
    return "left before the landmark at \(text.time.text(landmark))"
  }
}
