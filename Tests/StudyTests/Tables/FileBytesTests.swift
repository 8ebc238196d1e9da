import Foundation
import Testing

@testable import Study

struct FileBytesTests {
  /// `a,b` and two rows, as gzip packed them.
  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0x4B, 0xD4, 0x49, 0xE2, 0x32, 0xD4, 0x31,
    0xE2, 0x32, 0xD6, 0x31, 0xE1, 0x02, 0x00, 0xE5, 0xE9, 0xD6, 0xCE, 0x0C, 0x00, 0x00, 0x00,
  ]
  /// A thousand times `0,1` and a line break.
  private static let packedRows: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0xED, 0xC3, 0x31, 0x0D, 0x00, 0x00, 0x08,
    0x03, 0xB0, 0x1F, 0x2D, 0x1C, 0x9B, 0x7F, 0x73, 0xC8, 0xE0, 0x69, 0x93, 0x66, 0x3B, 0x51, 0x55, 0x55,
    0x55, 0x5F, 0x1F, 0x46, 0x89, 0x80, 0xB6, 0xA0, 0x0F, 0x00, 0x00,
  ]
  private static let unpacked = "a,b\n1,2\n3,4\n"

  private func read(_ bytes: [UInt8], most: Int = 1 << 20) throws -> String {
    let directory = try TemporaryDirectory()
    return String(decoding: try FileBytes.read(directory.file("t.csv.gz", bytes), most: most), as: UTF8.self)
  }

  @Test func `A compressed table is read like another`() throws {
    let directory = try TemporaryDirectory()
    let table = try TableReader.read(directory.file("t.csv.gz", Self.packed))
    #expect(table.names == ["a", "b"])
    #expect(table.rowCount == 2)
    #expect(table.path.hasSuffix("t.csv.gz"))
  }

  @Test func `Several members and the padding of tapes belong to it`() throws {
    #expect(try read(Self.packed + Self.packed) == Self.unpacked + Self.unpacked)
    #expect(try read(Self.packed + [UInt8](repeating: 0, count: 100)) == Self.unpacked)
  }

  @Test func `A damaged archive is one clear error`() throws {
    for count in [3, 12, Self.packed.count - 5] {
      #expect(
        try failure(Array(Self.packed.prefix(count)), name: "t.csv.gz")
          == "t.csv.gz: the file is damaged: it ends too early")
    }
    let unsound = "t.csv.gz: the file is damaged: its contents cannot be unpacked"
    var changed = Self.packed
    changed[14] ^= 0xFF
    #expect(try failure(changed, name: "t.csv.gz") == unsound)
    #expect(try failure(Self.packed + [1, 2, 3], name: "t.csv.gz") == unsound)
  }

  @Test func `No more is read than there is room for`() throws {
    let directory = try TemporaryDirectory()
    let gz = try directory.file("t.csv.gz", Self.packedRows)
    #expect(try FileBytes.read(gz, most: 4000) == Array(String(repeating: "0,1\n", count: 1000).utf8))
    #expect(throws: StudyError.tooLarge(path: gz, most: 3999)) { try FileBytes.read(gz, most: 3999) }
    let path = try directory.file("t.csv", "12345")
    #expect(try FileBytes.read(path, most: 5).count == 5)
    #expect(throws: StudyError.tooLarge(path: path, most: 4)) { try FileBytes.read(path, most: 4) }
    #expect(
      StudyError.tooLarge(path: "t", most: FileBytes.most).description
        == "t: this is larger than 4 GiB, the most that is read")
  }

  @Test func `A file with a hole of five gigabytes is refused by its size`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file("t.csv", "a,b\n")
    #expect(truncate(path, 5 << 30) == 0)
    #expect(throws: StudyError.tooLarge(path: path, most: 4 << 30)) { try FileBytes.read(path) }
  }

  @Test(arguments: ["/dev/zero", "/dev/null", "/dev/full"])
  func `A device is no table`(path: String) {
    #expect(throws: StudyError.isDevice(path: path)) { try FileBytes.read(path) }
    #expect(
      StudyError.isDevice(path: path).description == "\(path): this is a device; expected a file or a pipe")
  }

  @Test func `A pipe is read to its end, and not beyond the limit`() throws {
    let text = String(repeating: "0123456789\n", count: 50_000)
    #expect(try throughPipe(text, most: 1 << 20) == Array(text.utf8))
    #expect(throws: StudyError.self) { try throughPipe(text, most: 549_999) }
    #expect(try throughPipe(text, most: 550_000).count == 550_000)
  }

  @Test func `A pipe is written to and stays a pipe; a file is replaced`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    // Open on both sides, so that the writer need not wait for a reader.
    let reader = FileHandle(fileDescriptor: open(path, O_RDWR | O_NONBLOCK), closeOnDealloc: true)
    try FileBytes.write(Self.unpacked, to: path)
    #expect(try reader.read(upToCount: Self.unpacked.utf8.count) == Data(Self.unpacked.utf8))
    #expect(!FileBytes.isRegular(path))
    let file = try directory.file("t.csv", "a long text that is there already")
    try FileBytes.write(Self.unpacked, to: file)
    #expect(try FileBytes.read(file) == Array(Self.unpacked.utf8))
  }

  /// Reads what another thread writes into a pipe.
  private func throughPipe(_ text: String, most: Int) throws -> [UInt8] {
    let pipe = Pipe()
    let writer = Thread {
      // The reader may have had enough.
      signal(SIGPIPE, SIG_IGN)
      try? pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    defer { try? pipe.fileHandleForReading.close() }
    return try FileBytes.read("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)", most: most)
  }
}
