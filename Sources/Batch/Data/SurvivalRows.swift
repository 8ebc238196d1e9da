internal import Analysis
internal import Study
internal import SurvivalStatistics

/// The rows that an analysis of an endpoint uses.
struct SurvivalRows {
  /// What became of them; a failure's cause is the position of its code in ``codes``.
  let cases: CompleteCases
  /// Codes of the event, then the competing ones.
  let codes: [ListedCode]
  /// Positions in the table.
  private let rows: [Int]
  private let missingCount: Int
  private let job: JobData

  /// Takes the rows with a value in the endpoint's columns and in others.
  ///
  /// - Parameter landmark: the time after which a row must end.
  init(
    _ data: JobData, _ endpoint: JobEndpoint, columns: [String], landmark: Double? = nil
  ) throws(Refusal) {
    let observed = try ObservedRows(data, endpoint, columns: columns)
    let used = observed.used
    let owners = endpoint.id.map { data.frame[$0].codes }
    cases = try Refusal.explaining(data.frame, used.rows) { () throws(SurvivalDataError) in
      try CompleteCases(
        observed.observations, causeCount: endpoint.codes.count, event: Set(endpoint.event.indices),
        subjects: owners.map { codes in used.rows.map { codes[$0] } } ?? [],
        landmark: landmark)
    }
    guard !cases.rows.isEmpty else {
      throw Refusal(
        status: .noRows, reason: "nobody is at risk after the landmark", n: 0, missingCount: used.missingCount
      )
    }
    (rows, missingCount) = (cases.rows.map { used.rows[$0] }, used.missingCount)
    (codes, job) = (endpoint.codes, data)
  }

  /// No answers yet, for as many rows or for as many patients as there are.
  func answers(countingRows: Bool = false) -> Answers {
    Answers(n: countingRows ? cases.count : cases.patientCount, missingCount: missingCount)
  }

  func numbers(_ name: String) throws(Refusal) -> [Double] { try job.frame.numbers(name, rows) }
  func groups(_ name: String?) throws(Refusal) -> Groups { try job.groups(name, rows) }
  func strata(_ names: [String]) -> Groups { job.strata(names, rows) }

  /// The covariates of a model; a column that the job does not declare is continuous if all its values are numbers.
  func covariates(_ names: [String]) throws(Refusal) -> [Covariate] {
    var covariates: [Covariate] = []
    for name in names {
      covariates.append(
        job.isCategorical(name)
          ? try groups(name).factor(named: name) : .continuous(name: name, values: try numbers(name)))
    }
    return covariates
  }

  /// Survival in each group of a variable, or of everybody.
  func byGroup(_ name: String?) throws(Refusal) -> SurvivalByGroup {
    let groups = try groups(name)
    return try computing { (cases) throws(SurvivalDataError) in try SurvivalByGroup(cases, by: groups) }
  }

  /// What an analysis makes of the rows, its complaints being told in the terms of the table.
  func computing<Value>(
    _ body: (CompleteCases) throws(SurvivalDataError) -> Value
  ) throws(Refusal) -> Value {
    try Refusal.explaining(job.frame, rows) { () throws(SurvivalDataError) in try body(cases) }
  }
}
