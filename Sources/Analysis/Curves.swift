package import CohortModel
package import SurvivalStatistics

/// The answer to a question about time to event: estimates, risk tables, tests, differences, follow-up, and who is in.
package struct Curves: Equatable, Sendable {
  package private(set) var question: Question
  package let endpoint: Endpoint
  /// In the order of the variable's levels or cuts; one arm without a name for everybody together.
  package let arms: [Arm]
  /// One for each arm; for each cause of each arm where all are shown, and of those free of any where they are stacked.
  package let curves: [Curve]
  /// Of the plotted cause first, then of its competitors; none without arms.
  package let tests: [ArmsTest]
  /// Against the first arm that has patients; none without arms or reading time.
  package private(set) var differences: [Difference] = []
  package let counts: Counts
  /// Of everybody selected, until death or last contact; `nil` where nobody is.
  package let followUp: FollowUpTime?
  /// What is done about arms and filters that are known only later; `nil` where everything is known at time zero.
  package var lateness: Lateness?
  /// Where the curves are read, in the recorded unit of the endpoint, from its time zero or the landmark on.
  package var readingTime: Double? { question.at?.value(in: endpoint.scale.unit) }

  /// Who is in the numbers, and who is not.
  package struct Counts: Equatable, Sendable {
    package var patients: Int
    /// Patients left after each filter in turn, everybody first.
    package var flow: [Int]
    package var selected: Int
    /// Of the selected, those whom the endpoint cannot use.
    package var unusable: Int
    /// Of the selected and usable, those of whom it is unknown which arm they belong to.
    package var unknownArm: Int
    /// Of the rest, those who had an event or left observation at the landmark or before it.
    package var beforeLandmark: Int
    /// Everybody in the arms.
    package var analysed: Int
  }

  /// Time of follow-up by reverse Kaplan–Meier: death ends it as censoring ends survival.
  package struct FollowUpTime: Equatable, Sendable {
    /// The endpoint whose censorings are the ends of follow-up, with its unit.
    package var endpoint: Endpoint
    /// Whether that is overall survival, so that the time does not change with the endpoint shown.
    package var isOfOverallSurvival: Bool
    /// Those of the selected whose follow-up is known, whatever becomes of them in arms and landmark.
    package var patientCount: Int
    package var everybody: QuantileEstimate
  }

  /// The last time at which anybody is observed, in the recorded unit.
  package var lastTime: Double { arms.compactMap(\.lastTime).max() ?? 0 }

  /// The cause that the curves are of, by its place; `nil` for survival and for all causes beside each other.
  package var cause: Int? {
    let causes = Set(curves.map(\.cause))
    return causes.count == 1 ? causes.first ?? nil : nil
  }

  /// The same curves read at another time.
  ///
  /// - Complexity: O(*u*) for *u* distinct times.
  package func read(at time: TimePoint?) -> Curves {
    var curves = self
    curves.question.at = time
    curves.differences = curves.readingTime.map(differences) ?? []
    return curves
  }

  private func differences(at time: Double) -> [Difference] {
    // Patients who change arms are in both: no difference of independent groups.
    guard question.arms != nil, !isTimeDependent else { return [] }
    return causes.flatMap { cause in
      let present = curves.filter { $0.cause == cause && $0.table.subjectCount > 0 }
      return present.dropFirst().map { Difference($0, minus: present[0], at: time) }
    }
  }
}
