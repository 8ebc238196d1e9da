/// Compares answers with R's within the tolerance that the kind of quantity allows.
struct ReferenceComparison {
  private(set) var compared = 0
  private(set) var misses: [String] = []

  private let isIterative: Bool
  private let reference: ReferenceResults.Analysis

  /// Every value of the reference must be answered; a value left out is a miss, one more is not.
  init(_ reference: ReferenceResults.Analysis, answers: ReferenceResults.Analysis?) {
    isIterative = reference.type == "cox" || reference.type == "fine_gray"
    self.reference = reference
    compare("status", reference.status, answers?.status)
    compare("n", Self.count(reference.n) ?? .null, Self.count(answers?.n))
    compare("n_missing", Self.count(reference.missingCount) ?? .null, Self.count(answers?.missingCount))
    for (key, value) in reference.values.sorted(by: { $0.key < $1.key }) {
      compare(key, value, answers?.values[key])
    }
  }

  private static func count(_ count: Int?) -> ReferenceValue? { count.map { .number(Double($0)) } }

  private mutating func compare(_ key: String, _ expected: ReferenceValue, _ answer: ReferenceValue?) {
    if case .array(let elements) = expected {
      guard case .array(let answers)? = answer, answers.count == elements.count else {
        compared += elements.count
        misses.append("\(reference.id)/\(key): \(elements.count) values expected, got \(Self.text(answer))")
        return
      }
      for index in elements.indices { compare("\(key)[\(index)]", elements[index], answers[index]) }
      return
    }
    compared += 1
    if !matches(key, expected, answer) {
      misses.append("\(reference.id)/\(key): expected \(expected), got \(Self.text(answer))")
    }
  }

  private static func text(_ answer: ReferenceValue?) -> String { answer.map { "\($0)" } ?? "nothing" }

  private func matches(_ key: String, _ expected: ReferenceValue, _ answer: ReferenceValue?) -> Bool {
    switch (expected, answer) {
    case (.anyOf(let options), _): options.contains { matches(key, $0, answer) }
    case (.not(let word), .text(let text)?): text != word
    case (.within(.null, _, _), _), (.null, _): answer == .null
    case (.within(.number(let number), let relative, let absolute), .number(let found)?):
      Self.isClose(found, number, relative, absolute)
    case (.text(let word), .text(let text)?): text == word
    case (.number(let number), .number(let found)?):
      Self.isClose(found, number, tolerance(key).relative, tolerance(key).absolute)
    default: false
    }
  }

  private static func isClose(_ a: Double, _ b: Double, _ relative: Double, _ absolute: Double) -> Bool {
    a == b || (a.isFinite && (a - b).magnitude <= max(relative * b.magnitude, absolute))
  }
}

extension ReferenceComparison {
  private static let exact: Set<Substring> = [
    "n", "n_missing", "events", "n_risk", "cum_events", "cum_censored", "df", "n_cutpoints", "n_low",
    "n_high",
    "count", "missing", "curve.n_risk", "curve.n_event", "curve.n_censor",
  ]

  private func tolerance(_ key: String) -> (relative: Double, absolute: Double) {
    let path = key.prefix { $0 != "@" }
    let name = path.split(separator: "/").last ?? path
    let base = name.prefix { $0 != "[" }
    if Self.exact.contains(base) { return (0, 0) }
    if base == "p" || base.hasSuffix("_p") { return (1e-6, 1e-14) }
    if isIterative { return iterativeTolerance(key, base) }
    if base.hasPrefix("quantile") || base.hasPrefix("followup") || base == "curve.time" { return (1e-8, 0) }
    switch base {
    case "rmst", "cutpoint", "mean", "median", "q1", "q3", "min", "max": return (1e-8, 0)
    case "rmst_se":
      return (1e-8, 1e-12 * (key.split(separator: "@").last.flatMap { Double($0) } ?? 0).magnitude)
    case "chisq", "statistic", "observed", "expected", "H", "W": return (1e-8, 1e-10)
    default: return (1e-8, 1e-12)
    }
  }

  private func iterativeTolerance(_ key: String, _ base: Substring) -> (relative: Double, absolute: Double) {
    switch base {
    case "coef":
      // An optimiser finds a coefficient to a fraction of its standard error.
      guard case .number(let error)? = reference.values[key.dropLast(4) + "se"] else { return (1e-6, 1e-9) }
      return (1e-6, 1e-7 * error)
    case "z": return (1e-6, 1e-7)
    case "loglik", "loglik_null": return (1e-8, 1e-8)
    default: return base.hasSuffix("chisq") ? (1e-6, 1e-8) : (1e-6, 1e-12)
    }
  }
}
