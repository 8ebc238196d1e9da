import CReadStat

/// Bytes in memory that ReadStat reads as a file.
///
/// It lives as long as the call of the parser, and so do the bytes.
final class MemoryFile {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  /// Whether what the parser is about to read can be trusted; else the read fails.
  private let isSound: (UnsafeRawBufferPointer) -> Bool

  init(
    _ bytes: UnsafeRawBufferPointer, isSound: @escaping (UnsafeRawBufferPointer) -> Bool = { _ in true }
  ) {
    (self.bytes, self.isSound) = (bytes, isSound)
  }

  /// Lets a parser read from here, whatever path it is given.
  func attach(to parser: UnsafeMutablePointer<readstat_parser_t>) {
    readstat_set_open_handler(parser) { _, _ in 0 }
    readstat_set_close_handler(parser) { _ in 0 }
    readstat_set_update_handler(parser) { _, _, _, _ in READSTAT_OK }
    readstat_set_seek_handler(parser) { offset, whence, context in
      MemoryFile.from(context)?.seek(Int(offset), whence) ?? -1
    }
    readstat_set_read_handler(parser) { buffer, count, context in
      MemoryFile.from(context)?.read(into: buffer, count) ?? -1
    }
    readstat_set_io_ctx(parser, Unmanaged.passUnretained(self).toOpaque())
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> MemoryFile? {
    context.map { Unmanaged<MemoryFile>.fromOpaque($0).takeUnretainedValue() }
  }

  private func seek(_ offset: Int, _ whence: readstat_io_flags_t) -> Int {
    let base = whence == READSTAT_SEEK_SET ? 0 : whence == READSTAT_SEEK_CUR ? position : bytes.count
    let (target, overflow) = base.addingReportingOverflow(offset)
    // As with a file, a place behind the end can be sought; nothing is read there.
    guard !overflow, target >= 0 else { return -1 }
    position = target
    return target
  }

  private func read(into buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    guard let buffer, count > 0, position < bytes.count else { return 0 }
    let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
    guard isSound(rest), let start = rest.baseAddress else { return -1 }
    let available = min(count, rest.count)
    buffer.copyMemory(from: start, byteCount: available)
    position += available
    return available
  }
}
