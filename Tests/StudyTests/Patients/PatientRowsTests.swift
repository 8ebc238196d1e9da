import CohortEngine
import CohortModel
import Testing

@testable import Study

struct PatientRowsTests {
  private let twice = """
    patient_id,sex,treatment,time,status
    A,F,chemo,10,1
    A,F,radiation,10,1
    B,M,chemo,20,0
    C,F,chemo,30,1
    C,F,chemo,30,1
    D,M,radiation,44,0

    """

  @Test func `An outcome that agrees is one patient's, and what differs is no filter`() throws {
    let study = try study(csv: twice)
    #expect(study.reading.verdict == .opens)
    #expect(study.reading.rowCount == 6)
    #expect(study.cohort.rowCount == 4)
    #expect(try study.endpoint("survival").times == [10, 20, 30, 44])
    #expect(try study.endpoint("survival").status == [1, 0, 1, 0])
    #expect(study.lines == [2, 4, 5, 7])
    #expect(study.hiddenVariables == ["treatment"])
    #expect(study.findings("not offered as a filter").map(\.column) == ["treatment"])
  }

  @Test func `A value in one of the rows counts for the patient`() throws {
    let csv = "patient_id,time,status,grade\nA,10,1,\nA,,,2\nB,20,0,1\nC,30,1,3\nD,5,0,1\n"
    let study = try study(csv: csv)
    #expect(study.cohort.rowCount == 4)
    #expect(try study.endpoint("survival").times == [10, 20, 30, 5])
    #expect(study.hiddenVariables.isEmpty)
    #expect(!(try study.variable("grade").isMissing(row: 0)))
  }

  private let eyes = """
    id,eye,trt,time,status
    1,left,laser,46,0
    1,right,none,40,1
    2,left,laser,12,1
    2,right,none,30,0
    3,left,none,9,1
    3,right,laser,50,1

    """

  @Test func `Rows that differ are asked about, and none is counted`() throws {
    let study = try study(csv: eyes)
    #expect(study.reading.verdict == .asks)
    #expect(study.cohort.endpoints.isEmpty)
    #expect(
      study.reading.question?.choices.map(\.text).prefix(3) == [
        "the first row of each patient", "the row where eye is left", "the row where eye is right",
      ])
    #expect(study.findings("3 patients in more than one row").map(\.lines) == [[2, 3, 4, 5, 6, 7]])
  }

  @Test(arguments: [
    (PatientDeclaration.Rule.first, [46, 12, 9], [0, 1, 1]), (.last, [40, 30, 50], [1, 0, 1]),
    (.highest("time"), [46, 30, 50], [0, 0, 1]), (.condition("trt in (laser)"), [46, 12, 50], [0, 1, 1]),
  ])
  func `A rule makes one row of them`(rule: PatientDeclaration.Rule, times: [Int64], status: [Int8]) throws {
    let directory = try TemporaryDirectory()
    var stated = StatedReading()
    (stated.id, stated.rows) = ("id", rule)
    let study = try Study.open(path: try directory.file("t.csv", eyes), stated: stated)
    #expect(study.reading.verdict == .opens)
    #expect(try study.endpoint("survival").times == times)
    #expect(try study.endpoint("survival").status == status)
  }

  @Test func `Every row may be a patient of its own, where somebody says so`() throws {
    let directory = try TemporaryDirectory()
    var stated = StatedReading()
    (stated.id, stated.rows) = ("id", .each)
    let study = try Study.open(path: try directory.file("t.csv", eyes), stated: stated)
    #expect(try study.endpoint("survival").times == [46, 40, 12, 30, 9, 50])
  }

  @Test func `Intervals of one observation are one patient, with delayed entry`() throws {
    let csv = """
      id,start,stop,event,transplant
      1,0,50,1,0
      2,5,36,0,0
      2,36,39,1,1
      3,0,100,0,0
      3,100,250,0,1

      """
    let study = try study(csv: csv)
    let endpoint = try #require(study.cohort.endpoints.first)
    #expect(study.reading.verdict == .opens)
    #expect(endpoint.entries == [0, 5, 0])
    #expect(endpoint.times == [50, 39, 250])
    #expect(endpoint.status == [1, 1, 0])
    #expect(try study.texts("transplant") == ["0", "0", "0"])
    #expect(
      study.findings("the value of the first row counts").map(\.column) == ["start, stop, event, transplant"])
  }

  @Test(arguments: [
    // Two events of one patient, a gap between intervals, and transitions between states.
    "id,start,stop,event\n1,0,5,1\n1,5,9,1\n2,0,7,0\n3,0,4,1\n",
    "id,start,stop,event\n1,0,5,0\n1,6,9,1\n2,0,7,0\n3,0,4,1\n",
    "id,from,to,trans,Tstart,Tstop,status\n1,1,2,1,0,5,0\n1,1,3,2,0,5,1\n2,1,2,1,0,7,0\n2,1,3,2,0,7,0\n",
  ])
  func `Intervals that are no single observation are asked about`(csv: String) throws {
    let study = try study(csv: csv)
    #expect(study.reading.verdict == .asks)
    #expect(study.cohort.endpoints.isEmpty)
  }

  private let trial = """
    USUBJID,SEX,PARAMCD,PARAM,AVAL,AVALU,CNSR
    A,F,OS,Overall survival,10,DAYS,0
    A,F,PFS,Progression-free survival,5,DAYS,0
    B,M,OS,Overall survival,11,DAYS,1
    B,M,PFS,Progression-free survival,11,DAYS,1
    C,F,OS,Overall survival,30,DAYS,1

    """

  @Test func `Parameters below each other are an endpoint each, once somebody says so`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file("adtte.csv", trial)
    let asking = try Study.open(path: path)
    #expect(asking.reading.verdict == .asks)
    #expect(asking.cohort.rowCount == 3)
    var stated = StatedReading()
    stated.isAccepted = true
    let study = try Study.open(path: path, stated: stated)
    #expect(study.reading.verdict == .opens)
    #expect(study.cohort.endpoints.map(\.name) == ["OS", "PFS"])
    #expect(study.cohort.endpoints.map(\.label) == ["Overall survival", "Progression-free survival"])
    #expect(try study.endpoint("OS").times == [10, 11, 30])
    #expect(try study.endpoint("OS").status == [1, 0, 0])
    #expect(try study.endpoint("PFS").times.prefix(2) == [5, 11])
    #expect(try study.endpoint("PFS").status == [1, 0, -1])
    #expect(study.cohort.endpoints.map(\.scale.unit) == [.days, .days])
    #expect(study.endpointOrigins.map(\.times) == [["AVAL"], ["AVAL"]])
  }

  @Test func `What was taken of several rows is the same study when written and opened`() throws {
    let directory = try TemporaryDirectory()
    var stated = StatedReading()
    stated.isAccepted = true
    let study = try Study.open(path: try directory.file("adtte.csv", trial), stated: stated)
    #expect(try ReadingFile.write(study) == directory.path + "/adtte.toml")
    let again = try Study.open(path: directory.path + "/adtte.csv")
    #expect(again.reading.verdict == .opens)
    #expect(again.reading.isConfirmed)
    #expect(again.cohort.endpoints == study.cohort.endpoints)
  }
}
