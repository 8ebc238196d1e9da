import CZlib

/// Unpacks what gzip has compressed.
enum Gunzip {
  enum Failure: Error {
    case damaged
    /// The file ends before what is compressed in it does.
    case truncated
    case tooLarge
    case cancelled
  }

  /// The contents of all members of a gzip file, one after the other.
  ///
  /// - Parameters:
  ///   - most: the most bytes that may come out of it.
  ///   - progress: told the bytes that were taken, now and then; whether to go on.
  /// - Complexity: O(bytes that come out).
  static func contents(
    of packed: [UInt8], most: Int, progress: (Int) -> Bool = { _ in true }
  ) throws(Failure) -> [UInt8] {
    var stream = z_stream()
    // 15 bits of window, and 16 for a gzip header.
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .damaged
    }
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    result.reserveCapacity(min(most, announced(packed)))
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    var (taken, told, isInMember) = (0, 0, true)
    while true {
      let (status, used, made) = step(&stream, packed, from: taken, into: &chunk)
      taken += used
      guard result.count + made <= most else { throw .tooLarge }
      result.append(contentsOf: chunk[..<made])
      switch status {
      case Z_STREAM_END:
        isInMember = false
        // Archives on tape are padded with zeros.
        guard let next = packed[taken...].firstIndex(where: { $0 != 0 }) else { return result }
        taken = next
        guard packed[next...].starts(with: [0x1F, 0x8B]), inflateReset(&stream) == Z_OK else {
          throw .damaged
        }
        isInMember = true
      case Z_OK, Z_BUF_ERROR:
        if used == 0, made == 0 { throw isInMember && taken == packed.count ? .truncated : .damaged }
      default: throw .damaged
      }
      if result.count - told > 1 << 22 {
        told = result.count
        guard progress(taken) else { throw .cancelled }
      }
    }
  }

  private static func step(
    _ stream: inout z_stream, _ packed: [UInt8], from start: Int, into chunk: inout [UInt8]
  ) -> (status: Int32, used: Int, made: Int) {
    packed.withUnsafeBufferPointer { input in
      chunk.withUnsafeMutableBufferPointer { output in
        let available = min(input.count - start, 1 << 30)
        // The library does not write to its input, but says so only to compilers of C.
        stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + start) }
        stream.avail_in = UInt32(truncatingIfNeeded: available)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(truncatingIfNeeded: output.count)
        let status = inflate(&stream, Z_NO_FLUSH)
        return (status, available - Int(stream.avail_in), output.count - Int(stream.avail_out))
      }
    }
  }

  /// The size that the last four bytes announce, as far as it is possible: nothing is packed closer than 1032 to 1.
  private static func announced(_ packed: [UInt8]) -> Int {
    let size = packed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    return min(size, packed.count * 1032)
  }
}
