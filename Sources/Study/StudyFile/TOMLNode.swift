import TOMLKit
import TOMLText

/// A value of a TOML document with its place.
struct TOMLNode {
  indirect enum Value {
    case string(String)
    case number(Double, isWhole: Bool)
    case bool(Bool)
    case array([TOMLNode])
    /// In the order of the file.
    case table([(key: String, node: TOMLNode)])
    /// A date or a time: nothing in a study file is one.
    case other(String)
  }

  let value: Value
  let keyPlace: Place
  let place: Place

  /// Reads a whole document.
  init(_ source: SourceText) throws(StudyError) {
    let text = String(decoding: source.bytes, as: UTF8.self)
    let start = Place(file: source.path, line: 1, column: 1)
    let outline = TOMLOutline(source.bytes)
    if let (place, what) = outline.refusal {
      throw .syntax(Place(place, in: source.path), message: what)
    }
    do {
      let root = try TOMLTable(string: text)
      self = Self.node(root, [], outline, parent: start)
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      throw .syntax(
        Place(file: source.path, line: max(1, begin.line), column: max(1, begin.column)),
        message: error.description)
    } catch {
      throw .syntax(start, message: "\(error)")
    }
  }

  private init(value: Value, keyPlace: Place, place: Place) {
    (self.value, self.keyPlace, self.place) = (value, keyPlace, place)
  }

  private static func node(
    _ value: any TOMLValueConvertible, _ path: [String], _ outline: TOMLOutline, parent: Place
  ) -> TOMLNode {
    let location = outline.locations[path]
    let place = location.map { Place($0.value, in: parent.file) } ?? parent
    let converted: Value
    switch value.type {
    case .string: converted = .string(value.string ?? "")
    case .int: converted = .number(Double(value.int ?? 0), isWhole: true)
    case .double: converted = .number(value.double ?? .nan, isWhole: false)
    case .bool: converted = .bool(value.bool ?? false)
    case .array:
      let elements = value.array.map(Array.init) ?? []
      converted = .array(
        elements.enumerated().map { node($1, path + [String($0)], outline, parent: place) })
    case .table:
      let table = value.table
      let keys = (table?.keys ?? []).sorted {
        (outline.locations[path + [$0]]?.order ?? .max) < (outline.locations[path + [$1]]?.order ?? .max)
      }
      converted = .table(
        keys.compactMap { key in
          table?[key].map { (key, node($0, path + [key], outline, parent: place)) }
        })
    default: converted = .other(value.debugDescription)
    }
    return TOMLNode(
      value: converted, keyPlace: location.map { Place($0.key, in: parent.file) } ?? parent, place: place)
  }

  /// The value as somebody would write it, for messages.
  var text: String {
    switch value {
    case .string(let text): text
    case .number(let number, let isWhole):
      isWhole ? Int64(exactly: number).map { String($0) } ?? String(number) : String(number)
    case .bool(let flag): String(flag)
    case .array(let elements): "[" + elements.map(\.text).joined(separator: ", ") + "]"
    case .table(let pairs): "{" + pairs.map(\.key).joined(separator: ", ") + "}"
    case .other(let text): text
    }
  }
}

extension Place {
  fileprivate init(_ position: TOMLOutline.Position, in file: String) {
    self.init(file: file, line: position.line, column: position.column)
  }
}
