internal import Analysis
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
    let groups = try survival.groups(group)
    let incidence = try survival.computing { (cases) throws(SurvivalDataError) in
      try IncidenceByGroup(
        cases, by: groups, jackknife: errorTypes.contains(.infinitesimalJackknife))
    }
    var answers = survival.answers()
    for found in incidence.groups {
      for (cause, code) in survival.codes.enumerated() {
        let part = "\(Answers.part(found.name, of: group))cause=\(code)/"
        answers.set(part + "events", found.table.eventCount(cause: cause))
        for time in times { add(to: &answers, part, found, time, cause) }
      }
    }
    return answers
  }

  private func add(
    to answers: inout Answers, _ part: String, _ found: IncidenceByGroup.Group, _ time: Double, _ cause: Int
  ) {
    let at = "@" + Answers.label(time)
    answers.set(part + "cif" + at, found.incidence.cumulativeIncidence(at: time, cause: cause))
    for type in errorTypes {
      let error =
        switch type {
        case .aalen: found.incidence.estimate(at: time, cause: cause)?.standardError
        case .greenwood: found.delta.estimate(at: time, cause: cause)?.standardError
        case .infinitesimalJackknife: found.jackknife?.standardError(at: time, cause: cause)
        }
      answers.set("\(part)se[\(type.rawValue)]\(at)", error)
    }
    let limited = errorTypes.contains(.aalen) ? found.incidence : found.delta
    let limits = limited.estimate(at: time, cause: cause, level: level)?.interval
    answers.set(part + "lower[log-log]" + at, limits?.lower)
    answers.set(part + "upper[log-log]" + at, limits?.upper)
  }
}
