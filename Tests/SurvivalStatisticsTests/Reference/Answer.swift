import Foundation

/// A value computed by the library, under the name R's value has.
enum Answer: Equatable, Sendable {
  case null
  case number(Double)
  case text(String)
  case array([Answer])

  init(_ value: Double?) { self = value.map { .number($0) } ?? .null }
  init(_ value: Int?) { self = value.map { .number(Double($0)) } ?? .null }
}

/// What the library says to one analysis.
struct AnswerSheet: Sendable {
  var status = "ok"
  var n: Int
  var nMissing: Int
  var values: [String: Answer] = [:]

  init(n: Int, nMissing: Int) { (self.n, self.nMissing) = (n, nMissing) }

  subscript(key: String) -> Answer? {
    get { values[key] }
    set { values[key] = newValue }
  }

  mutating func set(_ key: String, _ value: Double?) { values[key] = Answer(value) }
  mutating func set(_ key: String, _ value: Int?) { values[key] = Answer(value) }
  mutating func set(_ key: String, _ values: [Double?]) {
    self.values[key] = .array(values.map { Answer($0) })
  }
  mutating func set(_ key: String, _ values: [Int]) { self.values[key] = .array(values.map { Answer($0) }) }
}

/// A number as it stands in the name of a value.
func label(_ number: Double) -> String { String(format: "%.15g", number) }
