/// The table of characters at the start of an SPSS portable file: the byte that the file uses for each of 256
/// characters.
enum PortableCharacters {
  private static let places = 200..<456
  /// The place of the digit zero, whose byte also fills the places of characters that the file cannot hold.
  private static let zero = 264

  /// The file with every byte standing for one character only, the first in the table.
  ///
  /// PSPP also names the bytes of digits and signs as those of superscripts and dashes; ReadStat 1.1.8 then takes the
  /// last, and reads no number.
  static func unambiguous(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    // Lines end after 80 characters, which are no part of the table.
    var offsets: [Int] = []
    for (offset, byte) in bytes.prefix(1024).enumerated() where byte != 0x0A && byte != 0x0D {
      offsets.append(offset)
    }
    guard offsets.count >= places.upperBound else { return bytes[...] }
    var (result, used) = (bytes, Set<UInt8>())
    for place in zero..<places.upperBound where !used.insert(bytes[offsets[place]]).inserted {
      result[offsets[place]] = bytes[offsets[zero]]
    }
    return result[...]
  }

  /// Whether there are bytes behind the table that it does not name; ReadStat makes blanks of them.
  static func holdsOthers(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.dropFirst(places.upperBound).contains { $0 >= 0x80 }
  }
}
