import CohortModel

/// The column that says whose row each row is.
struct PatientIdentifier: Sendable {
  let column: String
  /// How many parts of a barcode name the patient: 3 of `TCGA-A1-A0SB-01A`; `nil` where the whole text does.
  let barcodeParts: Int?
  /// The number of each row's patient, in the order of their first rows; −1 without an identifier.
  let patients: [Int32]
  let patientCount: Int
  /// How many patients have several rows.
  let repeatedCount: Int
  /// How many rows have no identifier.
  let unnamedCount: Int

  var isRepeated: Bool { repeatedCount > 0 }

  /// Numbers the patients of a column.
  ///
  /// - Complexity: O(rows + distinct texts).
  init(_ column: String, index: Int, in columns: StudyColumns, barcodeParts: Int? = nil) {
    let profile = columns.profiles[index]
    let hasPlainKeys = barcodeParts == nil && Self.areKeys(profile)
    var numberOfKey: [String: Int32] = [:]
    var numbers = [Int32](repeating: -2, count: profile.column.distinctCount)
    var (rows, rowCounts, unnamed) = ([Int32](), [Int](), 0)
    rows.reserveCapacity(profile.column.codes.count)
    for code in profile.column.codes {
      var number = numbers[Int(code)]
      if number == -2 {
        number = -1
        if !profile.isMissing[Int(code)] {
          if hasPlainKeys {
            number = Int32(clamping: rowCounts.count)
          } else {
            let key = Self.key(profile.column.text(Int(code)), parts: barcodeParts)
            number = numberOfKey[key] ?? Int32(clamping: numberOfKey.count)
            numberOfKey[key] = number
          }
          if Int(number) == rowCounts.count { rowCounts.append(0) }
        }
        numbers[Int(code)] = number
      }
      if number >= 0 { rowCounts[Int(number)] += 1 } else { unnamed += 1 }
      rows.append(number)
    }
    (self.column, self.barcodeParts, patients) = (column, barcodeParts, rows)
    (patientCount, unnamedCount) = (rowCounts.count, unnamed)
    repeatedCount = rowCounts.count { $0 > 1 }
  }

  /// The identifier of a table that nobody described; `nil` where no column names patients.
  ///
  /// All columns are looked at: names of patients (`USUBJID`, `patient_id`, `_PATIENT`) come before a plain `id`, and
  /// that before numbers of cases.  A column of TCGA or TARGET barcodes names patients whatever it is called.
  init?(in columns: StudyColumns) {
    var best: (rank: Int, index: Int, parts: Int?)?
    for (index, name) in columns.table.names.enumerated() {
      let parts = Self.barcodeParts(columns.profiles[index])
      guard let rank = parts != nil ? (Self.rank(name) == 0 ? 0 : 1) : Self.rank(name),
        rank < best?.rank ?? .max, Self.mayIdentify(columns.profiles[index], rank: rank)
      else { continue }
      best = (rank, index, parts)
    }
    if best == nil, let index = Self.column(byContentsOf: columns) { best = (9, index, nil) }
    guard let best else { return nil }
    self.init(columns.table.names[best.index], index: best.index, in: columns, barcodeParts: best.parts)
  }

  /// How well a name says that its values are patients, 0 best; `nil` where it says something else.
  static func rank(_ name: String) -> Int? {
    let words = NameWords(name).words
    let joined = words.joined()
    if chartNumbers.contains(joined) { return 0 }
    if words.contains(where: others.contains) { return nil }
    if whole.contains(joined) || words.contains(where: { whole.contains($0) && !persons.contains($0) }) {
      return 0
    }
    let isNumbered = words.contains(where: numberWords.contains)
    if isNumbered, words.contains(where: persons.contains) { return 0 }
    if ["submitterid", "casesubmitterid", "casessubmitterid"].contains(joined) { return 2 }
    if words == ["id"] { return 2 }
    if isNumbered, words.contains("case") || words.contains("cases") { return 3 }
    return ["recordid", "studyid", "studyno", "studynumber", "caseid", "key", "caseno", "fallnummer", "fall"]
      .contains(joined)
      ? (joined == "recordid" ? 1 : 3) : nil
  }

  /// Whether a column's values are many enough, and in nearly every row.
  private static func mayIdentify(_ profile: ColumnProfile, rank: Int) -> Bool {
    let (rows, present) = (profile.column.codes.count, profile.presentRows)
    guard profile.present.count > 1, present * 10 >= rows * 9 else { return false }
    if rank <= 1 { return true }
    let isWhole = profile.present.allSatisfy { code in
      profile.numbers[code].map { $0.value == $0.value.rounded() } ?? true
    }
    return isWhole && profile.present.count * 25 > rows
  }

  /// The parts that name the patient where the values are barcodes of TCGA or TARGET.
  private static func barcodeParts(_ profile: ColumnProfile) -> Int? {
    let sample = profile.present.prefix(50)
    guard sample.count >= 2 else { return nil }
    let isBarcode = sample.count { code in
      let parts = Self.parts(profile.column.text(code))
      guard let first = parts.first, first == "TCGA" || first == "TARGET", parts.count >= 3 else {
        return false
      }
      return parts[1].count == 2 && parts[2].count >= 4
    }
    return isBarcode * 10 >= sample.count * 9 ? 3 : nil
  }

  private static func parts(_ text: String) -> [Substring] {
    text.split { $0 == "-" || $0 == "." || $0 == "_" }
  }

  /// Whether every text is its own key, as nearly always: none has blanks around it, a `.0` at its end, or letters that
  /// stand in the other case elsewhere.
  ///
  /// - Complexity: O(bytes of the texts).
  private static func areKeys(_ profile: ColumnProfile) -> Bool {
    guard !profile.column.isPlain else { return false }
    var (hasCapitals, hasSmall) = (false, false)
    for code in profile.present {
      let isKey = profile.column.withText(code) { text -> Bool in
        guard let first = text.first, let last = text.last, first != 0x20, last != 0x20 else { return false }
        if text.count > 2, last == UInt8(ascii: "0"), text[text.count - 2] == UInt8(ascii: ".") {
          return false
        }
        for byte in text {
          if byte >= 0x80 || byte < 0x20 { return false }
          if (0x41...0x5A).contains(byte) { hasCapitals = true }
          if (0x61...0x7A).contains(byte) { hasSmall = true }
        }
        return true
      }
      guard isKey, !(hasCapitals && hasSmall) else { return false }
    }
    return true
  }

  static func key(_ text: String, parts wanted: Int?) -> String {
    // What was once a number may have become one with a decimal: 12 and 12.0 are one patient.
    // Blanks and capitals come and go where identifiers are typed; where one has both cases, they are part of it.
    guard let wanted else {
      let isMixed = text.contains(where: \.isUppercase) && text.contains(where: \.isLowercase)
      let plain = isMixed ? text.trimmingBlanks : text.trimmingBlanks.lowercased()
      return plain.hasSuffix(".0") ? String(plain.dropLast(2)) : plain
    }
    return parts(text).prefix(wanted).joined(separator: "-")
  }

  private static let whole: Set<String> = [
    "usubjid", "subjid", "patid", "patno", "patnr", "ptid", "ptnum", "ptno", "pid", "mrn", "upn", "patientid",
    "patient",
    "patientnumber", "patientno", "subjectid", "subject", "subjectno", "participant", "participantid",
    "personid",
    "patientidentifier", "patientbarcode", "bcrpatientbarcode", "paciente", "idpaciente", "idpatient",
    "patientenid",
    "patientennummer", "paziente", "idpaziente", "patientname", "pseudonym", "pseudonyme", "identifiant",
    "utente", "nip", "ipp", "upid", "crfid",
  ]
  /// What hospitals call the number of a patient's file.
  private static let chartNumbers: Set<String> = [
    "fallid", "urnumber", "urno", "urn", "hospno", "eid", "clientid", "deidentificationid", "npatient", "nda",
    "nosologico", "codpaz", "codicepaziente", "cip", "dni", "registro", "processo", "bsn", "studienummer",
    "lobenr", "lopenr", "patientbarcode", "individual", "individualid",
    "mrn", "mrnumber", "medicalrecordnumber", "medrecno", "chartno", "chartnumber", "hospitalno",
    "hospitalnumber",
    "hospitalid", "unitnumber", "nhc", "numerodossier", "ndossier", "nodossier", "dossier", "prontuario",
    "historiaclinica",
    "numerohistoriaclinica", "cartellaclinica", "cartella", "fallnummer", "fallnr", "aktenzeichen",
    "journalnummer", "journalnr",
    "lopnr", "lopenummer", "lobenummer", "personnummer", "cprnr", "cprnummer", "cpr", "fodselsnummer",
    "pesel",
    "codicefiscale", "nhsnumber",
    "patientnummer", "pasientnr", "pasientnummer", "patientnr", "patientnumber", "pacjentnr", "numerpacjenta",
    "idpacjenta",
    "nrpacjenta", "pacientnr", "cislopacienta", "patiennumero", "potilasnumero", "numerodepaciente",
    "numeropaciente",
    "numeropatient", "numeropaziente", "patientenid", "patientennr", "patientennummer",
  ]
  private static let persons: Set<String> = [
    "patient", "patients", "subject", "subj", "participant", "person", "pat", "pt", "proband", "paciente",
    "paziente",
    "patienten", "individual", "recipient", "pasient", "pacjent", "pacjenta", "pacient", "patiente",
    "potilas", "person",
  ]
  private static let numberWords: Set<String> = [
    "id", "no", "nr", "num", "number", "code", "barcode", "identifier", "key", "nummer", "numero", "uuid",
    "index", "name",
  ]
  private static let others: Set<String> = [
    "sample", "samples", "specimen", "slide", "aliquot", "site", "center", "centre", "hospital",
    "institution", "inst",
    "visit", "event", "form", "physician", "surgeon", "consented", "age", "age1", "group", "type", "count",
    "status", "date", "sex", "gender",
    "donor", "race", "current", "time", "weight", "height",
  ]
}
