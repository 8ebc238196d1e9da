package import CohortModel

/// Who the selected patients are: each variable described in everybody and in each arm, and the arms compared; or who
/// all patients are, those selected compared with the rest.
package struct Characteristics: Equatable, Sendable {
  /// What was asked; of it only filters and what is compared matter here.
  package private(set) var question: Question
  package private(set) var endpoint: Endpoint
  /// Everybody described first, then the arms with patients, or those selected and the rest.
  package let strata: [Stratum]
  /// The names of arms that nobody is in.
  package let emptyArms: [String]
  /// Selected patients of whom it is unknown which arm they belong to: they are among everybody and in no arm.
  package let unknownArmCount: Int
  /// Patients among the rest of whom it is unknown whether the filters choose them.
  package let unknownRestCount: Int
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
    /// `nil` without two arms to compare, for one level only, for what becomes known after time zero, and for what
    /// those selected were chosen by.
    package var test: CharacteristicsTest?
  }

  package enum Values: Equatable, Sendable {
    /// Those that some selected patient has, in their order, and how many have each, by stratum.
    case levels([String], counts: [[Int]])
    /// By stratum.
    case numbers([NumberSummary])
  }

  /// Patients whom the filters choose: everybody described, but for a comparison with the rest.
  package var selectedCount: Int {
    guard question.comparison == .rest else { return strata.first?.patientCount ?? 0 }
    return strata.first { $0.arm == Chosen.selected }?.patientCount ?? 0
  }

  /// Whom the filters choose of all patients.
  struct Chosen {
    static let (selected, rest) = ("selected", "rest")

    /// The places of patients in the file.
    var numbers: Set<Int>
    /// Patients of whom it is unknown whether they are chosen.
    var unknownCount: Int
  }

  /// The same of another question about the same patients in the same arms.
  func asked(by question: Question, endpoint: Endpoint) -> Characteristics {
    var asked = self
    (asked.question, asked.endpoint) = (question, endpoint)
    return asked
  }

  init(
    question: Question, endpoint: Endpoint, strata: [Stratum], emptyArms: [String], unknownArmCount: Int,
    unknownRestCount: Int, variables: [Described]
  ) {
    (self.question, self.endpoint, self.strata, self.emptyArms) = (question, endpoint, strata, emptyArms)
    (self.unknownArmCount, self.unknownRestCount) = (unknownArmCount, unknownRestCount)
    self.variables = variables
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
  /// Which patients, compared between what.
  struct Selection: Hashable, Sendable {
    var filters: FilterSet
    var arms: Arms?
    var comparison: Comparison
  }

  var selection: Selection { Selection(filters: filters, arms: dividingArms, comparison: comparison) }

  /// What divides the patients whose characteristics are compared; `nil` without arms, and against the rest.
  package var dividingArms: Arms? { comparison == .arms ? arms : nil }

  /// The variables whose characteristics those selected were chosen by, where they are compared with the rest.
  package var choosingVariables: Set<String> {
    guard comparison == .rest else { return [] }
    return filters.steps.reduce(into: []) { $0.formUnion($1.condition.variables) }
  }
}
