import Analysis
import CohortModel
import Report
import Session

extension Scenery {
  /// The patients that are listed, with no more columns than are shown, or why there can be none.
  func patients(_ ask: Scene.Ask, _ curves: Curves, _ words: VariableWords) async throws -> Scene.Content {
    let schema = analyst.schema
    var names =
      ask.display.patientColumns
      ?? PatientsScene.usualColumns(ask.question.arms?.variable, in: schema)
    // What the patients are sorted by is seen.
    if case .variable(let name) = ask.display.patientOrder.key, !names.contains(name) {
      names.insert(name, at: 0)
    }
    guard let list = try await analyst.patients(ask.question, variables: names) else {
      return .noPatients(because: PatientsReport.noPatients)
    }
    var listed = PatientsScene.Listed(list: list, rows: [], narrowing: nil)
    var rows: [Int]?
    if let time = ask.listing.step {
      let report = CurvesReport(curves, words: words, unit: ask.unit)
      if let step = report.step(at: time.value(in: curves.endpoint.scale.unit)) {
        rows = list.rows(withEventAt: step.time, causes: step.causes)
        listed.narrowing = step.sentence
      }
    }
    if !ask.listing.search.isEmpty {
      let found = try PatientSearch(ask.listing.search, hidesIdentifiers: words.hidesIdentifiers)
        .rows(of: list, among: rows)
      rows = found
      listed.narrowing = PatientSearch.sentence(ask.listing.search, found.count)
    }
    try Task.checkCancellation()
    listed.rows = list.rows(rows, by: ask.display.patientOrder)
    if let number = ask.listing.card, let card = try await analyst.card(ofPatient: number) {
      (listed.card, listed.findings) = (card, study.findings(number))
    }
    return .patients(listed)
  }
}
