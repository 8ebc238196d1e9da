import CohortEngine
import CohortModel
import Testing

@testable import Study

struct OverallSurvivalTests {
  private func overallSurvival(_ csv: String) throws -> String? {
    let directory = try TemporaryDirectory()
    return try Study.open(path: try directory.file("data.csv", csv)).cohort.schema.overallSurvival
  }

  private func overallSurvival(of endpoints: String) throws -> String? {
    let toml = """
      [study]
      data = "data.csv"
      [events.relapse]
      time = "r"
      [events.death]
      time = "t"
      when = "s = 1"
      [events.exit]
      time = "t"
      when = "s = 2"

      """
    return try study(
      toml: toml + endpoints, csv: "t,s,r\n1,0,\n2,1,1\n3,1,\n4,2,2\n"
    ).cohort.schema.overallSurvival
  }

  @Test func `It is the endpoint whose events are all the fatal ones and no other`() throws {
    let followUp = "[follow_up]\ntime = \"t\"\n"
    let several = """
      [endpoints.later]
      events = ["death"]
      origin = "relapse"
      [endpoints.mortality]
      events = ["death"]
      competing = ["relapse"]
      [endpoints.both]
      events = ["relapse", "death"]
      [endpoints.alive]
      events = ["death"]

      """
    #expect(try overallSurvival(of: followUp + several) == "alive")
    let fatal = followUp.replacing("[follow_up]", with: "fatal = true\n[follow_up]")
    // Where there is another way to die, death of one kind is not from any cause.
    #expect(try overallSurvival(of: fatal + several) == nil)
    let any = "[endpoints.any]\nevents = [\"exit\", \"death\"]\n"
    #expect(try overallSurvival(of: fatal + several + any) == "any")
  }

  @Test func `The endpoint that is called so comes before another that means the same`() throws {
    let endpoints = "[endpoints.x]\nevents = [\"death\"]\n[endpoints.OS]\n"
    #expect(try overallSurvival(of: "[follow_up]\ntime = \"t\"\n" + endpoints) == "OS")
  }

  @Test(arguments: [
    ("death", "OS"), ("death from any cause", "OS"), ("death from cancer", nil), ("relapse", nil),
  ])
  func `A status is death from any cause where it says death and no more`(
    event: String, expected: String?
  ) throws {
    let endpoint =
      "[follow_up]\ntime = \"t\"\n[endpoints.X]\ntime = \"t\"\nstatus = \"s\"\n"
      + "codes = { 0 = \"censored\", 1 = \"\(event)\", 2 = \"unknown\" }\n"
    #expect(try overallSurvival(of: endpoint) == expected.map { _ in "X" })
  }

  @Test(arguments: [
    ("id,os_months,os_status\na,5.5,0:LIVING\nb,6,1:DECEASED\nc,7,1:DECEASED\n", "OS"),
    (
      "case_id,vital_status,days_to_death,days_to_last_follow_up\na,Dead,100,90\nb,Alive,,200\nc,Alive,,9\n",
      "OS"
    ),
    ("os_months,os_event,relapse,relapse_months\n10,1,1,4\n20,0,0,\n30,0,0,\n9,0,1,3\n", "OS"),
    ("pfs_months,pfs_event\n5,1\n6,0\n7,1\n8,0\n", nil),
  ])
  func `What detection finds is known by its name`(csv: String, expected: String?) throws {
    #expect(try overallSurvival(csv) == expected)
  }
}
