/// What a column's name says about its values.
struct ColumnNames {
  private let words: NameWords

  init(_ name: String) { words = NameWords(name) }

  /// Whether the name is that of a patient's number or name.
  var isIdentifier: Bool {
    let joined = words.joined
    if Self.places.contains(where: { joined.hasPrefix($0) }) { return false }
    return Self.identifiers.contains(joined) || words.words.last == "id" || words.words.first == "id"
      || words.contains(any: ["mrn", "upn", "usubjid", "subjid", "patid", "patno", "patientid", "patnr"])
  }

  /// Whether the name is that of something by which a person is known, unique or not.
  var isPersonal: Bool {
    Self.personal.contains(words.joined)
      || words.contains(any: ["surname", "nachname", "vorname", "email", "phone"])
  }

  /// Whether small whole numbers under this name are steps of a scale.
  var isScale: Bool {
    words.contains(any: [
      "ecog", "grade", "stage", "score", "class", "zubrod", "who", "ps", "hct", "hctci", "cycles", "lines",
      "line",
      "cr", "number", "n", "count", "severity", "karnofsky", "lansky",
      // Everybody may fail at time zero or one; the times are numbers all the same.
      "time", "futime", "months",
    ])
  }

  /// Whether whole numbers under this name are just names of groups.
  var isNominal: Bool {
    words.contains(any: [
      "site", "center", "centre", "hospital", "institution", "inst", "group", "arm", "treatment", "trt", "rx",
      "race", "ethnicity", "type", "celltype", "disease", "cluster", "sex", "gender", "cohort", "study",
      "country",
      "region", "method", "source",
    ])
  }

  private static let places = [
    "site", "center", "centre", "hospital", "institution", "inst", "study", "group",
  ]
  private static let identifiers: Set<String> = [
    "id", "patient", "subject", "case", "record", "pid", "nr", "no", "patient_no", "patient_nr",
    "patient_number",
    "case_no", "case_number", "row", "rownames", "row_names", "unnamed_0", "sample", "participant",
    "patient_code", "code",
  ]
  private static let personal: Set<String> = [
    "name", "patient_name", "first_name", "last_name", "initials", "address", "ssn", "fiscal_code",
    "nhs_number",
  ]
}
