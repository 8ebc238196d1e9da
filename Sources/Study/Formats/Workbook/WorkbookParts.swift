/// The parts that a part of the workbook names by identifiers.
final class Relationships: XMLHandler {
  struct Target {
    let path: String
    /// The last word of its type: `worksheet`, `styles`, `sharedStrings`.
    let type: String
  }

  private(set) var targets: [String: Target] = [:]
  private let folder: String

  /// - Parameter folder: the folder of the part, with a slash at its end, against which paths are resolved.
  init(folder: String) { self.folder = folder }

  func start(_ element: String, _ attributes: XMLAttributes) {
    guard element == "Relationship", let id = attributes["Id"], let path = attributes["Target"],
      let type = attributes["Type"], attributes["TargetMode"] != "External"
    else { return }
    targets[id] = Target(path: resolve(path), type: type.split(separator: "/").last.map(String.init) ?? "")
  }

  func first(of type: String) -> String? { targets.values.filter { $0.type == type }.map(\.path).min() }

  private func resolve(_ path: String) -> String {
    var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

/// The list of the sheets, and how days are counted.
final class SheetList: XMLHandler {
  struct Entry {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  private(set) var sheets: [Entry] = []
  private(set) var starts1904 = false

  func start(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "workbookPr": starts1904 = attributes.isSet("date1904")
    case "sheet":
      guard let name = attributes["name"], let id = attributes["id"] else { return }
      let isHidden = attributes["state"].map { $0 != "visible" } ?? false
      sheets.append(Entry(name: name, relationship: id, isHidden: isHidden))
    default: break
    }
  }
}

/// The number formats of the styles that cells refer to.
final class CellFormats: XMLHandler {
  private(set) var formats: [CellFormat] = []
  private var custom: [Int: CellFormat] = [:]
  private var isInCells = false

  func start(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
        return
      }
      custom[id] = CellFormat(code)
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(custom[id] ?? CellFormat(builtIn: id))
    default: break
    }
  }

  func end(_ element: String) { if element == "cellXfs" { isInCells = false } }
}

/// The texts that cells share.
final class SharedStrings: XMLHandler {
  /// One row for each text.
  private(set) var texts = CodedColumn(staysCoded: true)
  private var text = CellText()

  func start(_ element: String, _ attributes: XMLAttributes) { text.start(element) }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(bytes) }

  func end(_ element: String) {
    text.end(element)
    guard element == "si" else { return }
    text.take().withUnsafeBufferPointer { texts.append($0) }
  }
}

/// The text of a string item: its runs joined, without what only tells how to pronounce it.
struct CellText {
  private var bytes: [UInt8] = []
  private var isText = false
  private var phoneticDepth = 0

  mutating func start(_ element: String) {
    if element == "rPh" { phoneticDepth += 1 }
    if element == "t" { isText = phoneticDepth == 0 }
  }

  mutating func end(_ element: String) {
    if element == "rPh" { phoneticDepth = max(0, phoneticDepth - 1) }
    if element == "t" { isText = false }
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) { if isText { bytes.append(contentsOf: text) } }

  /// The text without the white space around it, and an empty one in its place.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return Self.trimmed(Self.unescaped(bytes))
  }

  static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    guard
      bytes.first.map({ $0 <= 0x20 || $0 >= 0x80 }) ?? false
        || bytes.last.map({ $0 <= 0x20 || $0 >= 0x80 }) ?? false
    else { return bytes }
    return Array(String(decoding: bytes, as: UTF8.self).trimmingBlanks.utf8)
  }

  /// The text with `_x000D_` and the like as the characters that they stand for.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    let mark = UInt8(ascii: "_")
    guard bytes.contains(mark) else { return bytes }
    var (result, position) = ([UInt8](), 0)
    while position < bytes.count {
      if bytes[position] == mark, position + 6 < bytes.count, bytes[position + 1] == UInt8(ascii: "x"),
        bytes[position + 6] == mark,
        let value = UInt32(String(decoding: bytes[position + 2..<position + 6], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result += String(scalar).utf8
        position += 7
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }
}
