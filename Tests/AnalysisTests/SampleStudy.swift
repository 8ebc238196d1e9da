import Analysis
import CohortEngine
import CohortModel
import Foundation
import Study
import TestSupport
import Testing

/// The sample study that comes with the program, and questions of it.
struct SampleStudy {
  let cohort: Cohort
  let analyst: Analyst

  init() throws {
    let path = Repository.root().appending(path: "sample-data/blinatumomab-hsct.toml").path
    cohort = try Study.open(path: path).cohort
    analyst = Analyst(BitmapEngine(cohort))
  }

  func question(
    _ endpoint: String, cause: String? = nil, by arms: Arms? = nil, at: Double? = nil,
    landmark: Double? = nil,
    censorAt: Double? = nil, where condition: FilterExpression? = nil
  ) -> Question {
    var question = Question(endpoint: endpoint)
    (question.cause, question.arms) = (cause, arms)
    question.at = at.map { TimePoint($0, .months) }
    question.landmark = landmark.map { TimePoint($0, .months) }
    question.censorAt = censorAt.map { TimePoint($0, .months) }
    if let condition { question.filters.add(condition) }
    return question
  }

  static let later = FilterExpression.oneOf("disease_phase", ["CR2", "CR3"])
}
