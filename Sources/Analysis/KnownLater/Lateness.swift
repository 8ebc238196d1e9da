package import CohortModel

/// What an answer does about arms and filters whose values become known only after the endpoint's time zero.
package struct Lateness: Equatable, Sendable {
  package enum Way: Equatable, Sendable {
    /// No curve, no estimate, no P.
    case refused(Refusal)
    /// By what is known at the landmark, never by what comes after it.
    case atLandmark
    /// Simon–Makuch curves: patients change arms when the value becomes known.
    case timeDependent
    /// By the final values all the same.
    case overridden
  }

  /// Which of the two ways out there are; the reason where there is none.
  package struct Refusal: Equatable, Sendable {
    /// `nil` where a landmark analysis is possible.
    package var landmark: Obstacle?
    /// `nil` where a Mantel–Byar test is possible.
    package var timeDependent: Obstacle?
  }

  /// Why there is no way around what is known only later.
  package enum Obstacle: Equatable, Sendable {
    /// The source releases no single patients.
    case noRows
    /// The variable, by its name, is what the endpoint is made of.
    case ofTheEndpoint(String)
    /// When it began is not recorded: the variable is known at the end of follow-up.
    case onlyAtEnd(String)
    /// The times at which the variable becomes known cannot be counted from the endpoint's time zero.
    case noTimes(String)
    /// The variable has other levels than one before it happens and one after.
    case notYesNo(String)
    /// An incidence of competing causes by a state that begins later is no probability of anything.
    case competingRisks
    /// A filter cannot change with time.
    case filter(String)
  }

  /// What a variable of arms or filters was at the landmark, of those still event-free and under observation then.
  package struct AtLandmark: Equatable, Sendable {
    package var variable: Variable
    /// Patients of whom something became known only afterwards, who count as not having it.
    package var later: Int
    /// Patients of whom nothing is known by then.
    package var unknown: Int
  }

  /// The answer from time zero by final values, not to be used.
  package struct Naive: Equatable, Sendable {
    package var curves: [Curve]
    package var test: ArmsTest?
  }

  /// The variables of arms and filters that are known only later, in the order of the study.
  package var variables: [Variable]
  /// The name of the arms' variable, where it is one of them.
  package var arms: String?
  package var way: Way
  package var atLandmark: [AtLandmark] = []
  /// Patients who changed arms while they were observed.
  package var moved = 0
  /// `nil` where it is refused, or is the answer itself.
  package var naive: Naive?

  package var refusal: Refusal? { if case .refused(let refusal) = way { refusal } else { nil } }
}

extension Variable {
  /// Whether the values become known only after an endpoint's time zero.
  package func isLate(for endpoint: Endpoint) -> Bool { knownAt != nil && knownAt != endpoint.timeZero }

  /// The level of those in whom nothing has happened: `no`, `0`, `none`; `nil` where there is none.
  package var notYetLevel: String? {
    if kind == .yesNo, levels.count == 2 { return levels[0] }
    return levels.first {
      ["no", "none", "0", "never", "false", "absent", "not yet"].contains($0.lowercased())
    }
  }

  /// The level of those in whom it has happened, where there is only one such.
  var everLevel: String? {
    guard let before = notYetLevel, levels.count == 2 else { return nil }
    return levels.first { $0 != before }
  }
}
