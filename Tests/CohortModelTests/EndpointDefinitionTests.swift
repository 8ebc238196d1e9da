import CohortModel
import Testing

@Suite("Endpoints as they are typed")
struct EndpointDefinitionTests {
  @Test("A definition is read as it is typed, and printed as it is read")
  func reads() throws {
    let columns =
      "OS2 label=\"Overall survival\" time=os_months status=os_event codes=(0=censored, 1=death, 9=unknown)"
    let read = try EndpointDefinition(parsing: columns)
    #expect(read.name == "OS2" && read.label == "Overall survival" && read.events == ["death"])
    #expect(
      read.source
        == .columns(
          time: "os_months", from: nil, status: "os_event",
          codes: [.init("0", .censored), .init("1", .event("death")), .init("9", .unknown)]))
    #expect(read.text == columns + " events=(death)")
    #expect(try EndpointDefinition(parsing: read.text) == read)

    let composite = try EndpointDefinition(
      parsing: "CIR2 events=relapse competing=(death, \"graft loss\") censoring=dli follow_up=fu")
    #expect(composite.events == ["relapse"] && composite.competing == ["death", "graft loss"])
    #expect(composite.censoring == ["dli"] && composite.followUp == "fu")
    #expect(try EndpointDefinition(parsing: composite.text) == composite)

    let event = try EventDefinition(parsing: "gvhd time=gvhd_months when=\"grade >= 3\"")
    #expect(event == EventDefinition(name: "gvhd", time: "gvhd_months", when: "grade >= 3"))
    #expect(try EventDefinition(parsing: event.text) == event)
  }

  @Test("Competing events are the rest where only they are named")
  func competing() throws {
    let read = try EndpointDefinition(
      parsing: "x time=t status=s codes=(0=censored, 1=relapse, 2=death) competing=death")
    #expect(read.events == ["relapse"] && read.competing == ["death"])
  }

  @Test(
    "What contradicts itself says why",
    arguments: [
      ("", "a name was expected first"), ("x", "events is missing"),
      ("x time=t status=s", "codes is missing"), ("x time=t codes=(0=censored)", "status is missing"),
      ("x events=(a, b) competing=a", "“a” cannot be two things at once"),
      ("x events=a events=b", "events is said twice"),
      ("x event=a", "“event” means nothing here; expected label, time"),
      ("x events=(a b)", "a comma or ) was expected after events"),
      ("x time=t status=s codes=(0=censored, 1=death) events=relapse", "no code means “relapse”"),
      ("x time=t status=s codes=(0=censored, 0=death)", "“0” cannot be two things at once"),
      (
        "x time=t status=s codes=(0=censored, 1=a, 2=b) events=a",
        "“b” was expected after events or competing"
      ),
      ("x time=t status=s codes=(0=censored)", "events is missing"),
      ("x events=(", "a name was expected after events"),
    ])
  func refuses(text: String, why: String) throws {
    let error = try #require(throws: DefinitionError.self) { try EndpointDefinition(parsing: text) }
    #expect("\(error)".hasPrefix(why), "\(error)")
  }
}
