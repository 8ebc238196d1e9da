/// Where each key and value of a TOML document stands.
///
/// The parser that decides what a document means keeps no positions and sorts its keys; this reading finds them, so
/// that an error can name its line and column and endpoints keep the order in which somebody wrote them. What is no
/// TOML it leaves to the parser to complain of, and reads no further, but for three things: a header without a key and
/// a list with a brace in it, which end the program in the parser; tables and lists deeper than anybody writes them,
/// which it follows down the stack; and a text without quotes, of which it does not say what is missing.
package struct TOMLOutline: Sendable {
  /// Lines and characters are counted from 1.
  package struct Position: Equatable, Sendable {
    package var line: Int
    package var column: Int
  }

  package struct Location: Equatable, Sendable {
    package var key: Position
    package var value: Position
    /// Where the key stands among all keys of the document.
    package var order: Int
  }

  /// The locations by path; elements of arrays count from 0.
  package private(set) var locations: [[String]: Location] = [:]
  /// Why the parser must not see the document, and from where on nothing was read.
  package private(set) var refusal: (place: Position, what: String)?

  /// The most bytes of a document, the most tables and lists inside each other, and the most bytes of a key.
  private static let (most, deepest, longestKey) = (1 << 20, 50, 1000)

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  /// How many characters of the line were counted, and up to which byte.
  private var counted = (characters: 0, end: 0)
  /// How many tables each array of tables has so far.
  private var tableCounts: [[String]: Int] = [:]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count <= Self.most else {
      refuse("there are \(bytes.count) bytes; expected at most \(Self.most)")
      return
    }
    var prefix: [String] = []
    skip(lines: true)
    while position < bytes.count {
      if at("[") { prefix = header() } else { pair(in: prefix) }
      skip(lines: true)
    }
  }

  /// The line of a key, or of the closest table around it that has one; 1 where there is none.
  package func line(of path: [String]) -> Int {
    var path = path
    while !path.isEmpty {
      if let location = locations[path] { return location.key.line }
      path.removeLast()
    }
    return 1
  }

  /// The present place; no byte of a line is counted twice.
  private mutating func here() -> Position {
    let end = min(position, bytes.count)
    counted.characters += String(decoding: bytes[counted.end..<end], as: UTF8.self).count
    counted.end = end
    return Position(line: line, column: counted.characters + 1)
  }

  private func at(_ character: Unicode.Scalar) -> Bool {
    position < bytes.count && bytes[position] == UInt8(ascii: character)
  }

  private mutating func advance() {
    guard position < bytes.count else { return }
    if at("\n") { (line, counted) = (line + 1, (0, position + 1)) }
    position += 1
  }

  /// Passes over blanks, and over line breaks and comments too.
  private mutating func skip(lines: Bool) {
    while position < bytes.count {
      if at(" ") || at("\t") || (lines && (at("\n") || at("\r"))) {
        advance()
      } else if lines, at("#") {
        while position < bytes.count, !at("\n") { advance() }
      } else {
        return
      }
    }
  }

  /// Reads no further.
  private mutating func stop() { position = bytes.count }

  /// Notes why, and reads no further.
  private mutating func refuse(_ what: String) {
    if refusal == nil { refusal = (here(), what) }
    stop()
  }

  private mutating func record(_ path: [String], key: Position, value: Position) {
    guard locations[path] == nil else { return }
    locations[path] = Location(key: key, value: value, order: locations.count)
  }

  /// Reads `[a.b]` or `[[a.b]]` and gives the path of the table that begins.
  private mutating func header() -> [String] {
    advance()
    let isArray = at("[")
    if isArray { advance() }
    skip(lines: false)
    let place = here()
    let names = key()
    if names.isEmpty { refuse("a key was expected here") }
    for _ in 0..<(isArray ? 2 : 1) {
      if at("]") { advance() } else { stop() }
    }
    var path: [String] = []
    for (index, name) in names.enumerated() {
      path.append(name)
      record(path, key: place, value: place)
      if isArray, index == names.count - 1 {
        tableCounts[path, default: 0] += 1
      }
      if let count = tableCounts[path] {
        path.append(String(count - 1))
        record(path, key: place, value: place)
      }
    }
    return path
  }

  private mutating func pair(in prefix: [String]) {
    let place = here()
    let names = key()
    guard !names.isEmpty, at("=") else { return stop() }
    advance()
    skip(lines: false)
    var path = prefix
    let start = here()
    for name in names {
      path.append(name)
      record(path, key: place, value: start)
    }
    value(path)
  }

  /// A key of one or more parts with dots between them, and the blanks behind it; empty where there is none.
  private mutating func key() -> [String] {
    var names: [String] = []
    repeat {
      if !names.isEmpty { advance() }
      skip(lines: false)
      let start = position
      if at("\"") || at("'") {
        names.append(string())
      } else {
        while position < bytes.count, Self.isBare(bytes[position]) { advance() }
        names.append(String(decoding: bytes[start..<position], as: UTF8.self))
      }
      if position == start { return [] }
      let length = position - start
      skip(lines: false)
      if names.count > Self.deepest { refuseDepth() }
      if length > Self.longestKey { refuse("a key of \(length) bytes; expected at most \(Self.longestKey)") }
    } while at(".")
    return names
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private mutating func refuseDepth() {
    refuse("more than \(Self.deepest) tables and lists inside each other; expected fewer")
  }

  private mutating func value(_ path: [String]) {
    guard path.count <= Self.deepest else { return refuseDepth() }
    if at("\"") || at("'") {
      _ = string()
    } else if at("[") {
      list(path)
    } else if at("{") {
      inlineTable(path)
    } else {
      scalar()
    }
  }

  /// A value without quotes, up to where a value ends.
  private mutating func scalar() {
    let end = bytes[position...].firstIndex { ",]}#\r\n".utf8.contains($0) } ?? bytes.count
    let rest = bytes[position..<end].reversed().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let text = String(decoding: rest.reversed(), as: UTF8.self)
    let isWord = text.first?.isLetter ?? true
    guard !isWord || ["true", "false", "inf", "nan"].contains(text) else {
      return refuse("a value was expected here: a text in quotes, a number, true, false or a date")
    }
    position = end
  }

  private mutating func list(_ path: [String]) {
    advance()
    var index = 0
    skip(lines: true)
    while position < bytes.count, !at("]") {
      let (place, path) = (here(), path + [String(index)])
      record(path, key: place, value: place)
      value(path)
      index += 1
      separate(before: "]")
    }
    advance()
  }

  private mutating func inlineTable(_ path: [String]) {
    advance()
    skip(lines: true)
    while position < bytes.count, !at("}") {
      pair(in: path)
      separate(before: "}")
    }
    advance()
  }

  /// Passes over the comma after an element, or stays at the bracket that ends them.
  private mutating func separate(before close: Unicode.Scalar) {
    skip(lines: true)
    if at(",") {
      advance()
      skip(lines: true)
    } else if !at(close) {
      stop()
    }
  }

  /// Passes over a string of any of the four kinds; the text is that of a key, where escapes are rare.
  private mutating func string() -> String {
    let quote = bytes[position]
    let isLong = bytes[position...].starts(with: [quote, quote, quote])
    let marks = [UInt8](repeating: quote, count: isLong ? 3 : 1)
    for _ in marks { advance() }
    let start = position
    while position < bytes.count, !bytes[position...].starts(with: marks) {
      if !isLong, at("\n") {
        stop()
        return ""
      }
      if at("\\"), quote == UInt8(ascii: "\"") { advance() }
      advance()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    for _ in marks { advance() }
    // Of more than three quotes at its end, up to two belong to a long text.
    for _ in 0..<(isLong ? 2 : 0) where position < bytes.count && bytes[position] == quote { advance() }
    return text.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
  }
}
