import CohortModel

/// Takes the keys of one TOML table, and says which of them nobody asked for.
struct TableKeys {
  let node: TOMLNode
  /// What the table is called in messages: `endpoints.OS`.
  let name: String
  private let pairs: [(key: String, node: TOMLNode)]
  private var asked: [String] = []

  init(_ node: TOMLNode, name: String) throws(StudyError) {
    guard case .table(let pairs) = node.value else {
      throw .wrongValue(node.place, key: name, value: node.text, expected: "a table of keys")
    }
    (self.node, self.name, self.pairs) = (node, name, pairs)
  }

  /// The node of a key; asking for it makes the key known.
  mutating func take(_ key: String) -> TOMLNode? {
    asked.append(key)
    return pairs.first { $0.key == key }?.node
  }

  /// All pairs of a table whose keys are names that somebody chose.
  mutating func takeAll() -> [(key: String, node: TOMLNode)] {
    asked += pairs.map(\.key)
    return pairs
  }

  mutating func string(_ key: String) throws(StudyError) -> String? {
    guard let node = take(key) else { return nil }
    guard case .string(let text) = node.value else { throw wrong(node, key, "a text in quotes") }
    return text
  }

  /// A time from 0 on: a number in the recorded unit, or a text with the unit.
  mutating func time(_ key: String) throws(StudyError) -> TimePoint? {
    guard let node = take(key) else { return nil }
    switch node.value {
    case .number(let number, _) where number >= 0 && number.isFinite: return TimePoint(number, nil)
    case .string(let text):
      if let time = TimePoint(text, unit: nil), time.unit != nil { return time }
    default: break
    }
    throw wrong(node, key, "a time such as 24 in the recorded unit, or “24 months”")
  }

  /// When estimates are read, and the time of a landmark analysis.
  ///
  /// Files once called the first a landmark; what those say must not become another analysis without a word.
  mutating func readingTimes() throws(StudyError) -> (at: TimePoint?, landmark: TimePoint?) {
    let times = (at: try time("at"), landmark: try time("landmark"))
    if times.at == nil, let node = pairs.first(where: { $0.key == "landmark" })?.node {
      throw .landmarkAlone(node.keyPlace)
    }
    return times
  }

  /// A whole number within some bounds.
  mutating func whole(_ key: String, _ range: ClosedRange<Int>) throws(StudyError) -> Int? {
    guard let node = take(key) else { return nil }
    guard case .number(let number, _) = node.value, let whole = Int(exactly: number), range.contains(whole)
    else {
      throw wrong(node, key, "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return whole
  }

  mutating func bool(_ key: String) throws(StudyError) -> Bool? {
    guard let node = take(key) else { return nil }
    guard case .bool(let flag) = node.value else { throw wrong(node, key, "true or false") }
    return flag
  }

  /// A list of texts; numbers are taken as they are written.
  mutating func strings(_ key: String) throws(StudyError) -> [String]? {
    guard let node = take(key) else { return nil }
    guard case .array(let elements) = node.value else {
      throw wrong(node, key, "a list of texts in brackets")
    }
    var texts: [String] = []
    for element in elements {
      switch element.value {
      case .string, .number: texts.append(element.text)
      default: throw wrong(element, key, "a list of texts in brackets")
      }
    }
    return texts
  }

  /// A list of thresholds, each higher than the one before it; empty where the key is not there.
  mutating func cuts(_ key: String) throws(StudyError) -> [Double] {
    guard let node = take(key) else { return [] }
    let expected = "up to \(Arms.most - 1) increasing numbers in brackets, such as [4, 12]"
    guard case .array(let elements) = node.value else { throw wrong(node, key, expected) }
    var numbers: [Double] = []
    for element in elements {
      guard case .number(let number, _) = element.value, number.isFinite, number > numbers.last ?? -.infinity
      else { throw wrong(element, key, expected) }
      numbers.append(number)
    }
    guard !numbers.isEmpty, numbers.count < Arms.most else { throw wrong(node, key, expected) }
    return numbers
  }

  /// One of the cases of an enumeration.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _: Choice.Type
  ) throws(StudyError) -> Choice? where Choice.RawValue == String {
    guard let node = take(key) else { return nil }
    guard case .string(let text) = node.value, let choice = Choice(rawValue: text) else {
      throw wrong(node, key, "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  /// Warnings about keys that mean nothing here.
  var unknown: [Finding] {
    pairs.filter { !asked.contains($0.key) }.map { key, node in
      let nearest = NearestName.of(key, among: asked).map { "; did you mean \($0.quoted)?" } ?? ""
      let table = name.isEmpty ? "the file" : "[\(name)]"
      return Finding(
        .warning, message: "\(key.quoted) means nothing in \(table)\(nearest)", place: node.keyPlace)
    }
  }

  func wrong(_ node: TOMLNode, _ key: String, _ expected: String) -> StudyError {
    .wrongValue(node.place, key: key, value: node.text, expected: expected)
  }
}
