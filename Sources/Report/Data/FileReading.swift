/// What was understood of a file, as plain values.
package struct FileReading: Hashable, Sendable {
  package struct Endpoint: Hashable, Sendable {
    /// What a value of a status column was taken for, and how many rows have it.
    package struct Code: Hashable, Sendable {
      package var value: String
      package var meaning: String
      package var count: Int

      package init(_ value: String, meaning: String, count: Int) {
        (self.value, self.meaning, self.count) = (value, meaning, count)
      }
    }

    package var name: String
    package var label: String
    package var hasCompetingRisks: Bool
    package var unit: String?
    /// What its times count from.
    package var origin: String?
    /// How it came to be: `declared in the study file`, `dates`.
    package var rule: String
    package var isGuess: Bool
    package var columns: [String]
    package var codes: [Code]
    /// Events of each cause, in the order of the causes.
    package var events: [Code]
    package var censored: Int
    package var unusable: Int

    package init(
      name: String, label: String, hasCompetingRisks: Bool, unit: String?, origin: String?, rule: String,
      isGuess: Bool, columns: [String], codes: [Code], events: [Code], censored: Int, unusable: Int
    ) {
      (self.name, self.label, self.hasCompetingRisks) = (name, label, hasCompetingRisks)
      (self.unit, self.origin, self.rule, self.isGuess) = (unit, origin, rule, isGuess)
      (self.columns, self.codes, self.events) = (columns, codes, events)
      (self.censored, self.unusable) = (censored, unusable)
    }

    /// Patients whose time and status are known.
    package var usable: Int { censored + events.reduce(0) { $0 + $1.count } }
  }

  package struct Column: Hashable, Sendable {
    package var name: String
    package var label: String
    package var kind: String
    /// Patients without a value.
    package var missing: Int
    /// The column that holds the time at which its values become known.
    package var knownAt: String?
    /// Levels with their counts, or the range and median.
    package var values: String

    package init(
      name: String, label: String, kind: String, missing: Int, knownAt: String? = nil, values: String
    ) {
      (self.name, self.label, self.kind, self.missing) = (name, label, kind, missing)
      (self.knownAt, self.values) = (knownAt, values)
    }
  }

  /// Something noticed when the file was read.
  package struct Finding: Hashable, Sendable {
    /// A row that it is about.
    package struct Row: Hashable, Sendable {
      /// In the file, from 1.
      package var line: Int
      /// The patient's identifier, where the table has one.
      package var patient: String?
      /// What the finding's column holds there; `nil` where that is nothing, or the finding is of no column.
      package var value: String?
      /// Whether the patient's values are those of another row.
      package var isOfOther: Bool

      package init(line: Int, patient: String? = nil, value: String? = nil, isOfOther: Bool = false) {
        (self.line, self.patient, self.value, self.isOfOther) = (line, patient, value, isOfOther)
      }
    }

    /// `error`, `warning`, `note`.
    package var severity: String
    package var column: String?
    package var message: String
    /// Every line that it is about.
    package var lines: [Int]
    /// The first of the rows.
    package var rows: [Row]

    package init(
      severity: String, column: String? = nil, message: String, lines: [Int] = [], rows: [Row] = []
    ) {
      (self.severity, self.column, self.message) = (severity, column, message)
      (self.lines, self.rows) = (lines, rows)
    }
  }

  package var title: String
  package var notes: String?
  package var tablePath: String
  package var studyPath: String?
  /// Why somebody must still say what the columns mean; `nil` where they are clear.
  package var doubt: String?
  package var rows: Int
  package var patients: Int
  package var endpoints: [Endpoint] = []
  /// In the order of the file.
  package var columns: [Column] = []
  /// The gravest first.
  package var findings: [Finding] = []

  package init(title: String, tablePath: String, rows: Int, patients: Int) {
    (self.title, self.tablePath, self.rows, self.patients) = (title, tablePath, rows, patients)
  }
}

extension FileReading.Finding {
  /// A row for each line; one without a line where it is about more.
  package var tableRows: [FindingRow] {
    let lines: [Int?] = self.lines.isEmpty ? [nil] : self.lines
    return lines.map { FindingRow(severity: severity, line: $0, column: column, message: message) }
  }
}
