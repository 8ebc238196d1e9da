internal import Analysis
internal import SurvivalStatistics

/// `kaplan_meier`: survival at times, quantiles, restricted mean, follow-up and the whole curve, for each group.
struct KaplanMeierQuestion: Question {
  static let type = "kaplan_meier"
  private static let scaleKind = "scale of confidence limits"

  /// The scale on which limits are computed, by the word for it in keys.
  private enum LimitScale: String, CaseIterable {
    case plain, log
    case logLog = "log-log"
    case logit
    case arcsine = "arcsin"

    var transform: ConfidenceTransform {
      switch self {
      case .plain: .plain
      case .log: .log
      case .logLog: .logLog
      case .logit: .logit
      case .arcsine: .arcsine
      }
    }
  }

  private let endpoint: JobEndpoint
  private let group: String?
  private let landmark: Double?
  private let level: Double
  private let times: [Double]
  private let scales: [LimitScale]
  private let quantiles: [Double]
  private let quantileScales: [LimitScale]
  private let horizon: Double?
  private let wantsFollowUp: Bool
  private let curve: CurveDetail

  private enum CurveDetail { case none, steps, stepsWithLimits }

  init(_ fields: inout Fields, _ data: JobData) throws(JobError) {
    endpoint = try fields.endpoint(data)
    group = try fields.optionalColumn("group", data.frame)
    landmark = try fields.optionalNumber("landmark")
    level = try fields.proportion("conf_level", default: 0.95)
    times = try fields.numbers("times")
    scales = try fields.options("conf_types", kind: Self.scaleKind)
    quantiles = try fields.numbers("quantiles")
    for (index, fraction) in quantiles.enumerated() where !(0...1).contains(fraction) {
      throw fields.mistake(
        "quantiles", at: index, "\(Answers.label(fraction)) is no fraction; expected one from 0 to 1")
    }
    quantileScales = try fields.options("quantile_conf_types", default: [.logLog], kind: Self.scaleKind)
    horizon = try fields.optionalNumber("rmst_tau")
    wantsFollowUp = try fields.flag("followup")
    let details: [(word: String, value: CurveDetail)] = [
      ("none", .none), ("steps", .steps), ("steps_with_ci", .stepsWithLimits),
    ]
    curve = try fields.option("curve", details, kind: "kind of curve") ?? .none
  }

  func answers(_ data: JobData) throws(Refusal) -> Answers {
    let survival = try SurvivalRows(
      data, endpoint, columns: [group].compactMap(\.self), landmark: landmark)
    var answers = survival.answers()
    for found in try survival.byGroup(group).groups {
      let part = Answers.part(found.name, of: group)
      answers.set(part + "n", found.patientCount)
      answers.set(part + "events", found.table.eventCount)
      addTimes(to: &answers, part, found.survival, found.cumulativeHazard)
      addQuantiles(to: &answers, part, found.survival)
      addMean(to: &answers, part, found.survival)
      if wantsFollowUp { addFollowUp(to: &answers, part, found.followUp) }
      addCurve(to: &answers, part + "curve.", found.survival)
    }
    return answers
  }

  private func addTimes(
    to answers: inout Answers, _ part: String, _ curve: KaplanMeier, _ hazard: NelsonAalen
  ) {
    for time in times {
      let at = "@" + Answers.label(time)
      answers.set(part + "surv" + at, curve.survival(at: time))
      answers.set(part + "std_err" + at, curve.estimate(at: time)?.standardError)
      for scale in scales {
        let interval = curve.estimate(at: time, level: level, transform: scale.transform)?.interval
        answers.set("\(part)lower[\(scale.rawValue)]\(at)", interval?.lower)
        answers.set("\(part)upper[\(scale.rawValue)]\(at)", interval?.upper)
      }
      answers.set(part + "cumhaz" + at, hazard.cumulativeHazard(at: time))
      answers.set(part + "cumhaz_se" + at, hazard.standardError(at: time))
    }
  }

  private func addQuantiles(to answers: inout Answers, _ part: String, _ curve: KaplanMeier) {
    for fraction in quantiles {
      let at = "@" + Answers.label(fraction)
      for scale in quantileScales {
        let quantile = curve.quantile(fraction, level: level, transform: scale.transform)
        answers.set(part + "quantile" + at, quantile.time)
        answers.set("\(part)quantile_lower[\(scale.rawValue)]\(at)", quantile.lower)
        answers.set("\(part)quantile_upper[\(scale.rawValue)]\(at)", quantile.upper)
      }
    }
  }

  private func addMean(to answers: inout Answers, _ part: String, _ curve: KaplanMeier) {
    guard let horizon else { return }
    let mean = curve.restrictedMean(to: horizon)
    answers.set("\(part)rmst@\(Answers.label(horizon))", mean?.value)
    answers.set("\(part)rmst_se@\(Answers.label(horizon))", mean?.standardError)
  }

  private func addFollowUp(to answers: inout Answers, _ part: String, _ followUp: KaplanMeier) {
    let median = followUp.quantile(0.5, level: level)
    answers.set(part + "followup_median", median.time)
    answers.set(part + "followup_lower[log-log]", median.lower)
    answers.set(part + "followup_upper[log-log]", median.upper)
  }

  /// Lists the times at which rows end, not those at which somebody only enters.
  private func addCurve(to answers: inout Answers, _ part: String, _ curve: KaplanMeier) {
    guard self.curve != .none else { return }
    let table = curve.table
    let steps = table.times.indices.filter {
      table.eventCount(atStep: $0) + table.censored[$0] > 0 || table.entered[$0] == 0
    }
    let errors = curve.standardErrors
    answers.set(part + "time", steps.map { table.times[$0] })
    answers.set(part + "n_risk", steps.map { table.atRisk[$0] })
    answers.set(part + "n_event", steps.map { table.eventCount(atStep: $0) })
    answers.set(part + "n_censor", steps.map { table.censored[$0] })
    answers.set(part + "surv", steps.map { curve.survival[$0] })
    answers.set(part + "std_err", steps.map { errors[$0] })
    guard self.curve == .stepsWithLimits else { return }
    let band = curve.band(level: level)
    answers.set(part + "lower[log-log]", steps.map { band.lower[$0] })
    answers.set(part + "upper[log-log]", steps.map { band.upper[$0] })
  }
}
