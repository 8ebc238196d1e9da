internal import Study
internal import SurvivalStatistics

/// A weight of the log-rank family with the word for it in keys.
struct NamedWeights: Sendable {
  let name: String
  let weights: LogRankWeights

  private static let plain: [(word: String, weights: LogRankWeights)] = [
    ("logrank", .logRank), ("gehan-breslow", .gehanBreslow), ("tarone-ware", .taroneWare),
    ("peto-peto", .petoPeto), ("modified-peto-peto", .modifiedPetoPeto),
  ]

  /// The weights that a field lists.
  static func list(_ field: String, _ fields: inout Fields) throws(JobError) -> [NamedWeights] {
    var list: [NamedWeights] = []
    for (index, name) in (try fields.texts(field) ?? ["logrank"]).enumerated() {
      guard let weights = weights(name) else {
        throw fields.mistake(
          field, at: index,
          "\(QuotedText.escaped(name)) is no weight; expected \(Fields.choice(plain.map(\.word) + ["fh(p,q)"]))"
        )
      }
      list.append(NamedWeights(name: name, weights: weights))
    }
    return list
  }

  private static func weights(_ name: String) -> LogRankWeights? {
    if let known = plain.first(where: { $0.word == name }) { return known.weights }
    guard name.hasPrefix("fh("), name.hasSuffix(")") else { return nil }
    let parts = name.dropFirst(3).dropLast().split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }
    guard parts.count == 2, let p = Double(parts[0]), let q = Double(parts[1]), p >= 0, q >= 0,
      p.isFinite, q.isFinite
    else { return nil }
    return .flemingHarrington(p: p, q: q)
  }
}
