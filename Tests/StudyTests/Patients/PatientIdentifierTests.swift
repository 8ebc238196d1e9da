import CohortEngine
import CohortModel
import Testing

@testable import Study

struct PatientIdentifierTests {
  @Test(arguments: [
    "USUBJID", "patient_id", "Patient ID", "_PATIENT", "bcr_patient_barcode", "MRN", "PTNUM", "pid", "Pat-Nr",
    "subject_id",
    "Subject No", "patientId", "ID paziente", "UPN", "participant_id",
  ])
  func `Names of patients come first`(name: String) { #expect(PatientIdentifier.rank(name) == 0) }

  @Test func `A plain id comes before numbers of cases`() {
    #expect(PatientIdentifier.rank("record_id") == 1)
    #expect(PatientIdentifier.rank("id") == 2)
    #expect(PatientIdentifier.rank("case_submitter_id") == 2)
    #expect(PatientIdentifier.rank("case_id") == 3)
    #expect(PatientIdentifier.rank("case.id") == 3)
  }

  @Test(arguments: [
    "sample_id", "SITEID", "slide_id", "visit_no", "age", "patient_age", "Patient Current Age",
    "hospital_name", "center",
    "status", "patient.vital_status", "event_id", "height",
  ])
  func `Other names identify nobody`(name: String) { #expect(PatientIdentifier.rank(name) == nil) }

  @Test func `Barcodes of samples name their patients`() throws {
    let csv = """
      sample,OS,OS.time
      TCGA-OR-A5J1-01,1,1355
      TCGA-OR-A5J2-01,1,1677
      TCGA-OR-A5J2-11,1,1677
      TCGA-OR-A5J3-01,0,2091

      """
    let study = try study(csv: csv)
    #expect(study.cohort.rowCount == 3)
    #expect(study.declarations.patients == PatientDeclaration(id: "sample", barcodeParts: 3, rule: .agreeing))
    #expect(try study.endpoint("OS").times == [1355, 1677, 2091])
    #expect(study.findings("4 rows of 3 patients by sample").map(\.lines) == [[3, 4]])
  }
}
