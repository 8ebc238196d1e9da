import Foundation

/// The text of a file as UTF-8 bytes, however it was encoded.
struct SourceText {
  enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    /// The superset of Latin-1 that Windows programs write.
    case windows1252 = "Windows-1252"
  }

  let path: String
  let bytes: [UInt8]
  let encoding: Encoding

  /// Reads a file, or the standard input for `-`.
  init(contentsOf path: String, progress: ReadingObserver = { _ in }) throws(StudyError) {
    try self.init(
      path: path == "-" ? FileBytes.standardInput : path,
      contents: try FileBytes.read(path, progress: progress))
  }

  /// Decodes the contents of a file; anything that is no text is refused.
  init(path: String, contents given: consuming [UInt8]) throws(StudyError) {
    var contents = given
    let start = Place(file: path, line: 1, column: 1)
    self.path = path
    if let format = FileFormat(of: contents) { throw .unsupported(start, format) }
    if contents.starts(with: [0xFF, 0xFE]) || contents.starts(with: [0xFE, 0xFF]) {
      guard let text = Self.utf8(utf16: contents) else {
        throw .damaged(path: path, reason: "its text is not sound UTF-16")
      }
      if let zero = Self.firstZero(text) { throw .binary(Self.place(of: zero, in: text, file: path)) }
      (bytes, encoding) = (text, .utf16)
      return
    }
    if let zero = Self.firstZero(contents) {
      // Without a byte-order mark, UTF-16 shows as Latin letters with a zero before or after each.
      let sample = contents.prefix(64)
      let zeros = sample.indices.filter { sample[$0] == 0 }
      let alternates = Set(zeros.map { $0 % 2 }).count == 1 && zeros.count * 2 >= sample.count - 4
      if zero < 2, alternates { throw .utf16(start) }
      throw .binary(Self.place(of: zero, in: contents, file: path))
    }
    if contents.starts(with: [0xEF, 0xBB, 0xBF]) { contents.removeFirst(3) }
    if Self.isUTF8(contents) {
      (bytes, encoding) = (contents, .utf8)
    } else {
      (bytes, encoding) = (Self.utf8(windows1252: contents), .windows1252)
    }
    // Every accent takes a byte more than it did.
    guard bytes.count <= FileBytes.most else { throw .tooLarge(path: path, most: FileBytes.most) }
  }

  /// Where a byte is, counting a line for each LF, CR or CR LF, and characters of UTF-8.
  func place(of offset: Int) -> Place { Self.place(of: offset, in: bytes, file: path) }

  private static func place(of offset: Int, in bytes: [UInt8], file: String) -> Place {
    var (line, column) = (1, 1)
    for position in 0..<min(offset, bytes.count) {
      if breaksLine(bytes, at: position) {
        (line, column) = (line + 1, 1)
      } else if bytes[position] & 0xC0 != 0x80, bytes[position] != UInt8(ascii: "\r") {
        column += 1
      }
    }
    return Place(file: file, line: line, column: column)
  }

  private static func breaksLine(_ bytes: [UInt8], at position: Int) -> Bool {
    if bytes[position] == UInt8(ascii: "\n") { return true }
    guard bytes[position] == UInt8(ascii: "\r") else { return false }
    return position + 1 == bytes.count || bytes[position + 1] != UInt8(ascii: "\n")
  }

  private static func firstZero(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let zero = memchr(base, 0, bytes.count) else { return nil }
      return UnsafeRawPointer(zero) - base
    }
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }
}

extension SourceText {
  /// Text of two-byte units after their mark; `nil` where they are no text.
  private static func utf8(utf16 bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    let isLittle = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count, by: 2).lazy.map { position in
      let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2)
    let isBroken = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true
    ) { result.append($0) }
    return isBroken ? nil : result
  }

  private static func utf8(windows1252 bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let scalar = (0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt32(byte)
        result.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
      }
    }
    return result
  }

  /// What 80…9F mean; five are unassigned and stand for themselves.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
    0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A,
    0x153, 0x9D, 0x17E, 0x178,
  ]
}
