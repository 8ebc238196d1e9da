import Analysis
import CohortModel
import Foundation
import Report
import SurvivalStatistics

/// The sample study as its study file describes it, as far as these tests ask of it.
enum SampleCohort {
  static func source() throws -> ArraySource {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "sample-data/blinatumomab-hsct.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let names = lines[0]
    let rows = lines.dropFirst()
    func column(_ name: String) -> [String] {
      guard let index = names.firstIndex(of: name) else { return [] }
      return rows.map { $0[index] }
    }
    let scale = TimeScale(unit: .months, ticksPerUnit: 100)
    func outcomes(_ time: String, _ cause: [Int?]) -> [ArraySource.Outcome?] {
      zip(column(time), cause).map { text, cause in
        Double(text).map { ArraySource.Outcome(ticks: scale.ticks($0), cause: cause) }
      }
    }
    let first = column("first_event").map { $0 == "relapse" ? 0 : $0 == "nrm" ? 1 : nil as Int? }
    let death = column("os_event").map { $0 == "1" ? 0 : nil as Int? }
    let swapped = first.map { $0.map { 1 - $0 } }
    let independent = column("ivig_independent").map { $0 == "1" ? 0 : nil as Int? }
    func endpoint(_ name: String, _ label: String, _ kind: Endpoint.Kind, _ causes: [String]) -> Endpoint {
      Endpoint(name: name, label: label, kind: kind, causes: causes, origin: "HSCT", scale: scale)
    }
    let variables = Self.variables
    return ArraySource(
      schema: CohortSchema(
        patientCount: rows.count, variables: variables,
        endpoints: [
          endpoint("DFS", "Disease-free survival", .survival, ["relapse", "death"]),
          endpoint("OS", "Overall survival", .survival, ["death"]),
          endpoint("CIR", "Cumulative incidence of relapse", .competingRisks, ["relapse", "death"]),
          endpoint("NRM", "Non-relapse mortality", .competingRisks, ["death", "relapse"]),
          endpoint(
            "IVIG", "Time to independence from immunoglobulin", .survival,
            ["independence from immunoglobulin"]),
        ], overallSurvival: "OS"),
      values: Dictionary(
        uniqueKeysWithValues: variables.map { variable in
          (
            variable.name,
            column(variable.name).map { text in
              if text.isEmpty { return .missing }
              return variable.isNumeric ? Double(text).map { .number($0) } ?? .missing : .text(text)
            }
          )
        }),
      outcomes: [
        "DFS": outcomes("dfs_months", first), "OS": outcomes("os_months", death),
        "CIR": outcomes("dfs_months", first), "NRM": outcomes("dfs_months", swapped),
        "IVIG": outcomes("ivig_months", independent),
      ])
  }

  private static var variables: [Variable] {
    var age = Variable(
      name: "age_years", label: "Age at HSCT", unit: "years", kind: .number, domain: .numbers(decimals: 0))
    age.distribution = NumberDistribution(extremes: 0...20, isWhole: true, medianCut: 8)
    return [
      Variable(name: "agvhd_months", kind: .number, domain: .numbers(decimals: 2)),
      Variable(name: "sex", label: "Sex", kind: .categorical, domain: .levels(["M", "F"])), age,
      Variable(
        name: "disease_phase", label: "Disease phase at HSCT", kind: .categorical,
        domain: .levels(["CR1", "CR2", "CR3"])),
      Variable(name: "inotuzumab", label: "Inotuzumab", kind: .yesNo, domain: .levels(["no", "yes"])),
      Variable(
        name: "very_early_relapse", label: "Very early relapse", kind: .yesNo, domain: .levels(["no", "yes"])),
      Variable(
        name: "graft", label: "Graft", kind: .categorical, domain: .levels(["TCD", "unmanipulated"])),
      Variable(
        name: "agvhd_any", label: "Acute GvHD", kind: .yesNo, knownAt: "agvhd_months",
        domain: .levels(["no", "yes"])),
    ]
  }

  /// The answer to a question about the sample study.
  static func report(
    _ endpoint: String, by arms: Arms? = nil, where condition: String? = nil, at: TimePoint? = nil,
    unit: TimeUnit? = nil, _ change: (inout Question) -> Void = { _ in }
  ) async throws -> CurvesReport {
    let source = try source()
    var question = Question(endpoint: endpoint)
    (question.arms, question.at) = (arms, at)
    if let condition {
      question.filters = FilterSet(
        try FilterExpression(parsing: condition, variables: source.schema.variables))
    }
    change(&question)
    return CurvesReport(
      curves: try await Analyst(source).curves(question), schema: source.schema, unit: unit)
  }
}
