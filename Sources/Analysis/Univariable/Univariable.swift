package import CohortModel
package import SurvivalStatistics

/// One factor at a time: what became of the selected patients by each variable alone.
package struct Univariable: Equatable, Sendable {
  /// What was asked, without arms: the factors take their place.
  package private(set) var question: Question
  package let endpoint: Endpoint
  /// The cause that events, estimates, tests and ratios are of; `nil` for survival.
  package let cause: Int?
  /// Those that can be tested, in the order of the study.
  package let factors: [Factor]
  /// Those whose values become known after time zero, untested, in the order of the study.
  package let late: [Variable]
  /// Patients selected, and those of them whom the endpoint can use.
  package let selectedCount: Int
  package let usableCount: Int

  /// A variable by which patients differ from the beginning.
  package struct Factor: Equatable, Sendable {
    package var variable: Variable
    package var arms: Arms
    /// Those with patients, in the order of levels or cuts.
    package var levels: [Level]
    /// Selected and usable, the variable unknown.
    package var unknownCount: Int
    package var test: ArmsTest
    /// P over all factors tested, by Holm and by Benjamini and Hochberg.
    package var holm: Double?
    package var benjaminiHochberg: Double?
    /// For numbers, the ratio for one unit more; `nil` where there are no single patients to fit it to.
    package var perUnit: PerUnit?
    /// Why the levels have no ratios; `nil` where they have.
    package var whyNoRatios: NoRatio?
  }

  package struct Level: Equatable, Sendable {
    package var name: String
    package var curve: Curve
    package var isReference: Bool
    /// Against the reference; `nil` for the reference itself.
    package var ratio: CoefficientEstimate?

    package var patientCount: Int { curve.table.subjectCount }
    package var eventCount: Int { curve.eventCount }
  }

  package struct PerUnit: Equatable, Sendable {
    package var patientCount: Int
    package var eventCount: Int
    package var ratio: CoefficientEstimate?
    package var whyNoRatio: NoRatio?
  }

  /// Why there is no ratio of hazards.
  package enum NoRatio: Equatable, Sendable {
    /// A level in which nobody had an event: the ratio has no finite estimate.
    case noEvents(level: String)
    case infinite
    case notConverged
    /// Fine and Gray's model is not defined where patients come under observation later than time zero.
    case delayedEntry
  }

  /// The regression that the ratios are of.
  package var model: RegressionKind { cause == nil ? .cox : .fineGray }

  /// Where the estimates are read, in the recorded unit of the endpoint.
  package var readingTime: Double? { question.at?.value(in: endpoint.scale.unit) }

  /// The same read at another time.
  package func read(at time: TimePoint?) -> Univariable {
    var read = self
    read.question.at = time
    return read
  }

  init(
    question: Question, endpoint: Endpoint, cause: Int?, factors: [Factor], late: [Variable],
    selectedCount: Int, usableCount: Int
  ) {
    (self.question, self.endpoint, self.cause, self.late) = (question, endpoint, cause, late)
    (self.selectedCount, self.usableCount) = (selectedCount, usableCount)
    let p = factors.map { $0.test.result.pValue }
    let (holm, hochberg) = (
      PValueAdjustment.holm.adjusted(p), PValueAdjustment.benjaminiHochberg.adjusted(p)
    )
    self.factors = factors.indices.map { index in
      var factor = factors[index]
      (factor.holm, factor.benjaminiHochberg) = (holm[index], hochberg[index])
      return factor
    }
  }

  /// The most levels of a factor that is looked at.
  package static let mostLevels = 30

  /// Whether a variable is looked at as a factor: known from time zero on, and no part of an endpoint.
  package static func isFactor(_ variable: Variable) -> Bool {
    variable.knownAt == nil && !variable.isOutcome && isDivisible(variable)
  }

  /// Whether a variable would be a factor, were it not known only later; times of events are none.
  package static func isLateFactor(_ variable: Variable) -> Bool {
    guard let knownAt = variable.knownAt, knownAt != variable.name else { return false }
    return isDivisible(variable) && !(variable.isNumeric && variable.isOutcome)
  }

  private static func isDivisible(_ variable: Variable) -> Bool {
    guard variable.isInGrid else { return false }
    switch variable.kind {
    case .categorical, .ordered, .yesNo: return (2...mostLevels).contains(variable.levels.count)
    case .number:
      return variable.distribution.map { $0.extremes.lowerBound < $0.extremes.upperBound } ?? false
    case .identifier, .date, .text: return false
    }
  }
}

/// A regression on what became of patients.
package enum RegressionKind: String, Hashable, Sendable, CaseIterable {
  case cox
  case fineGray = "fine_gray"
  case causeSpecific = "cause_specific"
}
