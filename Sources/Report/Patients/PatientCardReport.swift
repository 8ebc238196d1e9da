package import Analysis
package import CohortModel

/// One patient's card: all values under their labels, and how each endpoint reads the patient.
package struct PatientCardReport: Sendable {
  package let card: PatientCard
  private let question: Question
  private let words: VariableWords
  private let unit: TimeUnit?

  /// - Parameters:
  ///   - question: whose window and cause decide what counts.
  ///   - unit: in which times are shown.
  package init(_ card: PatientCard, _ question: Question, words: VariableWords, unit: TimeUnit?) {
    (self.card, self.question, self.words, self.unit) = (card, question, words, unit)
  }

  /// What the patient is called; the place in the file where that must do.
  package var name: String {
    let row = "row \(card.number + 1)"
    guard !words.hidesIdentifiers else { return row }
    let known = card.identifiers.compactMap { $0 }.filter { !$0.isEmpty }
    return known.isEmpty ? row : known.joined(separator: ", ") + ", " + row
  }

  /// Each endpoint's name, and how it reads the patient.
  package var readings: [(endpoint: String, text: String)] {
    zip(card.endpoints, card.outcomes).map { endpoint, outcome in
      (endpoint.name, OutcomeText(endpoint, unit: unit).text(outcome, in: question))
    }
  }

  /// Labels and values in the order of the study; what is not known says so.
  package var values: [(label: String, value: String, isUnknown: Bool)] {
    card.variables.indices.compactMap { index in
      let variable = card.variables[index]
      guard variable.kind != .identifier else { return nil }
      let value = card.text(index)
      guard !value.isEmpty else { return (variable.label, FilterText.unknown, true) }
      return (variable.label, value + (variable.isNumeric ? words.unit(of: variable) : ""), false)
    }
  }

  /// Whether a text names the patient, which nobody is to know.
  package func isHidden(_ text: String) -> Bool {
    words.hidesIdentifiers
      && card.identifiers.contains { $0.map { !$0.isEmpty && text.contains($0) } ?? false }
  }
}
