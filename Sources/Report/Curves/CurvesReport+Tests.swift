import Analysis
import CohortModel
import SurvivalStatistics

/// A test in words, and how loudly it may be said.
package struct TestReport: Hashable, Sendable {
  package enum Emphasis: Hashable, Sendable {
    case bold
    /// Something cautions the reader; the sentence says what.
    case muted
  }

  /// `log-rank χ²₁ = 2.05, P = .152 · n = 78, 17 events`.
  package var sentence: Sentence
  package var emphasis: Emphasis
  /// Why it is muted; a part of the sentence that is never dropped.
  package var reasons: [String]
  /// `nothing` where the test is not possible.
  package var pValue: Quantity
}

extension CurvesReport {
  /// Of the plotted cause first, then of its competitors.
  package var tests: [TestReport] { curves.tests.map(report) }

  private func report(_ test: ArmsTest) -> TestReport {
    let reasons = reasons(against: test)
    var parts = [
      Sentence.Part(
        result(of: test, .full), shorter: briefResults(of: test), .meaning,
        spoken: result(of: test, .spoken))
    ]
    parts += reasons.map { Sentence.Part($0, .meaning) }
    if let window { parts.append(window) }
    let events = endpoint.events(test.eventCount, cause: test.cause)
    let patients = NumberText.count(test.patientCount)
    parts.append(
      Sentence.Part(
        "n = \(patients), \(events)", shorter: ["n = \(patients)"], .important,
        spoken: "\(patients) patients, \(events)"))
    if !test.emptyArms.isEmpty {
      let names = emptyArmNames.joined(separator: ", ")
      parts.append(
        Sentence.Part(
          "nobody in \(names): left out", shorter: ["\(test.emptyArms.count) empty left out"], .detail))
    }
    return TestReport(
      sentence: Sentence(parts), emphasis: reasons.isEmpty && test.result.pValue != nil ? .bold : .muted,
      reasons: reasons, pValue: test.result.pValue.map(Quantity.pValue) ?? .nothing)
  }

  /// Name, statistic, degrees of freedom and P; of an incidence, its cause.
  private func result(of test: ArmsTest, _ form: Quantity.Form) -> String {
    let cause = test.cause.map { "\(endpoint.name(ofCause: $0)): " } ?? ""
    switch test.result {
    case .value(let statistic, let degreesOfFreedom):
      let p = test.result.pValue.map { Quantity.pValue($0).text(form) } ?? "P not estimable"
      let value = Quantity.chiSquared(statistic, degreesOfFreedom: degreesOfFreedom).text(form)
      return "\(cause)\(test.method.rawValue) \(value), \(p)"
    case .undefined(let reason): return "\(cause)\(test.method.rawValue) test not possible: \(reason.words)"
    }
  }

  /// Without the statistic, then without the cause: the test and its P are never dropped.
  private func briefResults(of test: ArmsTest) -> [String] {
    let cause = test.cause.map { "\(endpoint.name(ofCause: $0)): " } ?? ""
    let name = test.method.rawValue
    switch test.result {
    case .value:
      let p = test.result.pValue.map { Quantity.pValue($0).text(.full) } ?? "P not estimable"
      return ["\(cause)\(name) \(p)", "\(name) \(p)"]
    case .undefined(let reason): return ["\(name) test not possible: \(reason.words)"]
    }
  }

  private func reasons(against test: ArmsTest) -> [String] {
    var reasons = lateReasons
    switch test.caution {
    case .smallArm(let name, let patients):
      let arm = armNames.first { $0.level == name }?.short ?? name
      reasons.append("only \(patients) \(patients == 1 ? "patient" : "patients") in \(arm)")
    case .fewEvents(let count) where test.result.undefined == nil:
      reasons.append("only \(endpoint.events(count, cause: test.cause))")
    case .fewEvents, nil: break
    }
    return reasons
  }

  var emptyArmNames: [String] {
    zip(curves.arms, armNames).filter { $0.0.patientCount == 0 }.map(\.1.full)
  }

  /// Grouping by what becomes known later leans every comparison.
  var lateReasons: [String] {
    guard let lateness = curves.lateness, lateness.way == .overridden else { return [] }
    let late = lateness.variables.map(\.name)
    return late.isEmpty ? [] : ["\(late.map(words.shortLabel).formatted) known only later"]
  }
}

extension UndefinedTest {
  /// Why there is no result.
  var words: String {
    switch self {
    case .noEvents: "no events"
    case .fewerThanTwoGroups: "fewer than two groups at risk"
    case .noVariance: "the groups cannot be told apart at any event"
    }
  }
}
