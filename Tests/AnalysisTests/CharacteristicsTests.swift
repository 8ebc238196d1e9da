import CohortEngine
import CohortFixtures
import CohortModel
import SurvivalStatistics
import TestSupport
import Testing

@testable import Analysis

@Suite("Characteristics", .timeLimit(.minutes(5)))
struct CharacteristicsTests {
  // MARK: Against R

  @Test(
    "Counts, quantiles, standardised differences and tests are R's",
    arguments: [
      ("lung", "sex", .levels(of: "sex")), ("lung", "ecog", .levels(of: "ecog")),
      ("lung", "age", .cuts(of: "age", at: [55, 65])), ("lung", "weight", .cuts(of: "weight_loss", at: [10])),
      ("bmt", "disease", .levels(of: "disease")), ("bmt", "fab45", .levels(of: "fab45")),
      ("veteran", "celltype", .levels(of: "celltype")), ("tiny_exact", "arm", .levels(of: "arm")),
    ] as [(String, String, Arms)])
  func reference(file: String, by: String, arms: Arms) async throws {
    let analyst = Analyst(BitmapEngine(try ReferenceCohort.make(file, levels: ["ecog"])))
    var question = Question(endpoint: "end")
    question.arms = arms
    let result = try #require(try await analyst.characteristics(question))
    try agree(result, "\(file) by \(by)")
  }

  private func agree(_ result: Characteristics, _ name: String) throws {
    let r = try RAnswers("characteristics")
    #expect(r.agree("\(name)/n", result.strata.map { Double($0.patientCount) }))
    var compared = 0
    for described in result.variables {
      let path = "\(name)/\(described.variable.name)"
      // The script leaves out a variable or two.
      guard !r.list("\(path)/unknown").isEmpty,
        !result.question.choosingVariables.contains(described.variable.name)
      else { continue }
      compared += 1
      #expect(r.agree("\(path)/unknown", described.unknownCounts.map(Double.init)))
      #expect(r.agree("\(path)/smd", described.difference, within: 1e-12), "\(path)")
      switch described.values {
      case .levels(let levels, let counts):
        for (level, counts) in zip(levels, counts) {
          #expect(r.agree("\(path)/\(level)", counts.map(Double.init)), "\(path) \(level)")
        }
      case .numbers(let summaries):
        #expect(r.agree("\(path)/median", summaries.map(\.median)))
        #expect(r.agree("\(path)/q1", summaries.map(\.lowerQuartile)))
        #expect(r.agree("\(path)/q3", summaries.map(\.upperQuartile)))
        #expect(r.agree("\(path)/min", summaries.map(\.minimum)))
        #expect(r.agree("\(path)/max", summaries.map(\.maximum)))
        #expect(r.agree("\(path)/mean", summaries.map(\.mean)))
        #expect(r.agree("\(path)/sd", summaries.map(\.standardDeviation)))
      }
      let test = try #require(described.test, "\(path)")
      #expect(
        r.agree("\(path)/\(test.method.rawValue)", [test.statistic, test.pValue], within: 1e-10), "\(path)")
    }
    #expect(compared > 2)
  }

  @Test(
    "Those selected against the rest are R's, of whom the filter says nothing among the rest",
    arguments: [
      ("lung ecog 0 or 1", .oneOf("ecog", ["0", "1"]), 1),
      ("lung weight_loss over 10", .range("weight_loss", NumericRange(lower: 10.5)), 14),
    ] as [(String, FilterExpression, Int)])
  func rest(name: String, condition: FilterExpression, unknown: Int) async throws {
    let analyst = Analyst(BitmapEngine(try ReferenceCohort.make("lung", levels: ["ecog"])))
    var question = Question(endpoint: "end")
    question.filters = FilterSet(condition)
    (question.comparison, question.arms) = (.rest, .levels(of: "sex"))
    let result = try #require(try await analyst.characteristics(question))
    #expect(result.strata.map(\.arm) == [nil, "selected", "rest"])
    #expect(result.unknownRestCount == unknown && result.unknownArmCount == 0)
    try agree(result, name)
    // Who was chosen by a variable differs in it.
    let chosen = try #require(result.variables.first { condition.variables.contains($0.variable.name) })
    #expect(chosen.test == nil && chosen.difference == nil)
  }

  // MARK: Properties

  @Test("Over bitmaps or by looking at every patient, random questions have equal answers", arguments: 1...6)
  func equalSources(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let cohort = RandomCohort.make(rows: 30 * Int(seed), distinctTimes: 40, using: &generator)
    let (engine, naive) = (Analyst(BitmapEngine(cohort)), Analyst(NaiveSource(cohort)))
    for _ in 0..<25 {
      var question = Question(endpoint: "CIR")
      question.arms =
        [nil, .levels(of: "phase"), .levels(of: "sex"), .cuts(of: "age", at: [4, 12.5])]
        .randomElement(using: &generator) ?? nil
      question.filters.add(RandomCohort.condition(depth: 2, using: &generator))
      question.comparison = Question.Comparison.allCases.randomElement(using: &generator) ?? .arms
      let result = try #require(try await engine.characteristics(question))
      #expect(try await naive.characteristics(question) == result, "\(question)")
      #expect(try await naive.patients(question) == engine.patients(question), "\(question)")
      addsUp(result)
    }
  }

  /// Patients of the arms and of none are everybody; those with a level and those without are a stratum.
  private func addsUp(_ result: Characteristics) {
    let patients = result.strata.map(\.patientCount)
    if result.question.dividingArms != nil || result.question.comparison == .rest {
      #expect(patients.dropFirst().reduce(result.unknownArmCount, +) == patients[0])
    }
    for described in result.variables {
      switch described.values {
      case .levels(let levels, let counts):
        #expect(levels.count == counts.count && counts.allSatisfy { $0[0] > 0 })
        for stratum in patients.indices {
          let known = counts.reduce(0) { $0 + $1[stratum] }
          #expect(known + described.unknownCounts[stratum] == patients[stratum])
        }
      case .numbers(let summaries):
        #expect(zip(summaries, described.unknownCounts).map { $0.count + $1 } == patients)
      }
      #expect(described.difference ?? 0 >= 0)
      if let test = described.test { #expect((0...1).contains(test.pValue)) }
    }
  }
}
