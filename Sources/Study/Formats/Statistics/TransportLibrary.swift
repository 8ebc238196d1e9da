/// The records of 80 bytes that a SAS transport file is made of.
struct TransportLibrary {
  private static let recordLength = 80

  /// Whether the last record is as long as the others.
  let isWhole: Bool
  /// Where the first data set ends.
  let endOfFirst: Int
  /// The names of the data sets behind it.
  let others: [String]
  /// The values of the first data set and the padding behind them.
  private let data: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    isWhole = bytes.count % Self.recordLength == 0
    var (members, observations) = ([Int](), bytes.count)
    for start in stride(from: 0, to: bytes.count, by: Self.recordLength) {
      let record = bytes[start..<min(bytes.count, start + Self.recordLength)]
      guard record.starts(with: "HEADER RECORD*******".utf8) else { continue }
      let name = String(decoding: record.dropFirst(20).prefix(8), as: UTF8.self).trimmingBlanks
      if name == "MEMBER" || name == "MEMBV8" { members.append(start) }
      if name == "OBS" || name == "OBSV8", members.count == 1 { observations = start + Self.recordLength }
    }
    let end = members.count > 1 ? members[1] : bytes.count
    endOfFirst = end
    // The name stands two records behind the header of the member.
    others = members.dropFirst().map { start in
      let name = bytes.dropFirst(start + 2 * Self.recordLength + 8).prefix(8)
      return String(decoding: name, as: UTF8.self).trimmingBlanks
    }
    data = bytes[min(observations, end)..<end]
  }

  /// The bytes behind the last whole row.
  func rest(rowLength: Int) -> ArraySlice<UInt8> { rowLength > 0 ? data.suffix(data.count % rowLength) : [] }
}
