internal import Study

extension Fields {
  mutating func text(_ name: String) throws(JobError) -> String {
    guard let text = try optionalText(name) else { throw mistake(name, "is missing; expected a text") }
    return text
  }

  mutating func optionalText(_ name: String) throws(JobError) -> String? {
    switch take(name) {
    case nil: return nil
    case .text(let text)?: return text
    case let value?: throw mistake(name, "\(value) is no text; expected one in quotes")
    }
  }

  mutating func flag(_ name: String) throws(JobError) -> Bool {
    switch take(name) {
    case nil: return false
    case .bool(let flag)?: return flag
    case let value?: throw mistake(name, "\(value) is neither true nor false")
    }
  }

  mutating func optionalNumber(_ name: String) throws(JobError) -> Double? {
    switch take(name) {
    case nil: return nil
    case .number(let number)?: return number
    case let value?: throw mistake(name, "\(value) is no number")
    }
  }

  /// A number strictly between 0 and 1.
  mutating func proportion(_ name: String, default standard: Double) throws(JobError) -> Double {
    guard let number = try optionalNumber(name) else { return standard }
    guard number > 0, number < 1 else {
      throw mistake(name, "\(JSONText.digits(number)) is not between 0 and 1; expected one like \(standard)")
    }
    return number
  }

  mutating func numbers(_ name: String, default standard: [Double] = []) throws(JobError) -> [Double] {
    guard let elements = try optionalList(name) else { return standard }
    var numbers: [Double] = []
    for (index, element) in elements.enumerated() {
      guard case .number(let number) = element else {
        throw mistake("\(name)", at: index, "\(element) is no number")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// Codes of a status; a single one needs no list.
  ///
  /// - Parameter column: the status, where a code may be one of its texts; else codes are whole numbers.
  mutating func codes(_ name: String, textsOf column: ColumnValues? = nil) throws(JobError) -> [ListedCode]? {
    let elements: [JSONValue]
    switch take(name) {
    case nil: return nil
    case .number(let number)?: elements = [.number(number)]
    case .text(let text)? where column != nil: elements = [.text(text)]
    case .array(let list)?: elements = list
    case let value?: throw mistake(name, "\(value) is no list; expected status codes like [1]")
    }
    var codes: [ListedCode] = []
    for (index, element) in elements.enumerated() {
      if case .text(let text) = element, let column {
        guard column.texts.contains(text) else {
          let expected = Self.choice(column.levels)
          throw mistake(name, at: index, "\(element) is no value of the status; expected \(expected)")
        }
        codes.append(.text(text))
      } else if case .number(let number) = element, let code = Int(exactly: number) {
        codes.append(.number(code))
      } else {
        throw mistake(name, at: index, "\(element) is no status code; expected a whole number")
      }
    }
    return codes
  }

  mutating func texts(_ name: String) throws(JobError) -> [String]? {
    guard let elements = try optionalList(name) else { return nil }
    var texts: [String] = []
    for (index, element) in elements.enumerated() {
      guard case .text(let text) = element else {
        throw mistake(name, at: index, "\(element) is no text; expected one in quotes")
      }
      texts.append(text)
    }
    return texts
  }

  /// One of several words, each of which stands for a value.
  mutating func option<Option>(
    _ name: String, _ options: [(word: String, value: Option)], kind: String
  ) throws(JobError) -> Option? {
    guard let text = try optionalText(name) else { return nil }
    guard let option = options.first(where: { $0.word == text }) else {
      throw mistake(
        name, "\(QuotedText.escaped(text)) is no \(kind); expected \(Self.choice(options.map(\.word)))")
    }
    return option.value
  }

  /// A list of words out of several.
  mutating func options<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, default standard: [Choice] = [], kind: String
  ) throws(JobError) -> [Choice] {
    guard let texts = try texts(name) else { return standard }
    var choices: [Choice] = []
    for (index, text) in texts.enumerated() {
      guard let choice = Choice(rawValue: text) else {
        let words = Choice.allCases.map(\.rawValue)
        throw mistake(
          name, at: index, "\(QuotedText.escaped(text)) is no \(kind); expected \(Self.choice(words))")
      }
      choices.append(choice)
    }
    return choices
  }

  /// A mistake in an element of a list.
  func mistake(_ name: String, at index: Int, _ message: String) -> JobError {
    .mistake(file: file, path: "\(Self.path(path, name))[\(index)]", message: message)
  }

  private mutating func optionalList(_ name: String) throws(JobError) -> [JSONValue]? {
    switch take(name) {
    case nil: return nil
    case .array(let elements)?: return elements
    case let value?: throw mistake(name, "\(value) is no list; expected values in [ ]")
    }
  }
}
