import CohortEngine
import CohortModel
import Testing

@testable import Study

struct StudyFileTests {
  private let csv = """
    id,died,relapsed,follow_up,relapse_time,phase,dx
    a,1,1,10.5,4.25,CR1,2019-01-01
    b,0,0,20,,CR2,2019-01-01
    c,1,0,7,,CR2,2019-01-01
    d,1,1,6,6,CR3,2019-01-01
    e,0,1,30,2.5,CR1,2019-01-01

    """
  private let head = """
    [study]
    title = "Test"
    data = "data.csv"
    time_unit = "months"
    origin = "HSCT"
    at = 24
    notes = "Invented."

    [events.relapse]
    time = "relapse_time"
    when = "relapsed == 1"
    [events.death]
    time = "follow_up"
    when = "died = 1"
    [follow_up]
    time = "follow_up"

    """

  @Test func `Title, notes, unit and reading time reach the study`() throws {
    let study = try study(toml: head + "[endpoints.OS]\n", csv: csv)
    #expect(study.title == "Test")
    #expect(study.notes == "Invented.")
    #expect(study.at == TimePoint(24, .months))
    #expect(study.displayUnit == .months)
    #expect(try study.endpoint("OS").origin == "HSCT")
    #expect(try study.endpoint("OS").scale == TimeScale(unit: .months, ticksPerUnit: 100))
    #expect(study.endpointOrigins.allSatisfy { !$0.isGuess })
    #expect(study.findings.isEmpty)
  }

  @Test func `A composite is the first of its events and keeps which`() throws {
    let study = try study(toml: head + "[endpoints.DFS]\nevents = [\"relapse\", \"death\"]\n", csv: csv)
    let endpoint = try study.endpoint("DFS")
    #expect(endpoint.kind == .survival)
    #expect(endpoint.causes == ["relapse", "death"])
    #expect(endpoint.times == [425, 2000, 700, 600, 250])
    #expect(endpoint.status == [1, 0, 2, 1, 1])
  }

  @Test func `At a tie the event that is not fatal comes first, in every endpoint alike`() throws {
    let endpoints = """
      [endpoints.CIR]
      event = "relapse"
      competing = ["death"]
      [endpoints.NRM]
      event = "death"
      competing = ["relapse"]
      [endpoints.first_listed]
      events = ["death", "relapse"]

      """
    let study = try study(toml: head + endpoints, csv: csv)
    #expect(try study.endpoint("CIR").status == [1, 0, 2, 1, 1])
    #expect(try study.endpoint("NRM").status == [2, 0, 1, 2, 2])
    #expect(try study.endpoint("first_listed").status == [2, 0, 1, 2, 2])
  }

  @Test func `Among events that are not fatal the one declared first comes first`() throws {
    let toml = """
      [study]
      data = "data.csv"
      [events.b]
      time = "tb"
      [events.a]
      time = "ta"
      [follow_up]
      time = "fu"
      [endpoints.X]
      events = ["a", "b"]

      """
    let study = try study(toml: toml, csv: "fu,ta,tb\n9,5,5\n9,4,5\n9,,7\n")
    #expect(try study.endpoint("X").causes == ["a", "b"])
    #expect(try study.endpoint("X").status == [2, 1, 2])
  }

  @Test func `Time from another origin is an exact difference, for those who had it`() throws {
    let study = try study(
      toml: head + "[endpoints.after]\norigin = \"relapse\"\nevents = [\"death\"]\n", csv: csv)
    let endpoint = try study.endpoint("after")
    #expect(endpoint.origin == "relapse")
    #expect(endpoint.status == [1, -1, -1, 1, 0])
    #expect(endpoint.times == [625, 0, 0, 0, 2750])
    #expect(endpoint.scale.time(endpoint.times[0]) == 6.25)
  }

  @Test func `Columns of different decimals meet on the finer scale without rounding`() throws {
    let toml = """
      [study]
      data = "data.csv"
      [events.relapse]
      time = "r"
      [events.death]
      time = "d"
      [follow_up]
      time = "fu"
      [endpoints.X]
      origin = "relapse"
      events = ["death"]

      """
    let study = try study(toml: toml, csv: "fu,r,d\n1.1,0.3,1.1\n2,0.001,0.301\n3,0.1,0.4\n")
    #expect(try study.endpoint("X").times == [800, 300, 300])
    #expect(try study.endpoint("X").scale.ticksPerUnit == 1000)
  }

  @Test func `Known names need no list of events`() throws {
    let study = try study(
      toml: head + "[endpoints.OS]\n[endpoints.DFS]\n[endpoints.CIR]\n[endpoints.NRM]\n", csv: csv)
    #expect(study.cohort.endpoints.map(\.name) == ["OS", "DFS", "CIR", "NRM"])
    #expect(study.cohort.endpoints.map(\.label)[2] == "Cumulative incidence of relapse")
    #expect(study.cohort.endpoints.map(\.kind) == [.survival, .survival, .competingRisks, .competingRisks])
  }

  @Test func `Codes of a status column mean what the file says`() throws {
    let toml = """
      [study]
      data = "data.csv"
      [endpoints.CIR]
      time = "t"
      status = "s"
      codes = { A = "censored", R = "relapse", D = "death", "?" = "unknown" }
      competing = ["death"]

      """
    let study = try study(toml: toml, csv: "t,s\n1,A\n2,R\n3,D\n4,U\n5,R\n6,Q\n")
    let endpoint = try study.endpoint("CIR")
    #expect(endpoint.causes == ["relapse", "death"])
    #expect(endpoint.status == [0, 1, 2, -1, 1, -1])
    #expect(study.findings("no known meaning").map(\.lines) == [[5], [7]])
  }

  @Test func `What cannot be true of the events is listed`() throws {
    let rows = "a,1,1,5,9,CR1,x\nb,,0,5,,CR1,x\nc,0,1,5,,CR1,x\nd,0,1,5,-1,CR1,x\ne,0,1,5,8,CR1,x\n"
    let study = try study(
      toml: head + "[endpoints.OS]\n[endpoints.DFS]\n",
      csv: "id,died,relapsed,follow_up,relapse_time,phase,dx\n" + rows)
    #expect(try study.endpoint("OS").status == [1, -1, 0, 0, 0])
    #expect(try study.endpoint("DFS").status == [2, -1, -1, -1, 1])
    #expect(study.findings("death before relapse").map(\.lines) == [[2]])
    #expect(study.findings("not known whether death").map(\.lines) == [[3]])
    #expect(study.findings("relapse happened, but there is no time").map(\.lines) == [[4]])
    #expect(study.findings("relapse before time zero").map(\.lines) == [[5]])
    #expect(study.findings("relapse after the end of follow-up").map(\.lines) == [[6]])
  }

  @Test func `An entry column delays observation, also from another origin`() throws {
    let toml = head.replacing("at = 24", with: "entry = \"in\"") + "[endpoints.OS]\n"
    let csv = "died,relapsed,follow_up,relapse_time,in\n1,0,10,,2.5\n0,0,5,,5\n1,0,8,,0\n0,0,9,,\n"
    let endpoint = try study(toml: toml, csv: csv).endpoint("OS")
    #expect(endpoint.status == [1, -1, 1, -1])
    #expect(endpoint.entries == [25, 0, 0, 0])
  }

  @Test func `Events by dates count whole days from the date of time zero`() throws {
    let toml = """
      [study]
      data = "data.csv"
      time_zero = "tx"
      [events.death]
      date = "dod"
      [follow_up]
      date = "last"
      [endpoints.OS]

      """
    let study = try study(
      toml: toml, csv: "tx,dod,last\n2020-02-28,2020-03-01,2020-03-01\n2019-12-31,,2020-12-31\n")
    #expect(try study.endpoint("OS").times == [2, 366])
    #expect(try study.endpoint("OS").scale == TimeScale(unit: .days))
  }

  @Test func `Groups make a variable from others`() throws {
    let toml =
      head + """
        [variables.late]
        label = "Phase, two groups"
        groups = { "CR1" = "phase = CR1", "CR2/3" = "phase in (CR2, CR3)" }
        [endpoints.OS]

        """
    let study = try study(toml: toml, csv: csv)
    #expect(try study.texts("late") == ["CR1", "CR2/3", "CR2/3", "CR2/3", "CR1"])
    #expect(try study.variable("late").label == "Phase, two groups")
  }

  @Test func `Groups that are called by numbers are numbers where the file says so`() throws {
    let toml =
      head + """
        [variables.remission]
        type = "number"
        groups = { "1" = "phase = CR1", "2.5" = "phase = CR2" }
        [endpoints.OS]

        """
    let variable = try study(toml: toml, csv: csv).variable("remission")
    guard case .numbers(let column) = variable.values else { Issue.record("no numbers"); return }
    let expected = NumberColumn(values: [1, 2.5, 2.5, .nan, 1], decimals: 1)
    #expect(column == expected)
  }

  @Test func `Variables and views are as declared`() throws {
    let toml =
      head + """
        [variables.phase]
        label = "Phase"
        levels = ["CR3", "CR2", "CR1"]
        known_at = "relapse_time"
        [variables.dx]
        hidden = true
        [variables.id]
        identifier = true
        [endpoints.OS]
        [[views]]
        name = "One"
        endpoint = "OS"
        by = "phase"
        where = "died = 1 and phase in (CR1)"
        at = 12
        landmark = "0.5 years"
        censor_at = "730 days"
        cause = "death"
        note = "Say this."
        [[views]]
        name = "Two"
        screen = "univariable"
        covariates = ["phase", "died"]
        [[views]]
        name = "As it was written once"
        by = "follow_up 12 24"
        variables = ["phase"]
        notes = "Old."

        """
    let study = try study(toml: toml, csv: csv)
    #expect(try study.levels("phase") == ["CR3", "CR2", "CR1"])
    #expect(try study.variable("phase").knownAt == "relapse_time")
    #expect(try study.variable("id").kind == .identifier)
    #expect(study.hiddenVariables == ["dx"])
    #expect(
      study.views == [
        SavedView(
          name: "One", endpoint: "OS", by: "phase", filter: "died = 1 and phase in (CR1)",
          at: TimePoint(12, .months), landmark: TimePoint(0.5, .years), censorAt: TimePoint(730, .days),
          cause: "death", note: "Say this."),
        SavedView(name: "Two", screen: .univariable, covariates: ["phase", "died"]),
        SavedView(
          name: "As it was written once", by: "follow_up 12 24", covariates: ["phase"], note: "Old."),
      ])
  }

  @Test func `A key that means nothing is a warning with its place and the nearest name`() throws {
    let study = try study(toml: head + "[endpoints.OS]\nlable = \"x\"\n[extra]\nx = 1\n", csv: csv)
    let findings = study.findings("means nothing")
    #expect(
      findings.map(\.message) == [
        "“lable” means nothing in [endpoints.OS]; did you mean “label”?", "“extra” means nothing in the file",
      ])
    #expect(findings.map { $0.place?.line } == [18, 19])
    #expect(findings.map { $0.place?.column } == [1, 2])
  }

  @Test func `A table is read as the study file beside it says, unless somebody says otherwise`() throws {
    let directory = try TemporaryDirectory()
    let table = try directory.file("data.csv", csv)
    let path = try directory.file("data.toml", head + "[endpoints.OS]\n")
    let beside = try Study.open(path: table)
    #expect(beside.studyPath == path)
    #expect(beside.declarations == (try Study.open(path: path)).declarations)
    var stated = StatedReading()
    (stated.time, stated.status) = ("os", "status")
    #expect(throws: StudyError.self) { try Study.open(path: table, stated: stated) }
  }

  @Test func `An event that nobody had is no mistake`() throws {
    let study = try study(
      toml: head + "[endpoints.CIR]\n",
      csv: csv.replacing(",1,10", with: ",0,10").replacing(",1,6", with: ",0,6").replacing(
        "0,1,30", with: "0,0,30"))
    #expect(try study.endpoint("CIR").status == [2, 0, 2, 2, 0])
    #expect(try study.levels("relapsed") == ["0", "1"])
  }

  @Test func `A text file that begins with a study table is a study file`() throws {
    let directory = try TemporaryDirectory()
    _ = try directory.file("data.csv", csv)
    let path = try directory.file("study.txt", "# mine\n" + head + "[endpoints.OS]\n")
    #expect(try Study.open(path: path).title == "Test")
  }
}
