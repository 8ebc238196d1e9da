internal import Study
internal import SurvivalStatistics

/// `cumulative_incidence`: the incidence of each cause at times with up to three standard errors, for each group.
struct CumulativeIncidenceQuestion: Question {
  static let type = "cumulative_incidence"

  /// How the standard error of an incidence is computed.
  private enum ErrorType: String, CaseIterable {
    case aalen, greenwood
    case infinitesimalJackknife = "ij"
  }

  private let endpoint: JobEndpoint
  private let group: String?
  private let times: [Double]
  private let level: Double
  private let errorTypes: [ErrorType]

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    endpoint = try fields.endpoint(data)
    group = try fields.optionalColumn("group", data.frame)
    times = try fields.numbers("times")
    level = try fields.proportion("conf_level", default: 0.95)
    errorTypes = try fields.options("se_types", default: [.aalen], kind: "type of standard error")
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let survival = try SurvivalRows(data, endpoint, columns: [group].compactMap(\.self))
    let groups = try survival.levels(group)
    let members = survival.members(of: groups)
    let tables = try survival.tables(groups, survival.data, causeCount: survival.codes.count)
    var answers = Answers(n: survival.subjectCount(), missingCount: survival.missingCount)
    for (index, name) in groups.names.enumerated() {
      let aalen = AalenJohansen(tables[index])
      let greenwood = AalenJohansen(tables[index], variance: .delta)
      let influence =
        try errorTypes.contains(.infinitesimalJackknife) ? influence(of: members[index], survival) : nil
      for (cause, code) in survival.codes.enumerated() {
        let part = "\(name)/cause=\(code)/"
        answers.set(part + "events", tables[index].eventCount(cause: cause))
        for time in times {
          add(to: &answers, part, "@" + Answers.label(time), time, cause, aalen, greenwood, influence)
        }
      }
    }
    return answers
  }

  private func add(
    to answers: inout Answers, _ part: String, _ at: String, _ time: Double, _ cause: Int,
    _ aalen: AalenJohansen, _ greenwood: AalenJohansen, _ influence: WeightedAalenJohansen?
  ) {
    answers.set(part + "cif" + at, aalen.cumulativeIncidence(at: time, cause: cause))
    for type in errorTypes {
      let error =
        switch type {
        case .aalen: aalen.estimate(at: time, cause: cause)?.standardError
        case .greenwood: greenwood.estimate(at: time, cause: cause)?.standardError
        case .infinitesimalJackknife: influence?.standardError(at: time, cause: cause)
        }
      answers.set("\(part)se[\(type.rawValue)]\(at)", error)
    }
    let limited = errorTypes.contains(.aalen) ? aalen : greenwood
    let limits = limited.estimate(at: time, cause: cause, level: level)?.interval
    answers.set(part + "lower[log-log]" + at, limits?.lower)
    answers.set(part + "upper[log-log]" + at, limits?.upper)
  }

  /// The jackknife needs rows: with delayed entry it depends on who was at risk together.
  private func influence(of members: [Int], _ survival: SurvivalRows) throws(Refusal) -> WeightedAalenJohansen
  {
    try survival.computing { () throws(SurvivalDataError) in
      try WeightedAalenJohansen(
        survival.data.restricted(to: members), causeCount: survival.codes.count,
        subjects: survival.subjects.isEmpty ? [] : members.map { survival.subjects[$0] })
    }
  }
}
