import CZip
import Foundation

/// The parts of a workbook, unpacked in pieces and never in full.
final class ZipArchive {
  /// More than any cohort unpacks to.
  static let mostBytes = 1 << 30
  /// Tables shrink to a tenth or a thirtieth; what shrinks to less than this was made to fill memory.
  private static let mostRatio = 250

  private let archive: OpaquePointer
  private var unpacked = 0

  init(_ bytes: [UInt8]) throws(FormatError) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // The library frees the copy, which it reads long after this call.
    guard let copy = malloc(max(1, bytes.count)) else { throw Self.damaged("there is not enough memory") }
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { copy.copyMemory(from: start, byteCount: source.count) }
    }
    guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
      free(copy)
      throw Self.damaged(String(cString: zip_error_strerror(&error)))
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw Self.damaged(String(cString: zip_error_strerror(&error)))
    }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  func contains(_ name: String) -> Bool { index(of: name) != nil }

  /// The first bytes of a part.
  func start(of name: String, count: Int) -> [UInt8] {
    guard let index = index(of: name), let file = zip_fopen_index(archive, index, 0) else { return [] }
    defer { zip_fclose(file) }
    var buffer = [UInt8](repeating: 0, count: count)
    let read = zip_fread(file, &buffer, zip_uint64_t(count))
    return Array(buffer.prefix(Int(max(0, read))))
  }

  /// Parses a part as XML.
  func parse(_ name: String, with handler: any XMLHandler) throws(FormatError) {
    guard let index = index(of: name) else { throw Self.damaged("\(name.quoted) is not in it") }
    var information = zip_stat_t()
    zip_stat_init(&information)
    guard zip_stat_index(archive, index, 0, &information) == 0,
      let file = zip_fopen_index(archive, index, 0)
    else { throw Self.damaged("\(name.quoted): \(reason)") }
    defer { zip_fclose(file) }
    guard let document = XMLDocument(handler) else { throw Self.damaged("there is not enough memory") }
    let packed = max(1, Int(clamping: information.comp_size))
    var (buffer, size) = ([UInt8](repeating: 0, count: 1 << 16), 0)
    while true {
      let count = Int(zip_fread(file, &buffer, zip_uint64_t(buffer.count)))
      guard count >= 0 else {
        let error = zip_file_get_error(file)
        throw Self.damaged(
          "\(name.quoted): \(error.map { String(cString: zip_error_strerror($0)) } ?? reason)")
      }
      (size, unpacked) = (size + count, unpacked + count)
      guard unpacked <= Self.mostBytes, size < 1 << 24 || size / packed <= Self.mostRatio else {
        throw .tooLarge(
          format: "workbook",
          reason: "\(name.quoted) unpacks to more than \(size >> 20) MiB from \(packed) bytes")
      }
      let chunk = count
      let step = buffer.withUnsafeBytes { bytes in
        Result { () throws(FormatError) in
          try document.parse(UnsafeRawBufferPointer(rebasing: bytes[..<chunk]), isLast: chunk == 0)
        }
      }
      if try !step.get() || count == 0 { return }
    }
  }

  private func index(of name: String) -> zip_uint64_t? {
    zip_uint64_t(exactly: zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE)))
  }

  private var reason: String { String(cString: zip_error_strerror(zip_get_error(archive))) }

  private static func damaged(_ reason: String) -> FormatError {
    .damaged(format: "workbook", reason: reason)
  }
}
