/// The order in which a reader expects the values of a categorical column.
struct LevelOrder {
  /// The values in their order.
  let levels: [String]
  /// Whether the order means more than “sorted”: grades, stages, groups of a measurement.
  let isOrdered: Bool

  /// Finds the order of the values of a column.
  ///
  /// Scales known by their words come first (none, mild, …), then intervals by their lower bounds (`0-3`, `>12`),
  /// numbered stages (`CR1`, `III`), and else the order of text with numbers in it taken as numbers.
  init(_ values: [String]) {
    if let ranks = Self.scaleRanks(values) ?? Self.intervalRanks(values) ?? Self.stageRanks(values),
      values.count > 1
    {
      let order = values.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
      levels = order.map { values[$0] }
      isOrdered = true
    } else {
      levels = values.sorted(by: Self.precedes)
      isOrdered = false
    }
  }

  private static let scales: [[[String]]] = [
    [
      ["none", "no", "absent", "keine", "ninguno", "ninguna", "aucun", "nessuno", "0"],
      ["minimal", "trace", "very mild"], ["mild", "leicht", "leve", "léger", "lieve", "limited"],
      ["moderate", "mittel", "moderado", "moderada", "modéré", "moderato"],
      ["severe", "schwer", "grave", "sévère", "extensive"],
      ["very severe", "life-threatening", "life threatening"], ["fatal"],
    ],
    [
      ["very low", "very_low"],
      ["low", "niedrig", "bajo", "baja", "faible", "basso", "favorable", "favourable", "good"],
      ["low-intermediate", "intermediate-low", "low intermediate", "intermediate-1"],
      ["intermediate", "medium", "standard", "mittel", "intermedio", "intermédiaire", "normal", "average"],
      ["high-intermediate", "intermediate-high", "high intermediate", "intermediate-2"],
      ["high", "hoch", "alto", "alta", "élevé", "adverse", "unfavorable", "unfavourable", "poor"],
      ["very high", "very_high", "very poor"],
    ],
    [["never"], ["former", "ex", "past"], ["current", "active"]],
    [
      ["well", "well differentiated"], ["moderately", "moderately differentiated"],
      ["poorly", "poorly differentiated"],
      ["undifferentiated"],
    ],
    [["local", "localized", "localised"], ["regional"], ["distant", "metastatic"]],
    [["negative", "neg", "-", "negativ", "negativo"], ["positive", "pos", "+", "positiv", "positivo"]],
    [
      ["cr", "complete response"], ["pr", "partial response"], ["sd", "stable disease"],
      ["pd", "progressive disease"],
    ],
  ]

  private static func scaleRanks(_ values: [String]) -> [Int]? {
    let words = values.map { $0.lowercased() }
    for scale in scales {
      let rank = Dictionary(
        scale.enumerated().flatMap { rank, names in names.map { ($0, rank) } },
        uniquingKeysWith: { first, _ in first })
      let ranks = words.compactMap { rank[$0] }
      if ranks.count == words.count, Set(ranks).count == ranks.count { return ranks }
    }
    return nil
  }

  /// Ranks of `<40`, `40-59`, `60–79`, `80+`; single numbers may stand among them.
  private static func intervalRanks(_ values: [String]) -> [Int]? {
    let bounds = values.compactMap { NumberInterval($0) }
    guard bounds.count == values.count, bounds.contains(where: { !$0.isPoint }) else { return nil }
    let order = bounds.indices.sorted { bounds[$0] < bounds[$1] }
    return ranks(order)
  }

  /// Ranks of `CR1`, `CR2`; `grade 1`, `grade 2`; `I`, `IIa`, `IV`; `T1`, `T2`.
  private static func stageRanks(_ values: [String]) -> [Int]? {
    let stages = values.compactMap { StageName($0) }
    guard stages.count == values.count, Set(stages.map(\.prefix)).count == 1, stages[0].isScale else {
      return nil
    }
    let order = stages.indices.sorted { stages[$0] < stages[$1] }
    return ranks(order)
  }

  private static func ranks(_ order: [Int]) -> [Int] {
    var ranks = order
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
  }

  /// Text order in which runs of digits compare as numbers, and letter case decides last.
  static func precedes(_ a: String, _ b: String) -> Bool {
    let (left, right) = (runs(a.lowercased()), runs(b.lowercased()))
    for (x, y) in zip(left, right) where x != y {
      if let m = Int(x), let n = Int(y), m != n { return m < n }
      return x < y
    }
    return left.count == right.count ? a < b : left.count < right.count
  }

  private static func runs(_ text: String) -> [String] {
    var (runs, lastIsDigit) = ([String](), false)
    for character in text {
      let isDigit = ("0"..."9").contains(character)
      if let last = runs.indices.last, isDigit == lastIsDigit {
        runs[last].append(character)
      } else {
        runs.append(String(character))
      }
      lastIsDigit = isDigit
    }
    return runs
  }
}
