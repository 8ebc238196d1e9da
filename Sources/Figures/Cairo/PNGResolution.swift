/// How large a PNG is on paper: the chunk `pHYs`, which cairo does not write.
enum PNGResolution {
  /// A signature of 8 bytes, then the header: length, name, 13 bytes, check.
  private static let headerEnd = 8 + 4 + 4 + 13 + 4

  /// The file with its pixels for each metre after its header.
  static func stated(in file: [UInt8], dotsPerInch: Double) -> [UInt8] {
    guard file.count > headerEnd else { return file }
    let perMetre = UInt32((dotsPerInch / 0.0254).rounded())
    let body = Array("pHYs".utf8) + bytes(perMetre) + bytes(perMetre) + [1]
    let chunk = bytes(UInt32(body.count - 4)) + body + bytes(check(body))
    return file[..<headerEnd] + chunk + file[headerEnd...]
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The cyclic redundancy check of PNG.
  private static func check(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { check, byte in
      (0..<8).reduce(check ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? 0xEDB8_8320 ^ (rest >> 1) : rest >> 1
      }
    }
  }
}
