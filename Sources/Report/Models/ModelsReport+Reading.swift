package import Analysis
import CohortModel
import SurvivalStatistics

extension ModelsReport {
  /// A result read aloud: `at the same age, the hazard of relapse or death in CR2 is 3.6 times that in CR1; anything from
  /// half to 27 times is compatible with these 78 patients`.
  ///
  /// - Parameters:
  ///   - variable: the name of the term's variable; where it is no term, the first term is read.
  ///   - kind: the model; `nil` for the first.
  /// - Returns: `nil` where there is no ratio, or where it depends on a number that interacts with the variable.
  package func reading(of variable: String?, in kind: RegressionKind? = nil) -> String? {
    guard let fit = models.fits.first(where: { $0.kind == kind }) ?? models.fits.first else { return nil }
    let mains = fit.terms.filter { $0.partner == nil }
    guard let term = mains.first(where: { $0.variable.name == variable }) ?? mains.first,
      let row = term.rows.filter({ $0.adjusted != nil }).max(by: { $0.eventCount < $1.eventCount }),
      let ratio = row.adjusted, let condition = condition(for: term, in: fit)
    else { return nil }
    let hazard = hazard(fit.kind)
    let times = Self.times(ratio.hazardRatio)
    let first: String
    if row.level != nil, let reference = term.rows.first(where: \.isReference) {
      first = "\(hazard) \(at(row, term)) is \(times) that \(at(reference, term))"
    } else {
      first = "\(hazard) is \(times) as high for \(more(row, term))"
    }
    return "\(condition)\(first); \(range(ratio.interval, fit.patientCount))".capitalizedFirst
  }

  /// `at the same age and the same donor, `; `nil` where an interaction with a number makes the ratio that at zero.
  private func condition(for term: RegressionFit.Term, in fit: RegressionFit) -> String? {
    var partners: [String: String] = [:]
    for interaction in fit.terms {
      guard let partner = interaction.partner else { continue }
      let both = [interaction.variable.name, partner.name]
      guard both.contains(term.variable.name) else { continue }
      guard
        let other = fit.terms.first(where: {
          $0.partner == nil && both.contains($0.variable.name) && $0 != term
        }),
        let reference = other.rows.first(where: \.isReference)
      else { return nil }
      partners[other.variable.name] = name(reference, of: other)
    }
    let others = fit.terms.filter { $0.partner == nil && $0 != term }
    let same =
      others.filter { partners[$0.variable.name] == nil }.map { label($0.variable) }
      + fit.strata.map(label)
    let among = partners.isEmpty ? "" : "among \(partners.values.sorted().formatted), "
    return among + (same.isEmpty ? "" : "at the same \(same.formatted), ")
  }

  private func label(_ variable: Variable) -> String {
    let label = words.shortLabel(variable.name)
    // `Age` is no name in the middle of a sentence; `MRD` is.
    let isWord = label.dropFirst().first.map { $0.isLowercase } ?? false
    return isWord ? label.prefix(1).lowercased() + label.dropFirst() : label
  }

  private func hazard(_ kind: RegressionKind) -> String {
    let event = endpoint.eventName(cause: models.cause)
    return switch kind {
    case .cox: "the hazard of \(event)"
    case .fineGray: "the subdistribution hazard of \(event)"
    case .causeSpecific: "the cause-specific hazard of \(event)"
    }
  }

  private func at(_ row: RegressionFit.Row, _ term: RegressionFit.Term) -> String {
    guard let level = row.level, case .levels = term.term.coding else { return "with \(name(row, of: term))" }
    let alone = !words.isNondescript(term.variable)
    return alone ? "in \(level)" : "with \(words.shortLabel(term.variable.name)): \(level)"
  }

  /// `each 10 years more of age`.
  private func more(_ row: RegressionFit.Row, _ term: RegressionFit.Term) -> String {
    if term.term.coding == .logarithm { return "2.7 times as much of \(label(term.variable))" }
    let step = rowName(row, of: term).dropFirst("per ".count)
    return "each \(step) more of \(label(term.variable))"
  }

  private func range(_ interval: ConfidenceInterval, _ patients: Int) -> String {
    let (low, high) = (Self.times(interval.lower), Self.times(interval.upper))
    let with = "is compatible with these \(NumberText.count(patients)) patients"
    guard interval.upper.isFinite else { return "anything from \(low) upwards \(with)" }
    // `0.50 times to twice`, but `half to 27 times`.
    let short =
      low.hasSuffix(" times") && high.hasSuffix(" times") ? String(low.dropLast(" times".count)) : low
    return "anything from \(short) to \(high) \(with)"
  }

  private static func times(_ ratio: Double) -> String {
    switch ratio {
    case 0.45..<0.55: "half"
    case 1.95..<2.05: "twice"
    case ..<0.001: "0 times"
    case 9.95...: "\(NumberText.count(Int(min(ratio, 1e6).rounded()))) times"
    case 2...: "\(NumberText.fixed(ratio, 1)) times"
    default: "\(NumberText.fixed(ratio, 2)) times"
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
