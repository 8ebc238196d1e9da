import SurvivalStatistics
import Testing

@testable import Study

/// The scanner against one that looks at a character at a time.
struct FieldScannerTests {
  private struct Scanned: Equatable {
    var records: [[String]] = []
    var lines: [Int] = []
    var failure: Int?
  }

  private func scan(_ text: String, _ delimiter: Delimiter) -> Scanned {
    var scanned = Scanned()
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var scanner = FieldScanner(bytes, delimiter: delimiter)
      var block = FieldBlock(width: 40, text: bytes)
      do throws(FieldScanner.Failure) {
        while let record = try scanner.next(&block) {
          scanned.records.append(block.cells)
          scanned.lines.append(record.line)
          #expect(record.fieldCount == block.cells.count)
          #expect(record.valueCount == block.cells.count { !$0.isEmpty })
        }
      } catch {
        switch error {
        case .strayQuote(let offset, _): scanned.failure = offset
        case .unclosedQuote(let offset): scanned.failure = offset
        }
      }
    }
    return scanned
  }

  /// The same by the rules themselves, slowly.
  private func reference(_ text: String, _ delimiter: Delimiter) -> Scanned {
    let bytes = Array(text.utf8)
    let quote = UInt8(ascii: "\""), delimiter = delimiter.rawValue
    func isBlank(_ byte: UInt8) -> Bool { (byte == 0x20 || byte == 0x09) && byte != delimiter }
    func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    var (scanned, position, line) = (Scanned(), 0, 1)
    func breakLine() {
      if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
      position += 1
      line += 1
    }
    while position < bytes.count {
      let rest = bytes[position...].prefix { !isBreak($0) }
      if rest.allSatisfy(isBlank) {
        position = rest.endIndex
        if position < bytes.count { breakLine() }
        continue
      }
      var (record, isOpen) = ([String](), true)
      let first = line
      while isOpen {
        while position < bytes.count, isBlank(bytes[position]) { position += 1 }
        var field: [UInt8] = []
        if position < bytes.count, bytes[position] == quote {
          let opening = position
          position += 1
          while true {
            guard position < bytes.count else {
              scanned.failure = opening
              return scanned
            }
            if bytes[position] == quote {
              guard position + 1 < bytes.count, bytes[position + 1] == quote else { break }
              position += 1
            } else if isBreak(bytes[position]),
              bytes[position] == 0x0A || position + 1 == bytes.count || bytes[position + 1] != 0x0A
            {
              line += 1
            }
            field.append(bytes[position])
            position += 1
          }
          position += 1
          while position < bytes.count, isBlank(bytes[position]) { position += 1 }
          if position < bytes.count, bytes[position] != delimiter, !isBreak(bytes[position]) {
            scanned.failure = position
            return scanned
          }
        } else {
          while position < bytes.count, bytes[position] != delimiter, !isBreak(bytes[position]) {
            if bytes[position] == quote {
              scanned.failure = position
              return scanned
            }
            field.append(bytes[position])
            position += 1
          }
          while let last = field.last, isBlank(last) { field.removeLast() }
        }
        record.append(String(decoding: field, as: UTF8.self))
        isOpen = position < bytes.count && bytes[position] == delimiter
        if isOpen { position += 1 }
      }
      scanned.records.append(record)
      scanned.lines.append(first)
      if position < bytes.count { breakLine() }
    }
    return scanned
  }

  @Test(arguments: Delimiter.allCases)
  func `Random texts are taken apart as the rules say`(delimiter: Delimiter) {
    var generator = SeededGenerator(seed: 3)
    let sign = String(decoding: [delimiter.rawValue], as: UTF8.self)
    let pieces = [
      sign, sign, sign, "\n", "\r\n", "\r", "\"", "\"\"", " ", "\t", "a", "12.5", "long word", "é", "\u{B}",
      "\"x\"",
      "\"y\(sign)\nz\"", "\(sign)\"\"",
    ]
    for _ in 0..<4000 {
      let count = Int.random(in: 0...30, using: &generator)
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      let (found, expected) = (scan(text, delimiter), reference(text, delimiter))
      #expect(found == expected, "\(text.debugDescription)")
    }
  }

  @Test func `A long quoted field with doubled quotes and breaks stays whole`() {
    let inside = String(repeating: "say \"\"no\"\"\n", count: 5000)
    let scanned = scan("a,\"\(inside)\"\nb,c\n", .comma)
    #expect(scanned.records == [["a", inside.replacing("\"\"", with: "\"")], ["b", "c"]])
    #expect(scanned.lines == [1, 5002])
  }
}
