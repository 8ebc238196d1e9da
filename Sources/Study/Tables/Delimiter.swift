/// The byte between two fields of a line.
enum Delimiter: UInt8, Sendable, CaseIterable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09
  case bar = 0x7C
  /// A single blank, as R's `write.table` puts it between values.
  case blank = 0x20

  /// Those that separate values wherever they stand.
  static let sniffed: [Delimiter] = [.comma, .semicolon, .tab, .bar]

  var name: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .bar: "bar"
    case .blank: "blank"
    }
  }

  /// The delimiter that the first line of a text names for Excel's sake: `sep=;`.
  init?(statedIn text: UnsafeBufferPointer<UInt8>) {
    let line = text.prefix(6).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let delimiter = line.last.flatMap(Delimiter.init(rawValue:))
    else { return nil }
    self = delimiter
  }
}
