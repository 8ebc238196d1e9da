extension Figure {
  /// What the height of a stacked figure is.
  package static let stackTitle = "share of patients"

  /// A sign of a drawing on paper that needs a word.
  package enum Sign: Hashable, Sendable {
    case censoring(isThinned: Bool), band, uncertainty, readingTime, names
    /// What lies upon each other, from below.
    case stack([String])
    /// The axis of shares begins above 0% or ends below 100%.
    case cutAxis(ClosedRange<Double>)
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
        case .stack(let names):
          Sentence.Part("from below: \(names.joined(separator: ", ")); together they are everybody", .meaning)
        case .cutAxis(let shares):
          Sentence.Part(
            "the axis goes from \(Self.label(share: shares.lowerBound)) to \(Self.label(share: shares.upperBound))",
            .meaning)
        case .names: Sentence.Part("not all names have room: see the tables", .meaning)
        }
      })
  }
}
