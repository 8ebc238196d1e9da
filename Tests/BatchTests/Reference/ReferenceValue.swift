/// One number of R's, or a rule saying which answers are right.
indirect enum ReferenceValue: Decodable, Equatable, Sendable {
  case null
  case number(Double)
  case text(String)
  case array([ReferenceValue])
  case anyOf([ReferenceValue])
  case within(value: ReferenceValue, relative: Double, absolute: Double)
  case not(String)

  private enum Key: String, CodingKey { case anyOf = "any_of", not, value, rel, abs }

  init(from decoder: any Decoder) throws {
    if let keyed = try? decoder.container(keyedBy: Key.self) {
      if let options = try keyed.decodeIfPresent([ReferenceValue].self, forKey: .anyOf) {
        self = .anyOf(options)
      } else if let word = try keyed.decodeIfPresent(String.self, forKey: .not) {
        self = .not(word)
      } else {
        self = .within(
          value: try keyed.decode(ReferenceValue.self, forKey: .value),
          relative: try keyed.decodeIfPresent(Double.self, forKey: .rel) ?? 0,
          absolute: try keyed.decodeIfPresent(Double.self, forKey: .abs) ?? 0)
      }
      return
    }
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .null
    } else if let number = try? single.decode(Double.self) {
      self = .number(number)
    } else if let text = try? single.decode(String.self) {
      self =
        switch text {
        case "inf": .number(.infinity)
        case "-inf": .number(-.infinity)
        default: .text(text)
        }
    } else {
      self = .array(try single.decode([ReferenceValue].self))
    }
  }
}
