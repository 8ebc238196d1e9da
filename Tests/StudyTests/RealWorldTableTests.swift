import CohortEngine
import CohortModel
import Testing

@testable import Study

/// Whole tables as they come out of clinics, registries and portals.
struct RealWorldTableTests {
  @Test func `A German clinic's export: Latin-1, semicolons, decimal commas, points in dates`() throws {
    let text =
      "Pat-ID;Geschlecht;Größe (m);Datum HSCT;Rezidiv Datum;Todesdatum death;Letzter Kontakt last;Bemerkung\r\n"
      + "17;m;1,72;03.04.2019;;;05.06.2021;\"lebt; gut\"\r\n"
      + "18;w;1,65;31.12.2019;;02.03.2020;02.03.2020;\r\n"
      + "19;w;;28.02.2020;;;01.03.2020;k.A.\r\n"
    let directory = try TemporaryDirectory()
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let study = try Study.open(path: try directory.file("export.csv", bytes))
    #expect(study.findings("not UTF-8").count == 1)
    #expect(try study.numbers("Größe (m)") == [1.72, 1.65, nil])
    #expect(try study.texts("Bemerkung") == ["lebt; gut", nil, nil])
    let overall = try study.endpoint("OS")
    #expect(overall.times == [794, 62, 2])
    #expect(overall.status == [0, 1, 0])
  }

  @Test func `A cBioPortal file: header lines, tabs, coded statuses, brackets for missing`() throws {
    let text = """
      #Patient Identifier\tSex\tOverall Survival (Months)\tOverall Survival Status\tDFS (Months)\tDFS Status\tTMB
      #Identifier\tSex\tMonths\tStatus\tMonths\tStatus\tMutations per Mb
      #STRING\tSTRING\tNUMBER\tSTRING\tNUMBER\tSTRING\tNUMBER
      #1\t1\t1\t1\t1\t1\t1
      PATIENT_ID\tSEX\tOS_MONTHS\tOS_STATUS\tDFS_MONTHS\tDFS_STATUS\tTMB
      TCGA-01\tFemale\t12.48\t1:DECEASED\t3.02\t1:Recurred/Progressed\t<0.5
      TCGA-02\tMale\t40.11\t0:LIVING\t40.11\t0:DiseaseFree\t2.5
      TCGA-03\tMale\t[Not Available]\t0:LIVING\t[Not Available]\t\t7
      TCGA-04\tFemale\t7.3\t[Not Applicable]\t1.1\t1:Recurred/Progressed\t3

      """
    let study = try study(csv: text, name: "data_clinical_patient.txt")
    #expect(try study.variable("SEX").label == "Sex")
    #expect(try study.variable("PATIENT_ID").kind == .identifier)
    #expect(try study.variable("TMB").kind == .number)
    let overall = try study.endpoint("OS")
    #expect(overall.status == [1, 0, -1, -1])
    #expect(overall.times.prefix(2) == [1248, 4011])
    #expect(overall.causes == ["death"])
    #expect(try study.endpoint("DFS").causes == ["recurred/progressed"])
    #expect(study.findings("OS: a status but no time").map(\.lines) == [[8]])
    #expect(study.findings("OS: a time but no status").map(\.lines) == [[9]])
    #expect(study.findings("written as limits").map(\.lines) == [[6]])
  }

  @Test func `A Xena file: statuses named like their endpoints, times in days`() throws {
    let text = """
      sample\t_PATIENT\tOS\tOS.time\tPFI\tPFI.time\tRedaction
      TCGA-A-01\tTCGA-A\t1\t300\t1\t120\t
      TCGA-B-01\tTCGA-B\t0\t900\t1\t450\t
      TCGA-C-01\tTCGA-C\t0\t\t0\t\t
      TCGA-D-01\tTCGA-D\t0\t400\t0\t400\t

      """
    let study = try study(csv: text, name: "survival.tsv")
    #expect(study.cohort.endpoints.map(\.name) == ["OS", "PFI"])
    #expect(try study.endpoint("PFI").status == [1, 1, -1, 0])
    #expect(try study.endpoint("OS").times.prefix(2) == [300, 900])
  }

  @Test func `An export from R with quotes everywhere and NA`() throws {
    let text =
      "\"time\",\"status\",\"ph.ecog\",\"sex\"\n306,2,1,\"1\"\n455,2,NA,\"2\"\n1010,1,0,\"1\"\nNA,1,2,\"2\"\n"
    let study = try study(csv: text)
    let endpoint = try #require(study.cohort.endpoints.first)
    #expect(endpoint.status == [1, 1, 0, -1])
    #expect(try study.numbers("ph.ecog").isEmpty || study.numbers("ph.ecog")[1] == nil)
    #expect(study.findings("a status but no time").map(\.lines) == [[5]])
  }

  @Test func `A trial's ADTTE with one parameter counts CNSR upside down`() throws {
    let text =
      "USUBJID,PARAMCD,PARAM,AVAL,CNSR\nA,OS,Overall survival (days),10,0\nB,OS,Overall survival (days),11,1\nC,OS,Overall survival (days),12,2\n"
    let endpoint = try #require(try study(csv: text).cohort.endpoints.first)
    #expect(endpoint.status == [1, 0, 0])
    #expect(endpoint.times == [10, 11, 12])
  }

  @Test func `A spreadsheet's trailing rows of separators are left out`() throws {
    let study = try study(csv: "id,os_months,os_status\nA,1,1\nB,2,0\n,,\n,,\n")
    #expect(study.cohort.rowCount == 2)
    #expect(study.findings("without any value").map(\.lines) == [[4, 5]])
  }
}
