import Testing

@testable import Study

/// Each broken study file gives one line that says where and why.
struct BrokenStudyFileTests {
  private static let csv =
    "id,t,s,phase,day\na,1,0,CR1,2019-01-01\nb,2,1,CR2,2019-01-02\nc,3,1,CR2,2019-01-03\n"
  private static let head = "[study]\ndata = \"data.csv\"\n"
  private static let event =
    head + "[events.death]\ntime = \"t\"\nwhen = \"s = 1\"\n[follow_up]\ntime = \"t\"\n"

  private static let oldWord =
    "landmark now means a landmark analysis (patients still event-free then, clock restarted); "
    + "the time at which curves are read is called at; a landmark analysis says both"

  private static let examples: [(name: String, toml: String, error: String)] = [
    ("no study table", "x = 1\n", "s.toml:1:1: study is missing; expected a table [study] with the key data"),
    (
      "no data", "[study]\ntitle = \"x\"\n",
      "s.toml:1:2: data is missing; expected the path of the table, relative to this file"
    ),
    ("no such table", "[study]\ndata = \"gone.csv\"\n", "gone.csv: there is no such file"),
    (
      "a group that is no number",
      head + "[variables.n]\ntype = \"number\"\ngroups = { 1 = \"phase = CR1\", late = \"phase = CR2\" }\n",
      "s.toml:5:10: groups is “late”; expected a number for each group of a variable of type number"
    ),
    (
      "no such scale", head + "[[views]]\nname = \"v\"\ninterval = \"loglog\"\n",
      "s.toml:5:12: interval is “loglog”; expected one of log-log, log, plain, logit, arcsine"
    ),
    (
      "wrong type", "[study]\ndata = \"data.csv\"\nat = true\n",
      "s.toml:3:6: at is “true”; expected a time such as 24 in the recorded unit, or “24 months”"
    ),
    (
      "time without its unit", "[study]\ndata = \"data.csv\"\nat = \"24\"\n",
      "s.toml:3:6: at is “24”; expected a time such as 24 in the recorded unit, or “24 months”"
    ),
    (
      "time before time zero", "[study]\ndata = \"data.csv\"\nat = -1\n",
      "s.toml:3:6: at is “-1”; expected a time such as 24 in the recorded unit, or “24 months”"
    ),
    ("the old word", "[study]\ndata = \"data.csv\"\nlandmark = 24\n", "s.toml:3:1: " + oldWord),
    (
      "the old word in a view, where another section has the new one",
      "[study]\ndata = \"data.csv\"\nat = 24\n[[views]]\nname = \"v\"\nlandmark = 12\n",
      "s.toml:6:1: " + oldWord
    ),
    (
      "two views of one name",
      event + "[endpoints.OS]\nevents = [\"death\"]\n[[views]]\nname = \"v\"\n[[views]]\nname = \"v\"\n",
      "s.toml:13:8: name is “v”; expected a name that no view before it has"
    ),
    (
      "wrong choice", "[study]\ndata = \"data.csv\"\n  time_unit = \"decades\"\n",
      "s.toml:3:15: time_unit is “decades”; expected one of days, weeks, months, years"
    ),
    (
      "levels are no list", head + "[variables.phase]\nlevels = \"CR1\"\n",
      "s.toml:4:10: levels is “CR1”; expected a list of texts in brackets"
    ),
    (
      "unknown variable", head + "[variables.phse]\nlabel = \"x\"\n",
      "s.toml:3:2: there is no column called “phse”; did you mean “phase”?"
    ),
    (
      "unknown known_at", head + "[variables.phase]\nknown_at = \"when\"\n",
      "s.toml:4:12: there is no column called “when”"
    ),
    (
      "unknown event column", head + "[events.x]\ntime = \"tt\"\n",
      "s.toml:4:8: there is no column called “tt”; did you mean “t”?"
    ),
    (
      "event without a time", head + "[events.x]\nwhen = \"s = 1\"\n",
      "s.toml:3:2: events.x.time is missing; expected either time or date, with the name of a column"
    ),
    (
      "bad condition", head + "[events.x]\ntime = \"t\"\nwhen = \"s = \"\n",
      "s.toml:5:8: column 5: the end where a value was expected"
    ),
    (
      "condition on an unknown variable", head + "[events.x]\ntime = \"t\"\nwhen = \"phse = CR1\"\n",
      "s.toml:5:8: column 1: no variable is called “phse”; did you mean “phase”?"
    ),
    (
      "time that is none", head + "[events.x]\ntime = \"phase\"\n",
      "s.toml:4:8: time is “phase”; expected a column of numbers"
    ),
    (
      "date that is none", head + "[events.x]\ndate = \"t\"\n",
      "s.toml:4:8: date is “t”; expected a column of dates"
    ),
    (
      "date without time zero", head + "[events.x]\ndate = \"day\"\n",
      "s.toml:4:8: study.time_zero is missing; expected the column with the date of time zero"
    ),
    (
      "unknown event", event + "[endpoints.X]\nevents = [\"deth\"]\n",
      "s.toml:9:10: there is no event called “deth”; did you mean “death”?"
    ),
    (
      "no events", event + "[endpoints.X]\nlabel = \"x\"\n",
      "s.toml:8:2: endpoints.X.events is missing; expected the events that count"
    ),
    (
      "no follow-up", head + "[events.death]\ntime = \"t\"\n[endpoints.OS]\n",
      "s.toml:5:2: follow_up is missing; expected a table [follow_up] with the end of observation"
    ),
    (
      "unknown endpoint of a view", event + "[endpoints.OS]\n[[views]]\nname = \"v\"\nendpoint = \"OSS\"\n",
      "s.toml:11:12: there is no endpoint called “OSS”; did you mean “OS”?"
    ),
    (
      "unknown cause of a view", event + "[endpoints.OS]\n[[views]]\nname = \"v\"\ncause = \"deth\"\n",
      "s.toml:11:9: there is no cause called “deth”; did you mean “death”?"
    ),
    (
      "unknown covariate of a view",
      event + "[endpoints.OS]\n[[views]]\nname = \"v\"\ncovariates = [\"phse\"]\n",
      "s.toml:11:14: there is no variable called “phse”; did you mean “phase”?"
    ),
    (
      "view without a name", event + "[endpoints.OS]\n[[views]]\nby = \"s\"\n",
      "s.toml:9:3: name is missing; expected what to call the view"
    ),
    (
      "bad filter of a view", event + "[endpoints.OS]\n[[views]]\nname = \"v\"\nwhere = \"phase in CR1\"\n",
      "s.toml:11:9: column 10: “CR1” where “(” was expected"
    ),
  ]

  @Test(arguments: examples.map(\.name))
  func `A broken study file is one line`(name: String) throws {
    let example = try #require(Self.examples.first { $0.name == name })
    let directory = try TemporaryDirectory()
    _ = try directory.file("data.csv", Self.csv)
    let path = try directory.file("s.toml", example.toml)
    do {
      _ = try Study.open(path: path)
      Issue.record("no error")
    } catch {
      #expect("\(error)".replacing(directory.path + "/", with: "") == example.error)
    }
  }

  @Test(arguments: [
    ("[study]\ntitle = Cohort\n", "s.toml:2:9: a value was expected here: a text in quotes"),
    ("[study]\nx = \n", "s.toml:2:5: a value was expected here"),
    ("[study]\nx = [\"é\", }\n", "s.toml:2:11: a value was expected here"),
    ("# é\n[.study]\n", "s.toml:2:2: a key was expected here"),
  ])
  func `What the parser cannot tell is told before it`(toml: String, message: String) throws {
    #expect(try failure(toml, name: "s.toml").hasPrefix(message))
  }

  @Test(arguments: [
    "[study\n", "[study]\ndata = \n", "[study]\ndata = \"a\ntitle = 1\n", "[study]\na = 1\na = 2\n",
    "[study]\na = [1, }]\n", "[study]\na = [ , 1]\n", "[study]\na = [\n} 1]\n",
    "x = [[], }", "[", "[[", "a.", "a = {", "a = [", "\"", "= 1", "a = \"\"\"", "[a]]\n",
    "[study]\nx = {a = }\n", "[>study]\n", "[.study]\n", "[study.]\n", "[study]\na.>b = 1\n", ">",
  ])
  func `What is no TOML is one line with its place`(toml: String) throws {
    let text = try failure(toml, name: "s.toml")
    #expect(text.hasPrefix("s.toml:"))
    #expect(text.split(separator: ":").dropFirst().prefix(2).allSatisfy { Int($0) != nil })
    #expect(!text.contains("\n"))
  }
}
