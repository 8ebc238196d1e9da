/// The byte between two fields of a line.
enum Delimiter: UInt8, Sendable, CaseIterable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09
  case bar = 0x7C

  var name: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .bar: "bar"
    }
  }

  /// The delimiter that splits the first records into the most fields of which all have equally many.
  ///
  /// A delimiter counts only where it stands in the header. With `;` a comma is a decimal comma, and as such rarely
  /// stands in a header. A table of one column has no delimiter: then it is a comma.
  static func sniff(_ bytes: ArraySlice<UInt8>) -> Delimiter {
    var best = (delimiter: Delimiter.comma, agreeing: 0.0, count: 0)
    for delimiter in allCases {
      let counts = counts(of: delimiter, in: bytes)
      guard let header = counts.first, header > 0 else { continue }
      let agreeing = Double(counts.filter { $0 == header }.count) / Double(counts.count)
      if agreeing > best.agreeing || (agreeing == best.agreeing && header > best.count) {
        best = (delimiter, agreeing, header)
      }
    }
    return best.delimiter
  }

  /// How often the delimiter stands outside quotes in each of the first hundred records.
  private static func counts(of delimiter: Delimiter, in bytes: ArraySlice<UInt8>) -> [Int] {
    var (counts, count, length, quoted) = ([Int](), 0, 0, false)
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if !quoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if length > 0 { counts.append(count) }
        (count, length) = (0, 0)
        if counts.count == 100 { break }
      } else {
        length += 1
        if !quoted, byte == delimiter.rawValue { count += 1 }
      }
    }
    if length > 0, counts.count < 100 { counts.append(count) }
    return counts
  }
}
