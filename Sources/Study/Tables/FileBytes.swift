import Foundation

/// Reading and writing whole files, with the system's reasons kept apart.
package enum FileBytes {
  /// No table is larger; its rows and their lines can be counted with 32 bits.
  package static let most = 1 << 31 - 1

  /// The contents of a file or a pipe of at most so many bytes; a device, of which there may be no end, is refused.
  package static func read(_ path: String, most: Int = most) throws(StudyError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(errno, path: path) }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw error(errno, path: path) }
    let kind = information.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw .isDirectory(path: path) }
    guard kind != S_IFCHR, kind != S_IFBLK else {
      throw .unreadable(path: path, reason: "it is a device; expected a file")
    }
    let tooLarge = StudyError.unreadable(
      path: path, reason: "it is too large; expected at most \(most) bytes")
    guard information.st_size <= most else { throw tooLarge }

    // One byte more than the size, so that the end of a regular file is seen without growing.
    var bytes = [UInt8](repeating: 0, count: max(4096, Int(information.st_size) + 1))
    var filled = 0
    while true {
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
      let count = bytes.withUnsafeMutableBytes { buffer in
        Foundation.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw error(errno, path: path) }
      guard count > 0 else { break }
      filled += count
      guard filled <= most else { throw tooLarge }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Replaces a file in one step: a reader sees the old contents or the new, never half of them.
  package static func write(_ text: String, to path: String) throws(StudyError) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .notWritable(path: path, reason: error.localizedDescription)
    }
  }

  static func error(_ code: Int32, path: String) -> StudyError {
    switch code {
    case ENOENT, ENOTDIR: .noSuchFile(path: path)
    case EISDIR: .isDirectory(path: path)
    case EACCES, EPERM: .notPermitted(path: path)
    default: .unreadable(path: path, reason: String(cString: strerror(code)))
    }
  }
}
