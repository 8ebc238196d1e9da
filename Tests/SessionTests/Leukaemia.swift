import CohortModel
import Session

/// A small study to ask things of.
enum Leukaemia {
  static let context = SessionContext(
    schema: CohortSchema(
      patientCount: 78, variables: [age, phase, inotuzumab, donor, marks, note],
      endpoints: [os, cir, nrm, dfs]),
    views: [
      NamedView(
        name: "Phase", note: "later remissions do worse",
        commands: [.endpoint("CIR"), .by(.levels(of: "disease_phase")), .unit(.years)]),
      NamedView(name: "Young", commands: [.filter("age", .range("age", NumericRange(upper: 12)))]),
      NamedView(name: "Loop", commands: [.show("Loop")]),
    ],
    themes: ["paper", "night", "night-blue"])

  static let age: Variable = {
    var age = Variable(name: "age", label: "Age at HSCT", kind: .number, domain: .numbers(decimals: 0))
    age.distribution = NumberDistribution(extremes: 1...25, isWhole: true, medianCut: 11)
    return age
  }()
  static let phase = Variable(
    name: "disease_phase", label: "Disease phase", kind: .ordered, domain: .levels(["CR1", "CR2", "CR 3+"]))
  static let inotuzumab = Variable(
    name: "ino", label: "Inotuzumab", kind: .yesNo, domain: .levels(["no", "yes"]))
  static let donor = Variable(
    name: "donor type", label: "Donor, as one could choose", kind: .categorical,
    domain: .levels(["MUD", "MSD", "cord blood"]))
  static let marks = Variable(
    name: "bands", label: "Cytogenetic bands", kind: .categorical, domain: .levels((1...9).map { "t\($0)" }))
  static let note = Variable(name: "note", kind: .text, domain: .text)

  static let os = endpoint("OS", "Overall survival", .survival, ["death"], .months, 100)
  static let cir = endpoint(
    "CIR", "Cumulative incidence of relapse", .competingRisks, ["relapse", "death"], .months, 100)
  static let nrm = endpoint(
    "NRM", "Non-relapse mortality", .competingRisks, ["death", "Relapse before"], .days, 900)
  static let dfs = endpoint("DFS", "Disease-free survival", .survival, ["relapse", "death"], nil, 90)

  static func endpoint(
    _ name: String, _ label: String, _ kind: Endpoint.Kind, _ causes: [String], _ unit: TimeUnit?,
    _ last: Int64
  ) -> Endpoint {
    var endpoint = Endpoint(
      name: name, label: label, kind: kind, causes: causes, scale: TimeScale(unit: unit))
    endpoint.lastTick = last
    return endpoint
  }

  /// A session after typed lines, where a number alone is in the unit shown.
  static func session(_ lines: String..., in context: SessionContext = context) throws -> Session {
    try Session.replay(text: lines.joined(separator: "\n"), in: context)
  }

  static func months(_ value: Double) -> TimePoint { TimePoint(value, .months) }
}
