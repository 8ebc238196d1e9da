/// Compares answers with R's within the tolerance that the kind of quantity allows.
struct ReferenceComparison {
  private(set) var compared = 0
  private(set) var misses: [String] = []

  private let isIterative: Bool
  private let reference: ReferenceResults.Analysis

  /// Every value of the reference must be answered; a value left out is a miss.
  init(type: String, reference: ReferenceResults.Analysis, answers: AnswerSheet) {
    isIterative = type == "cox" || type == "fine_gray"
    self.reference = reference
    compare("status", reference.status, .text(answers.status))
    compare("n", .number(Double(reference.n)), Answer(answers.n))
    compare("n_missing", .number(Double(reference.nMissing)), Answer(answers.nMissing))
    for (key, value) in reference.values.sorted(by: { $0.key < $1.key }) {
      compare(key, value, answers[key])
    }
  }

  private mutating func compare(_ key: String, _ expected: ReferenceValue, _ answer: Answer?) {
    if case .array(let elements) = expected {
      guard case .array(let answers)? = answer, answers.count == elements.count else {
        compared += elements.count
        misses.append("\(key): \(elements.count) values expected, got \(String(describing: answer))")
        return
      }
      for index in elements.indices { compare("\(key)[\(index)]", elements[index], answers[index]) }
      return
    }
    compared += 1
    if !matches(key, expected, answer) {
      misses.append("\(key): expected \(expected), got \(answer.map { "\($0)" } ?? "nothing")")
    }
  }

  private func matches(_ key: String, _ expected: ReferenceValue, _ answer: Answer?) -> Bool {
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
      return (1e-8, 1e-12 * (key.split(separator: "@").last.flatMap { Double($0) } ?? 0))
    case "chisq", "statistic", "observed", "expected", "H", "W": return (1e-8, 1e-10)
    default: return (1e-8, 1e-12)
    }
  }

  private func iterativeTolerance(_ key: String, _ base: Substring) -> (relative: Double, absolute: Double) {
    switch base {
    case "coef":
      guard case .number(let error)? = reference.values[key.dropLast(4) + "se"] else { return (1e-6, 1e-9) }
      return (1e-6, 1e-7 * error)
    case "z": return (1e-6, 1e-7)
    case "loglik", "loglik_null": return (1e-8, 1e-8)
    default: return base.hasSuffix("chisq") ? (1e-6, 1e-8) : (1e-6, 1e-12)
    }
  }
}
