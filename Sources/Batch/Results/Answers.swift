/// What is found for one question, in the order in which it is found.
struct Answers: Equatable, Sendable {
  private(set) var status = AnalysisStatus.ok
  /// Why the status is not `ok`.
  private(set) var reason: String?
  let n: Int?
  let missingCount: Int?
  private(set) var keys: [String] = []
  private(set) var values: [String: ResultValue] = [:]

  init(n: Int, missingCount: Int) { (self.n, self.missingCount) = (n, missingCount) }

  init(_ refusal: Refusal) {
    (status, reason, n, missingCount) = (refusal.status, refusal.reason, refusal.n, refusal.missingCount)
  }

  /// Says that the question has no answer for these data, or not a whole one.
  mutating func refuse(_ status: AnalysisStatus, _ reason: String) {
    (self.status, self.reason) = (status, reason)
  }

  mutating func set(_ key: String, _ value: ResultValue) {
    if values.updateValue(value, forKey: key) == nil { keys.append(key) }
  }

  mutating func set(_ key: String, _ value: Double?) { set(key, ResultValue(value)) }
  mutating func set(_ key: String, _ value: Int) { set(key, ResultValue(value)) }
  mutating func set(_ key: String, _ values: [Double?]) { set(key, .array(values.map { ResultValue($0) })) }
  mutating func set(_ key: String, _ values: [Int]) { set(key, .array(values.map { ResultValue($0) })) }

  /// How the keys of a group begin: `all/` without a variable, else `VARIABLE=LEVEL/`.
  static func part(_ level: String, of variable: String?) -> String {
    variable.map { "\($0)=\(level)/" } ?? "all/"
  }

  /// A number as it stands in a key, such as `surv@90.5`.
  static func label(_ number: Double) -> String { JSONText.digits(number) }
}
