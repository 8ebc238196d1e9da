/// A column as the file has it: its distinct texts, and which of them stands in each row.
///
/// Everything that is decided about a column is decided on the distinct texts, so a million rows of `yes` and `no`
/// cost two decisions. The texts lie end to end in one buffer; no field becomes a `String` while a file is read.
package struct CodedColumn: Sendable {
  /// An index into the distinct texts for each row.
  package private(set) var codes: [Int32] = []
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  /// An open-addressing table of codes, a power of two long; −1 is a free slot.
  private var slots = [Int32](repeating: -1, count: 16)

  package var distinctCount: Int { hashes.count }

  /// Adds a row.
  ///
  /// - Complexity: O(length of the field), amortized.
  mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    codes.append(code(of: field))
  }

  mutating func removeLastRow() { codes.removeLast() }

  /// The distinct text with this code.
  package func text(_ code: Int) -> String {
    String(decoding: bytes[starts[code]..<starts[code + 1]], as: UTF8.self)
  }

  /// The bytes of a distinct text.
  func withText<Result>(_ code: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[starts[code]..<starts[code + 1]])) }
  }

  /// The column with `texts[code]` in place of each distinct text.
  func replacingTexts(by texts: [String]) -> CodedColumn {
    var result = CodedColumn()
    let codes = texts.map { text in
      var text = text
      return text.withUTF8 { result.code(of: $0) }
    }
    result.codes = self.codes.map { codes[Int($0)] }
    return result
  }

  /// How often each distinct text occurs.
  var counts: [Int] {
    var counts = [Int](repeating: 0, count: distinctCount)
    for code in codes { counts[Int(code)] += 1 }
    return counts
  }

  private mutating func code(of field: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(field)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let code = Int(slots[slot])
      if hashes[code] == hash, equals(code, field) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let code = Int32(hashes.count)
    slots[slot] = code
    hashes.append(hash)
    bytes.append(contentsOf: field)
    starts.append(bytes.count)
    if hashes.count * 2 > slots.count { grow() }
    return code
  }

  private func equals(_ code: Int, _ field: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[code]
    guard starts[code + 1] - start == field.count else { return false }
    for index in 0..<field.count where bytes[start + index] != field[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for code in hashes.indices {
      var slot = Int(truncatingIfNeeded: hashes[code]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(code)
    }
  }

  /// FNV-1a with a final mix, so that the low bits depend on every byte.
  private static func hash(_ field: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in field { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }
}
