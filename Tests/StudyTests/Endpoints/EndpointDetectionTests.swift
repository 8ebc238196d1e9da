import CohortEngine
import CohortModel
import Testing

@testable import Study

struct EndpointDetectionTests {
  /// A table of a time and a status column with the same ten patients, coded as given.
  private func pair(_ time: String, _ status: String, no: String, yes: String) -> String {
    let times = [5, 12, 30, 44, 51, 60, 72, 80, 91, 100]
    return "\(time),\(status)\n" + times.enumerated().map { "\($1),\($0 % 3 == 0 ? yes : no)\n" }.joined()
  }

  private static let names: [(String, String, String, String, String)] = [
    ("OS_MONTHS", "OS_STATUS", "0:LIVING", "1:DECEASED", "OS"), ("OS.time", "OS", "0", "1", "OS"),
    ("DSS.time", "DSS", "0", "1", "DSS"), ("time", "status", "0", "1", "survival"),
    ("time", "status", "1", "2", "survival"), ("time", "status", "FALSE", "TRUE", "survival"),
    ("time", "status", "alive", "dead", "OS"), ("Zeit", "Status", "lebt", "verstorben", "OS"),
    ("tiempo", "estado", "vivo", "fallecido", "OS"), ("temps", "statut", "vivant", "décédé", "OS"),
    ("os_time", "os_status", "0", "1", "OS"), ("dfs_months", "dfs_event", "no", "yes", "DFS"),
    ("futime", "fustat", "0", "1", "survival"), ("ftime", "Status", "0", "1", "survival"),
    ("srv", "srv.s", "0", "1", "OS"),
    ("rfstime", "rfsstat", "0", "1", "RFS"), ("survival_months", "died", "0", "1", "OS"),
    ("follow_up_days", "vital_status", "Alive", "Dead", "OS"), ("AVAL", "CNSR", "1", "0", "survival"),
    ("intxsurv", "dead", "0", "1", "OS"), ("time", "death", "N", "Y", "OS"),
    ("pfsMonths", "pfsStatus", "0", "1", "PFS"), ("dtime", "death", "0", "1", "OS"),
    ("Survival months", "Vital status recode", "Alive", "Dead", "OS"), ("time", "cens", "0", "1", "survival"),
    ("Time to death (months)", "Death (0/1)", "0", "1", "OS"), ("rtime", "recur", "0", "1", "relapse"),
  ]

  @Test(arguments: names.indices)
  func `A time and a status are found by their names`(index: Int) throws {
    let (time, status, no, yes, name) = Self.names[index]
    let study = try study(csv: pair(time, status, no: no, yes: yes))
    let endpoint = try #require(study.cohort.endpoints.first, "\(time), \(status)")
    #expect(endpoint.name == name)
    #expect(endpoint.kind == .survival)
    #expect(endpoint.status == [1, 0, 0, 1, 0, 0, 1, 0, 0, 1])
    #expect(endpoint.times == [5, 12, 30, 44, 51, 60, 72, 80, 91, 100])
    #expect(study.cohort.endpoints.count == 1)
    #expect(study.endpointOrigins[0].isGuess)
    #expect(study.endpointOrigins[0].columns == [time, status])
    #expect(study.endpointColumns == [time, status])
    // Whoever divides by them is warned: they are known only when it happens.
    #expect(try study.variable(time).knownAt == time)
    #expect(try study.variable(status).knownAt == time)
  }

  @Test func `The guess keeps what each value was taken for, with counts`() throws {
    let origin = try study(csv: pair("OS_MONTHS", "OS_STATUS", no: "0:LIVING", yes: "1:DECEASED"))
      .endpointOrigins[0]
    #expect(
      origin.codes == [
        .init(code: "0:LIVING", meaning: .censored, count: 6),
        .init(code: "1:DECEASED", meaning: .event("death"), count: 4),
      ])
    #expect(origin.unusableCount == 0)
  }

  @Test(arguments: [
    ("OS_MONTHS", TimeUnit.months), ("os_days", .days), ("os_years", .years), ("osWeeks", .weeks),
    ("os_time", nil),
    ("OS (months)", .months), ("os_monate", .months),
  ])
  func `The unit comes from the name, and else nobody knows it`(name: String, unit: TimeUnit?) throws {
    let study = try study(csv: pair(name, "os_status", no: "0", yes: "1"))
    #expect(try study.endpoint("OS").scale.unit == unit)
    #expect(study.findings("unit of the times is not stated").isEmpty == (unit != nil))
  }

  @Test func `Times keep all their decimals as whole ticks`() throws {
    let csv = "os_months,os_status\n1.5,1\n92.63,0\n0.29,1\n3,0\n"
    let endpoint = try study(csv: csv).endpoint("OS")
    #expect(endpoint.scale == TimeScale(unit: .months, ticksPerUnit: 100))
    #expect(endpoint.times == [150, 9263, 29, 300])
  }

  @Test func `Days win over months of the same endpoint`() throws {
    let study = try study(csv: "os_months,os_days,os_status\n1.0,30,1\n2.0,61,0\n3.0,91,1\n")
    #expect(study.cohort.endpoints.map(\.times) == [[30, 61, 91]])
  }

  @Test func `Three codes are an incidence for each cause, and their composite`() throws {
    let study = try study(csv: "time,status\n5,0\n8,1\n9,2\n12,1\n20,0\n")
    #expect(study.cohort.endpoints.map(\.name) == ["cause_1", "cause_2", "EFS"])
    #expect(try study.endpoint("EFS").status == [0, 1, 2, 1, 0])
    #expect(try study.endpoint("EFS").kind == .survival)
    #expect(try study.endpoint("cause_2").status == [0, 2, 1, 2, 0])
    #expect(try study.endpoint("cause_2").kind == .competingRisks)
    #expect(try study.endpoint("cause_2").causes == ["cause 2", "cause 1"])
  }

  @Test func `The cause at which patients die is called death`() throws {
    let csv = "time,status,os_time,os_status\n5,0,5,0\n8,1,30,1\n9,2,9,1\n12,1,40,0\n20,2,20,1\n"
    let study = try study(csv: csv)
    #expect(study.cohort.endpoints.map(\.name) == ["OS", "cause_1", "death", "EFS"])
    #expect(try study.endpoint("death").status == [0, 2, 1, 2, 1])
  }

  @Test func `A column of causes goes with the pair it agrees with`() throws {
    let csv = """
      dfs_months,dfs_event,first_event
      5.5,1,relapse
      6,0,none
      7,1,nrm
      8,0,none
      9,1,relapse
      9.5,0,none

      """
    let study = try study(csv: csv)
    #expect(study.cohort.endpoints.map(\.name) == ["DFS", "NRM", "CIR"])
    #expect(try study.endpoint("CIR").status == [1, 0, 2, 0, 1, 0])
    #expect(try study.endpoint("NRM").status == [2, 0, 1, 0, 2, 0])
    #expect(try study.endpoint("CIR").times == [55, 60, 70, 80, 90, 95])
  }

  @Test func `A status that is not understood is never no event`() throws {
    let csv = "x,os_months,os_status\na,5,0\na,6,1\na,7,9\na,8,\na,,1\na,-2,1\na,10,0\na,,\na,12,3\n"
    let study = try study(csv: csv)
    #expect(try study.endpoint("OS").status == [0, 1, -1, -1, -1, -1, 0, -1, -1])
    #expect(study.endpointOrigins[0].unusableCount == 6)
    #expect(study.findings("“9” has no known meaning").map(\.lines) == [[4]])
    #expect(study.findings("“3” has no known meaning").map(\.lines) == [[10]])
    #expect(study.findings("a time but no status").map(\.lines) == [[5]])
    #expect(study.findings("a status but no time").map(\.lines) == [[6]])
    #expect(study.findings("a negative time").map(\.lines) == [[7]])
    #expect(study.findings("neither time nor status").map(\.lines) == [[9]])
  }

  @Test func `Statuses nobody can read give no endpoint and a warning`() throws {
    let study = try study(csv: "time,status\n5,red\n6,green\n7,blue\n8,red\n9,green\n10,blue\n")
    #expect(study.cohort.endpoints.isEmpty)
    #expect(study.findings("are not understood").map(\.column) == ["status"])
    #expect(study.findings("no endpoint was found").map(\.severity) == [.error])
  }

  @Test func `Times that only events have are no endpoint, and guard their stem`() throws {
    let csv =
      "os_months,os_event,relapse,relapse_months,relapse_site,age\n10,1,1,4,BM,5\n20,0,0,,,6\n30,0,0,,,7\n9,0,1,3,CNS,8\n"
    let study = try study(csv: csv)
    #expect(study.cohort.endpoints.map(\.name) == ["OS"])
    #expect(study.findings("no endpoint by itself").count == 1)
    #expect(try study.variable("relapse").knownAt == "relapse_months")
    #expect(try study.variable("relapse_site").knownAt == "relapse_months")
    #expect(try study.variable("age").knownAt == nil)
  }

  @Test func `Starts and stops of one row a patient are entries`() throws {
    let study = try study(csv: "id,start,stop,status\n1,0,50,1\n2,5,6,1\n3,7,9,0\n4,9,9,0\n")
    let endpoint = try #require(study.cohort.endpoints.first)
    #expect(endpoint.entries == [0, 5, 7, 0])
    #expect(endpoint.times == [50, 6, 9, 0])
    #expect(endpoint.status == [1, 1, 0, -1])
    #expect(study.findings("observation ends before it begins").map(\.lines) == [[5]])
  }

  @Test func `A name that speaks of censoring is questioned`() throws {
    let study = try study(csv: "time,cens\n5,1\n6,0\n7,1\n8,0\n")
    #expect(study.findings("although the name speaks of censoring").map(\.column) == ["cens"])
    #expect(study.reading.verdict == .asks)
    #expect(study.reading.question?.choices.count ?? 0 > 1)
  }

  @Test func `Several endpoints in the style of a registry are all found`() throws {
    let rows = (1...12).map { "\($0),\($0 * 3),\($0 % 2),\($0 * 7),\($0 % 4 / 3),\($0 * 9),\($0 % 5 / 4)\n" }
    let study = try study(csv: "id,rec,rec.s,rel,rel.s,srv,srv.s\n" + rows.joined())
    #expect(study.cohort.endpoints.map(\.name) == ["OS", "DFS", "CIR", "NRM", "rec"])
    #expect(study.findings("died without relapse").count == 1)
    #expect(try study.endpoint("OS").times == (1...12).map { $0 * 9 })
  }

  @Test func `Survival of the genomic commons ends with death or last contact`() throws {
    let csv = """
      case_id,vital_status,days_to_death,days_to_last_follow_up
      a,Dead,100,90
      b,Alive,,200
      c,Dead,,50
      d,Alive,,
      e,Not Reported,,70

      """
    let study = try study(csv: csv)
    let endpoint = try study.endpoint("OS")
    #expect(Array(endpoint.status) == [1, 0, -1, -1, -1])
    #expect(Array(endpoint.times.prefix(2)) == [100, 200])
    #expect(endpoint.scale.unit == .days)
  }

  @Test func `Dates become whole days since the transplant`() throws {
    let csv = """
      id,date_birth,date_hsct,date_relapse,date_death,date_last_contact
      a,2018-01-01,2019-01-01,2019-03-01,2019-12-31,2019-12-31
      b,2018-01-01,2019-01-01,,,2021-01-01
      c,2018-01-01,2020-02-28,,2020-03-01,2020-03-01
      d,2018-01-01,2020-01-10,2020-01-05,,2020-06-01

      """
    let study = try study(csv: csv)
    #expect(study.cohort.endpoints.map(\.name) == ["OS", "DFS", "CIR", "NRM"])
    #expect(try study.endpoint("OS").times == [364, 731, 2, 143])
    #expect(try study.endpoint("OS").status == [1, 0, 1, 0])
    #expect(Array(try study.endpoint("DFS").times.prefix(3)) == [59, 731, 2])
    #expect(try study.endpoint("DFS").status == [1, 0, 2, -1])
    #expect(try study.endpoint("CIR").status == [1, 0, 2, -1])
    #expect(try study.endpoint("NRM").status == [2, 0, 1, -1])
    #expect(try study.endpoint("OS").origin == "transplant")
    #expect(study.findings("relapse before time zero").map(\.lines) == [[5]])
    #expect(study.endpointOrigins.map(\.rule) == [.dates, .dates, .dates, .dates])
  }

  @Test func `Two columns that disagree about a death are shown against each other`() throws {
    let csv = "os_months,os_event,status,follow_up_months\n5,1,dead,5\n6,0,dead,6\n7,0,alive,7\n8,1,dead,8\n"
    #expect(try study(csv: csv).findings("only one of them with death").map(\.lines) == [[3]])
  }

  @Test func `Disease-free survival that outlives the patient is listed`() throws {
    let csv = "os_months,os_event,dfs_months,dfs_event\n5,1,6,0\n6,1,6,0\n7,0,7,0\n8,1,3,1\n"
    let study = try study(csv: csv)
    #expect(study.findings("DFS ends after OS does").map(\.lines) == [[2]])
    #expect(study.findings("dead in OS, but alive without event").map(\.lines) == [[3]])
  }
}
