package import Analysis
package import CohortModel

/// The selected patients one by one, as a table of their values with time and status of the endpoint.
package struct PatientsReport: Sendable {
  /// What is said where a source has no single patients to show.
  package static let noPatients = "This source releases no single patients, only counts"

  package let result: PatientList
  package let text: QuestionText

  package init(_ result: PatientList, words: VariableWords, unit: TimeUnit? = nil) {
    self.result = result
    text = QuestionText(result.question, result.endpoint, words: words, unit: unit)
  }

  package var words: VariableWords { text.words }

  /// `Patients · Disease phase CR2, CR3 · 64 of 78 patients · Disease-free survival, months since HSCT`.
  package var headline: Sentence { headline(listing: []) }

  /// - Parameter listing: which of them are listed, and in what order.
  package func headline(listing: [Sentence.Part]) -> Sentence {
    let patients = NumberText.count(words.schema.patientCount)
    let count = "\(NumberText.count(result.patientCount)) of \(patients) patients"
    return Sentence(
      [Sentence.Part("Patients", .subject)] + text.filters
        + [
          Sentence.Part(count, .meaning),
          Sentence.Part(
            "\(result.endpoint.label), \(time)", shorter: ["\(result.endpoint.name), \(time)"], .meaning),
        ] + listing)
  }

  /// `months since HSCT`, also where the question sets a landmark.
  private var time: String {
    result.endpoint.origin.map { "\(text.time.name) since \($0)" } ?? text.time.name
  }

  /// What a reader must know, the gravest first.
  package var remarks: [Remark] {
    let unusable = result.rows.outcomes.first?.count { $0 == nil } ?? 0
    guard unusable > 0 else { return text.lateRemarks(text.late()) }
    return text.lateRemarks(text.late()) + [
      Remark(.caution, "\(NumberText.count(unusable)) without this endpoint")
    ]
  }

  package var conventions: Sentence {
    Sentence([
      Sentence.Part("in the order of the file", .subject),
      Sentence.Part("time from \(result.endpoint.origin ?? "time zero"), status at that time", .meaning),
    ])
  }

  package var context: ReportContext {
    let asked = text.parts(cause: nil).filter { ["endpoint", "where"].contains($0.option) }
    return ReportContext(question: asked, conventions: conventions, remarks: remarks)
  }

  // MARK: Tables

  /// The columns under their names in the file; a time or status among them keeps its name, the endpoint's gets its own.
  package var data: DataTable {
    let names = result.variables.map(\.name)
    let taken = Set(names)
    let first = identifier?.name ?? "row"
    let outcome = ["time", "status"].map { taken.contains($0) ? "\(result.endpoint.name) \($0)" : $0 }
    return DataTable(
      name: "patients", keys: [taken.contains(first) ? "row number" : first] + names + outcome,
      rows: result.rows.numbers.indices.map { patient in
        [name(patient).map { .text($0) } ?? .empty]
          + zip(result.variables, columns).map { Self.value($1, of: $0, patient) } + self.outcome(patient)
      })
  }

  package var table: Table {
    let variables = result.variables.map { variable in
      let unit = variable.isNumeric ? variable.unit.map { ", \($0)" } ?? "" : ""
      return Table.Column(
        [variable.label + unit, words.shortLabel(variable.name)], isNumber: variable.kind == .number,
        .detail)
    }
    let outcome = [
      Table.Column([time, text.time.name], isNumber: true, .meaning), Table.Column(["status"], .meaning),
    ]
    return Table(
      caption: headline, rowHeading: rowHeading, columns: variables + outcome,
      rows: result.rows.numbers.indices.map { patient in
        let values = zip(result.variables, columns).map { $1.text(of: $0, patient) }
        let found = result.outcome(patient)
        let shown = found.map { NumberText.short(text.time.shown(result.endpoint.scale.time($0.time))) } ?? ""
        return Table.Row(
          [name(patient) ?? ""], (values + [shown, found.map(status) ?? ""]).map { .text($0) })
      }, footnotes: remarks.map(\.sentence) + [conventions])
  }

  package var columns: ArraySlice<RowColumn> { result.rows.columns.suffix(result.variables.count) }

  /// What the patients are called by, where they may be called so.
  package var identifier: Variable? { words.hidesIdentifiers ? nil : result.identifier }

  /// What stands above what the patients are called.
  package var rowHeading: String { identifier?.label ?? "row" }

  /// What the patient is called, or the place in the file, counted from 1; `nil` where the identifier is missing.
  package func name(_ patient: Int) -> String? {
    identifier == nil ? String(result.rows.numbers[patient] + 1) : result.identifier(patient)
  }

  private func outcome(_ patient: Int) -> [DataTable.Value] {
    guard let outcome = result.outcome(patient) else { return [.empty, .empty] }
    return [.number(result.endpoint.scale.time(outcome.time)), .text(status(outcome))]
  }

  private func status(_ outcome: Rows.Outcome) -> String {
    outcome.cause.map { result.endpoint.causes[$0] } ?? "censored"
  }

  private static func value(_ column: RowColumn, of variable: Variable, _ patient: Int) -> DataTable.Value {
    if case .numbers(let numbers) = column, variable.kind != .date {
      return DataTable.Value(numbers[patient])
    }
    let text = column.text(of: variable, patient)
    return text.isEmpty ? .empty : .text(text)
  }
}
