/// A figure of the paper beside the same figure of the synthetic cohort.
package struct Comparison: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case count, overall, subgroup, limit, pValue, time

    /// How far the cohort's figure may be off and still count as reproduced.
    package var tolerance: Double {
      switch self {
      case .count: 0
      case .overall: 0.005
      case .subgroup: 0.01
      case .limit: 0.015
      case .pValue: 0.05
      case .time: 0.25
      }
    }

    package var title: String {
      switch self {
      case .count: "counts"
      case .overall: "probabilities of everybody"
      case .subgroup: "probabilities of subgroups"
      case .limit: "confidence limits"
      case .pValue: "P values"
      case .time: "medians, quartiles and ranges"
      }
    }
  }

  /// Where it is printed: `Table 2: Recipient sex / Male`.
  package var place: String
  /// What it is: `CIR CI low`.
  package var what: String
  package var kind: Kind
  package var printed: Double
  package var reproduced: Double
  /// Whether the paper itself prints something that this figure cannot go with.
  package var isContradicted: Bool

  package var deviation: Double { reproduced - printed }

  /// The deviation in tolerances; of counts, any at all is the worst.
  package var excess: Double {
    let size = (deviation.magnitude * 1e6).rounded() / 1e6
    return kind == .count ? (size == 0 ? 0 : .infinity) : size / kind.tolerance
  }

  /// Whether the figure is within its tolerance, and a P value on the same side of .05.
  package var isReproduced: Bool {
    let isOnItsSide = kind != .pValue || printed == 0.05 || (printed < 0.05) == (reproduced < 0.05)
    return excess <= 1 && isOnItsSide
  }
}
