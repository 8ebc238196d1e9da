import CohortEngine
import CohortModel
import Testing

@testable import Study

/// Endpoints told by several pairs of columns, or by a column of words beside a column of numbers.
struct ComposedEndpointTests {
  private let apart = """
    id,rtime,recur,dtime,death
    1,10,1,30,1
    2,20,0,20,1
    3,40,0,40,0
    4,15,1,50,0
    5,60,0,60,1

    """

  @Test func `A relapse beside death competes with it, and their composite is disease-free survival`() throws
  {
    let study = try study(csv: apart)
    #expect(study.cohort.endpoints.map(\.name) == ["OS", "DFS", "CIR", "NRM"])
    #expect(try study.endpoint("OS").status == [1, 1, 0, 0, 1])
    #expect(try study.endpoint("CIR").kind == .competingRisks)
    #expect(try study.endpoint("CIR").status == [1, 2, 0, 1, 2])
    #expect(try study.endpoint("CIR").times == [10, 20, 40, 15, 60])
    #expect(try study.endpoint("DFS").status.count { $0 > 0 } == 4)
    #expect(study.findings("2 patients died without relapse").count == 1)
    #expect(study.endpointOrigins.map(\.rule) == [.namePair, .composed, .composed, .composed])
  }

  @Test func `A composite that counts deaths stays as it is`() throws {
    let csv = "id,pfs_time,pfs,os_time,os\n1,10,1,30,1\n2,20,1,20,1\n3,40,0,40,0\n4,15,1,50,0\n5,60,0,60,0\n"
    let study = try study(csv: csv)
    #expect(study.cohort.endpoints.map(\.name) == ["OS", "PFS"])
    #expect(try study.endpoint("PFS").status == [1, 1, 0, 1, 0])
  }

  @Test func `A column of words says what numbers mean`() throws {
    let csv = """
      time,status,cause
      5,1,alive
      6,2,dead
      7,1,alive
      8,2,dead
      9,3,lost to follow-up
      4,2,dead

      """
    let study = try study(csv: csv)
    #expect(study.reading.verdict == .opens)
    #expect(study.cohort.endpoints.map(\.kind) == [.survival])
    #expect(study.cohort.endpoints.first?.status == [0, 1, 0, 1, 0, 1])
  }

  @Test func `Numbered causes have the words of the column beside them`() throws {
    let csv = "time,status,cause\n5,0,event-free\n6,1,AIDS\n7,2,SI\n8,1,AIDS\n9,0,event-free\n3,2,SI\n"
    let study = try study(csv: csv)
    #expect(study.cohort.endpoints.first?.causes == ["AIDS", "SI"])
  }

  @Test func `Deaths from one disease are divided from the others where a registry tells both`() throws {
    let csv = """
      Survival months,Vital status recode,SEER cause-specific death classification
      5,Dead,Dead (attributable to this cancer dx)
      6,Dead,Alive or dead of other cause
      7,Alive,Alive or dead of other cause
      8,Dead,Dead (attributable to this cancer dx)

      """
    let study = try study(csv: csv)
    #expect(study.cohort.endpoints.map(\.name) == ["OS", "DSS", "DSS_incidence"])
    #expect(try study.endpoint("OS").status == [1, 1, 0, 1])
    #expect(try study.endpoint("DSS").status == [1, 0, 0, 1])
    #expect(try study.endpoint("DSS_incidence").status == [1, 2, 0, 1])
  }

  @Test func `Two events on one day are decided by a stated order, and counted`() throws {
    let study = try study(csv: apart.replacing("1,10,1,30,1", with: "1,30,1,30,1"))
    #expect(
      study.findings(
        "CIR: 1 patient with several events on one day, decided by the order relapse before death"
      ).count == 1)
    #expect(try study.endpoint("CIR").status.first == 1)
    #expect(try study.endpoint("NRM").status.first == 2)
  }

  @Test func `Time counts from the earliest day that nearly all patients have, once somebody says so`() throws
  {
    let csv = """
      id,date_diagnosis,date_hsct,date_death,date_last_contact
      a,2018-01-01,2019-01-01,2019-12-31,2019-12-31
      b,2018-01-01,2019-01-01,,2021-01-01
      c,2018-01-01,2020-02-28,2020-03-01,2020-03-01
      d,2018-01-01,2020-01-10,,2020-06-01

      """
    let asking = try study(csv: csv)
    #expect(asking.reading.verdict == .asks)
    #expect(asking.reading.question?.choices.map(\.text) == ["date_diagnosis", "date_hsct"])
    let directory = try TemporaryDirectory()
    var stated = StatedReading()
    stated.timeZero = "date_hsct"
    let study = try Study.open(path: try directory.file("t.csv", csv), stated: stated)
    #expect(study.reading.verdict == .opens)
    #expect(try study.endpoint("OS").times == [364, 731, 2, 143])
  }

  @Test func `A portal's samples are joined to their patients, who stay the rows`() throws {
    let directory = try TemporaryDirectory()
    let patients = "PATIENT_ID\tOS_MONTHS\tOS_STATUS\nA\t5\t1:DECEASED\nB\t8\t0:LIVING\n"
    let samples = "PATIENT_ID\tSAMPLE_ID\tTMB\tSITE\nA\tA-1\t3\tskin\nB\tB-1\t4\tlung\nB\tB-2\t4\tbone\n"
    let path = try directory.file("data_clinical_patient.txt", patients)
    let other = try directory.file("data_clinical_sample.txt", samples)
    let study = try Study.open(path: path)
    #expect(study.cohort.rowCount == 2)
    #expect(try study.texts("TMB").count == 2)
    #expect(try study.variable("SITE").isMissing(row: 1))
    #expect(study.findings("3 columns of data_clinical_sample.txt joined by PATIENT_ID").count == 1)
    let alone = try Study.open(path: other)
    #expect(alone.reading.verdict == .refuses)
    #expect(alone.reading.reason?.contains("open \(path)") == true)
  }
}
