import CohortEngine
import CohortModel
import Testing

@testable import Study

struct StatusColumnNameTests {
  @Test(arguments: [
    ("status (0=alive; 1=dead)", StatusColumnName.Direction.event),
    ("vital status: 1 dead / 0 alive", .event),
    ("Status 0 dead 1 alive", .alive), ("dead_or_alive", .open), ("alive", .alive), ("In leven", .alive),
    ("is_alive", .alive), ("death", .event), ("cens", .ambiguous), ("CNSR", .censored),
    ("vital_status", .vital),
    ("relapse_free", .alive), ("no_event", .alive), ("disease_free_survival", .event),
  ])
  func `A name says which way round the codes are`(name: String, direction: StatusColumnName.Direction) {
    #expect(StatusColumnName(name).direction == direction)
  }

  @Test(arguments: [
    "living_donor", "lives_alone", "graft_survived", "well_differentiated", "mother_alive", "alive_at_1_year",
  ])
  func `A word of life in another name is no vital status`(name: String) {
    #expect(StatusColumnName(name).stem != "os")
  }

  @Test func `A donor who lives is not the patient who dies`() throws {
    let csv = """
      living_donor,os_months,os_status
      no,5,0
      yes,6,1
      no,7,1
      yes,8,0

      """
    let study = try study(csv: csv)
    #expect(study.endpointOrigins.map(\.statuses) == [["os_status"]])
    #expect(study.cohort.endpoints.first?.status == [0, 1, 1, 0])
  }

  @Test func `A vital status with the time of a progression is asked about`() throws {
    let study = try study(csv: "ttp_months,status\n5,Alive\n6,Dead\n7,Dead\n8,Alive\n")
    #expect(study.reading.verdict == .asks)
    #expect(study.cohort.endpoints.isEmpty)
  }

  @Test func `Deaths from other causes compete with those from the disease`() throws {
    let csv = "dss_months,dss_status\n5,alive\n6,dead of disease\n7,dead of other causes\n8,dead of disease\n"
    let study = try study(csv: csv)
    #expect(study.cohort.endpoints.map(\.kind) == [.competingRisks, .competingRisks])
    #expect(study.cohort.endpoints.first?.status == [0, 1, 2, 1])
  }
}
