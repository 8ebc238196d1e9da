package import CohortModel
import SurvivalStatistics

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
  /// Those known from time zero on that do not divide the patients, in the order of the study.
  package let untested: [Untested]
  /// Who is in, and who is not.
  package let counts: WindowCounts

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
    /// The study's reference, where nobody has that level and another took its place.
    package var absentReference: String?

    /// Whether the ratios of its levels are by Firth's penalised likelihood.
    package var isPenalized: Bool { levels.contains { $0.ratio?.method == .firth } }
  }

  package struct Untested: Equatable, Sendable {
    package var variable: Variable
    package var reason: Reason

    package enum Reason: Equatable, Sendable {
      case tooManyLevels(Int)
      /// Everybody selected has the same one, or nobody has any.
      case oneLevel
      /// The median of those selected is their highest number, so nobody is above it.
      case medianIsHighest
    }
  }

  package struct Level: Equatable, Sendable {
    package var name: String
    package var curve: Curve
    package var isReference: Bool
    /// Against the reference; `nil` for the reference itself.
    package var ratio: RatioEstimate?

    package var patientCount: Int { curve.table.subjectCount }
    package var eventCount: Int { curve.eventCount }
  }

  package struct PerUnit: Equatable, Sendable {
    package var patientCount: Int
    package var eventCount: Int
    package var ratio: RatioEstimate?
    package var whyNoRatio: NoRatio?
  }

  /// Why there is no ratio of hazards.
  package enum NoRatio: Equatable, Sendable {
    /// Levels in which nobody had an event: their ratios have no finite estimate.
    case noEvents(levels: [String])
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
    untested: [Untested], counts: WindowCounts
  ) {
    (self.question, self.endpoint, self.cause, self.late) = (question, endpoint, cause, late)
    (self.untested, self.counts) = (untested, counts)
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
    isEarly(variable) && isDivisible(variable)
  }

  /// Whether a variable would be a factor of an endpoint, were it not known only later; times of events are none.
  package static func isLateFactor(_ variable: Variable, of endpoint: Endpoint) -> Bool {
    guard let knownAt = variable.knownAt, knownAt != variable.name, !endpoint.columns.contains(variable.name)
    else { return false }
    return variable.isInGrid && isDivisible(variable) && !(variable.isNumeric && variable.isOutcome)
  }

  /// Why a variable that could be a factor is none; `nil` for a factor, and for what never is one.
  static func reasonAgainst(_ variable: Variable) -> Untested.Reason? {
    guard isEarly(variable), !isDivisible(variable) else { return nil }
    switch variable.kind {
    case .categorical, .ordered, .yesNo:
      return variable.levels.count > mostLevels ? .tooManyLevels(variable.levels.count) : .oneLevel
    case .number: return .oneLevel
    case .identifier, .date, .text: return nil
    }
  }

  private static func isEarly(_ variable: Variable) -> Bool {
    variable.knownAt == nil && !variable.isOutcome && variable.isInGrid
  }

  private static func isDivisible(_ variable: Variable) -> Bool {
    switch variable.kind {
    case .categorical, .ordered, .yesNo: return (2...mostLevels).contains(variable.levels.count)
    case .number:
      return variable.distribution.map { $0.extremes.lowerBound < $0.extremes.upperBound } ?? false
    case .identifier, .date, .text: return false
    }
  }
}

/// Who of the selected is in numbers that depend on an endpoint and its window, and who is not.
package struct WindowCounts: Equatable, Sendable {
  package var selected: Int
  /// Of the selected, those whom the endpoint cannot use.
  package var unusable: Int
  /// Of the rest, those who had an event or left observation at the landmark or before it.
  package var beforeLandmark: Int

  package var analysed: Int { selected - unusable - beforeLandmark }
}

/// A regression on what became of patients.
package enum RegressionKind: String, Hashable, Sendable, CaseIterable {
  case cox
  case fineGray = "fine_gray"
  case causeSpecific = "cause_specific"
}
