/// The long texts (strL) of a Stata file, which stand in a section of their own.
enum StataLongTexts {
  /// Whether the section that begins here can be read without running over the end of a text.
  ///
  /// ReadStat 1.1.8 looks for the zero at the end of each and does not mind the length; in a damaged file there may be
  /// none.  Anything that is not the beginning of the section is sound.
  static func areSound(_ rest: UnsafeRawBufferPointer, hasShortOffsets: Bool, isBigEndian: Bool) -> Bool {
    guard rest.starts(with: "<strls>".utf8) else { return true }
    // Variable and observation, of four and four bytes or four and eight, the type, and the length.
    let typeOffset = hasShortOffsets ? 8 : 12
    var position = 7
    while rest.dropFirst(position).starts(with: "GSO".utf8) {
      let header = rest.dropFirst(position + 3).prefix(typeOffset + 5)
      guard header.count == typeOffset + 5, let type = header.dropFirst(typeOffset).first else {
        return false
      }
      let bytes = header.suffix(4)
      let length = (isBigEndian ? Array(bytes) : bytes.reversed()).reduce(0) { $0 << 8 | Int($1) }
      // What is no text is not kept, and the parser stops behind it.
      guard type == 0x82 else { return true }
      let text = rest.dropFirst(position + 3 + typeOffset + 5).prefix(length)
      guard length > 0, text.count == length, text.last == 0 else { return false }
      position += 3 + typeOffset + 5 + length
    }
    return true
  }
}
