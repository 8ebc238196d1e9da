extension Figure {
  /// A sign of a drawing on paper that needs a word.
  package enum Sign: Hashable, Sendable {
    case censoring(isThinned: Bool), band, uncertainty, readingTime, names
  }

  /// What the signs of a drawing mean, in the order given.
  package func legend(_ signs: [Sign]) -> Sentence {
    Sentence(
      signs.map { sign in
        switch sign {
        case .censoring(false): Sentence.Part("upright tick: censored", .meaning)
        case .censoring(true): Sentence.Part("upright tick: censored, not all are drawn", .meaning)
        case .band: Sentence.Part("shaded: 95% CI", .meaning)
        case .uncertainty: Sentence.Part("thin line: few at risk", .meaning)
        case .readingTime:
          Sentence.Part(
            "dotted line: \(readingTime.map { "\(NumberText.short($0, decimals: 4)) \(unit)" } ?? "")",
            .meaning)
        case .names: Sentence.Part("names: see the tables", .meaning)
        }
      })
  }
}
