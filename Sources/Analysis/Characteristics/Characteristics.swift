package import CohortModel

/// Who the selected patients are: each variable described in everybody and in each arm, and the arms compared.
package struct Characteristics: Equatable, Sendable {
  /// What was asked; of it only filters and arms matter here.
  package private(set) var question: Question
  package private(set) var endpoint: Endpoint
  /// Everybody selected first, then the arms with patients.
  package let strata: [Stratum]
  /// The names of arms that nobody is in.
  package let emptyArms: [String]
  /// Selected patients of whom it is unknown which arm they belong to: they are among everybody and in no arm.
  package let unknownArmCount: Int
  /// In the order of the study.
  package let variables: [Described]

  package struct Stratum: Hashable, Sendable {
    /// The arm's level or interval; `nil` for everybody.
    package var arm: String?
    package var patientCount: Int
  }

  /// One variable in all strata.
  package struct Described: Equatable, Sendable {
    package var variable: Variable
    package var values: Values
    /// Patients without a value, by stratum.
    package var unknownCounts: [Int]
    /// How far the arms lie apart in standard deviations, for more than two arms the largest of the pairs; infinite where
    /// two have nothing in common, `nil` where nothing can be compared.
    package var difference: Double?
    /// `nil` without two arms to compare, for one level only, and for what becomes known after time zero.
    package var test: CharacteristicsTest?
  }

  package enum Values: Equatable, Sendable {
    /// Those that some selected patient has, in their order, and how many have each, by stratum.
    case levels([String], counts: [[Int]])
    /// By stratum.
    case numbers([NumberSummary])
  }

  package var selectedCount: Int { strata.first?.patientCount ?? 0 }

  /// The same of another question about the same patients in the same arms.
  func asked(by question: Question, endpoint: Endpoint) -> Characteristics {
    var asked = self
    (asked.question, asked.endpoint) = (question, endpoint)
    return asked
  }

  init(
    question: Question, endpoint: Endpoint, strata: [Stratum], emptyArms: [String], unknownArmCount: Int,
    variables: [Described]
  ) {
    (self.question, self.endpoint, self.strata, self.emptyArms) = (question, endpoint, strata, emptyArms)
    (self.unknownArmCount, self.variables) = (unknownArmCount, variables)
  }

  /// Whether a variable describes patients: it has levels or numbers, is no part of an endpoint and is not hidden.
  package static func isCandidate(_ variable: Variable) -> Bool {
    guard !variable.isOutcome, !variable.isHidden else { return false }
    switch variable.kind {
    case .categorical, .ordered, .yesNo, .number: return true
    case .identifier, .date, .text: return false
    }
  }
}

extension Question {
  /// Which patients, in which arms.
  struct Selection: Hashable, Sendable {
    var filters: FilterSet
    var arms: Arms?
  }

  var selection: Selection { Selection(filters: filters, arms: arms) }
}
