import Analysis
import CohortEngine
import CohortModel
import Foundation
import Study
import SurvivalStatistics

/// A reading of the synthetic cohort, asked as the program asks it.
struct PaperCohort: Sendable {
  let analyst: Analyst

  /// - Parameter study: the path of a study file.
  init(study: URL) throws { analyst = Analyst(BitmapEngine(try Study.open(path: study.path).cohort)) }

  /// - Parameter endpoint: `nil` where only patients are asked for, not what became of them.
  func question(
    _ endpoint: String? = nil, by arms: String? = nil, where filter: String? = nil, at time: TimePoint? = nil,
    interval: ConfidenceTransform = .logLog
  ) throws -> Question {
    let schema = analyst.schema
    var question = Question(endpoint: endpoint ?? schema.endpoints.map(\.name).first ?? "")
    (question.at, question.interval) = (time, interval)
    if let arms { question.arms = try Arms(parsing: arms, in: schema) }
    if let filter { question.filters.add(try FilterExpression(parsing: filter, variables: schema.variables)) }
    // The paper groups by GvHD from the day of transplant on.
    question.knownLater = .overridden
    return question
  }

  func characteristics(where filter: String? = nil) async throws -> Characteristics {
    guard let found = try await analyst.characteristics(question(where: filter)) else {
      throw PaperError.noPatients
    }
    return found
  }

  func count(where filter: String) async throws -> Double {
    Double(try await characteristics(where: filter).selectedCount)
  }

  /// The numbers of those who have one.
  func numbers(_ variable: String, where filter: String? = nil) async throws -> NumberSummary {
    let found = try await characteristics(where: filter).variables.first { $0.variable.name == variable }
    guard case .numbers(let summaries)? = found?.values, let summary = summaries.first else {
      throw PaperError.noNumbers(variable)
    }
    return summary
  }
}

enum PaperError: Error, CustomStringConvertible {
  case noPatients
  case noNumbers(String)
  case noModel(String)
  case noNotes(String)

  var description: String {
    switch self {
    case .noPatients: "the cohort releases no patients"
    case .noNumbers(let variable): "\(variable) is not described as a number"
    case .noModel(let endpoint): "there is no model of \(endpoint)"
    case .noNotes(let heading): "NOTES.md has no table under “\(heading)”"
    }
  }
}

/// An estimate with its limits, as the paper would print it.
struct Reading {
  var value: Double?
  var lower: Double?
  var upper: Double?

  /// A curve at a time; past its end the last value is carried on, as the paper does.
  ///
  /// An incidence of 0 has the interval 0–0 in the paper, a survival of 1 none.
  init(_ curve: Curve, at time: Double) {
    switch curve.reading(at: time) {
    case .estimate(let found, _, _):
      (value, lower, upper) = (found.value, found.interval?.lower, found.interval?.upper)
      if curve.cause != nil, found.value == 0 { (lower, upper) = (0, 0) }
    case .pastFollowUp:
      (value, lower, upper) = (curve.values.last, curve.band.lower.last ?? nil, curve.band.upper.last ?? nil)
    case .nobody: break
    }
  }

  init(_ value: Double?, _ lower: Double?, _ upper: Double?) {
    (self.value, self.lower, self.upper) = (value, lower, upper)
  }

  /// What is not survival: the limits change places.
  var complement: Reading { Reading(value.map { 1 - $0 }, upper.map { 1 - $0 }, lower.map { 1 - $0 }) }
}
