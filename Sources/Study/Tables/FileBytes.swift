import Foundation

/// Reading and writing whole files, with the system's reasons kept apart.
package enum FileBytes {
  /// The most bytes that are read from a file, a pipe, or out of a gzip archive: 4 GiB.
  package static let most = 4 << 30

  /// Whether there is a file that can be read without waiting for anybody.
  static func isRegular(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
  }

  /// Whether there is something to write to that is no file.
  private static func isStream(_ path: String) -> Bool {
    var information = stat()
    guard stat(path, &information) == 0 else { return false }
    return [S_IFCHR, S_IFIFO, S_IFSOCK].contains(information.st_mode & S_IFMT)
  }

  /// What the standard input is called in messages.
  package static let standardInput = "standard input"

  /// The contents of a file or pipe, unpacked where they are compressed with gzip; `-` is the standard input.
  ///
  /// - Parameter progress: told of every few megabytes.
  package static func read(
    _ path: String, most: Int = most, progress: ReadingObserver = { _ in }
  ) throws(StudyError) -> [UInt8] {
    let name = path == "-" ? standardInput : path
    let packed = try raw(path, name: name, most: most, progress: progress)
    guard packed.starts(with: [0x1F, 0x8B]) else { return packed }
    do throws(Gunzip.Failure) {
      return try Gunzip.contents(of: packed, most: most) { taken in
        progress(ReadingProgress(.loading, bytes: taken, of: packed.count))
        return !Task.isCancelled
      }
    } catch {
      switch error {
      case .damaged: throw .damaged(path: name, reason: "its contents cannot be unpacked")
      case .truncated: throw .damaged(path: name, reason: "it ends too early")
      case .tooLarge: throw .tooLarge(path: name, most: most)
      case .cancelled: throw .cancelled(path: name)
      }
    }
  }

  private static func raw(
    _ path: String, name: String, most: Int, progress: ReadingObserver
  ) throws(StudyError) -> [UInt8] {
    // A pipe nobody writes to must not keep the program from starting to read, and then it is waited for.
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw error(errno, path: name) }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw error(errno, path: name) }
    let isTerminal = path == "-" && isatty(descriptor) == 1
    let kind = information.st_mode & S_IFMT
    switch kind {
    case S_IFDIR: throw .isDirectory(path: name)
    case S_IFREG, S_IFIFO, S_IFSOCK: break
    default: guard isTerminal else { throw .isDevice(path: name) }
    }
    let size = kind == S_IFREG ? Int(information.st_size) : 0
    guard size <= most else { throw .tooLarge(path: name, most: most) }
    return try contents(descriptor, name: name, size: size, most: most) { bytes in
      progress(ReadingProgress(.loading, bytes: bytes, of: size == 0 ? nil : size))
    }
  }

  /// Reads to the end; `size` is what is expected.
  private static func contents(
    _ descriptor: Int32, name: String, size: Int, most: Int, progress: (Int) -> Void
  ) throws(StudyError) -> [UInt8] {
    // One byte more than the size, so that the end of a regular file is seen without growing.
    var (bytes, filled) = ([UInt8](), 0)
    var room = max(1 << 16, size + 1)
    while true {
      guard !Task.isCancelled else { throw .cancelled(path: name) }
      var failure: Int32 = 0
      bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        // What was read before a pipe turned out longer than the room for it.
        _ = bytes.withUnsafeBufferPointer { buffer.update(fromContentsOf: $0) }
        while filled < room {
          let part = min(room - filled, ReadingProgress.interval)
          let received = Foundation.read(descriptor, buffer.baseAddress.map { $0 + filled }, part)
          if received < 0 && errno == EINTR { continue }
          if received < 0 { failure = errno }
          guard received > 0, filled + received <= most, !Task.isCancelled else {
            filled += max(0, received)
            break
          }
          filled += received
          progress(filled)
        }
        count = min(filled, room)
      }
      guard failure == 0 else { throw error(failure, path: name) }
      guard filled <= most else { throw .tooLarge(path: name, most: most) }
      guard filled == room else { break }
      room *= 2
    }
    guard !Task.isCancelled else { throw .cancelled(path: name) }
    return bytes
  }

  /// Replaces a file in one step: a reader sees the old contents or the new, never half of them.
  ///
  /// A pipe or a device such as `/dev/null` is written to and stays what it is.
  package static func write(_ text: String, to path: String) throws(StudyError) {
    try write(Array(text.utf8), to: path)
  }

  /// The same for bytes.
  package static func write(_ bytes: [UInt8], to path: String) throws(StudyError) {
    let url = URL(fileURLWithPath: path)
    do {
      if isStream(path) {
        try FileHandle(forWritingTo: url).write(contentsOf: Data(bytes))
      } else {
        try Data(bytes).write(to: url, options: .atomic)
      }
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
