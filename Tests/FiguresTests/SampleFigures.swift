import Analysis
import CohortEngine
import CohortModel
import Figures
import Foundation
import Report
import Study
import TestSupport

/// Answers about the sample study, to be drawn.
struct SampleFigures {
  private let study: Study
  private let analyst: Analyst

  init() throws {
    study = try Study.open(path: Repository.root().appending(path: "sample-data/blinatumomab-hsct.toml").path)
    analyst = Analyst(BitmapEngine(study.cohort))
  }

  /// That its patients are invented is a part of it.
  var title: String { study.title }

  private var schema: CohortSchema { study.cohort.schema }

  func question(_ endpoint: String, by: String? = nil, where text: String? = nil, landmark: Double? = nil)
    throws -> Question
  {
    var question = Question(endpoint: endpoint)
    question.at = TimePoint(24, .months)
    question.landmark = landmark.map { TimePoint($0, .months) }
    question.arms = try by.map { try Arms(parsing: $0, in: schema) }
    if let text {
      question.filters.add(try FilterExpression(parsing: text, variables: schema.variables))
    }
    return question
  }

  func curves(_ question: Question) async throws -> CurvesReport {
    CurvesReport(curves: try await analyst.curves(question), schema: schema, unit: .months)
  }

  func univariable(_ question: Question) async throws -> UnivariableReport {
    UnivariableReport(
      try await analyst.univariable(question), words: VariableWords(schema), unit: .months)
  }

  func models(_ question: Question, covariates: String) async throws -> ModelsReport? {
    var question = question
    question.covariates = try CovariateTerm.terms(parsing: covariates, in: schema)
    return try await analyst.models(question).map {
      ModelsReport($0, words: VariableWords(schema), unit: .months)
    }
  }
}

/// Letters of one width, so that places can be told without a font.
struct EvenLetters: TextMeasure {
  func width(_ text: String, _ font: Font) -> Double {
    Double(text.count) * font.size * (font.isBold ? 0.6 : 0.55)
  }
}
