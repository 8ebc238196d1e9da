import Testing

@testable import Study

struct ReadingProgressTests {
  /// A table of about ten megabytes.
  private static let text =
    "id,months,status,remark\n"
    + (0..<120_000).map { "P\($0),\($0 % 500),\($0 % 2),\(String(repeating: "x", count: 70))\n" }.joined()

  @Test func `Progress goes from nothing to everything`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file("t.csv", Self.text)
    var reports: [ReadingProgress] = []
    let table = try TableReader.read(path) { reports.append($0) }
    let size = Self.text.utf8.count
    let loading = reports.filter { $0.stage == .loading }
    let reading = reports.filter { $0.stage == .reading }
    #expect(reports == loading + reading + reports.suffix(1))
    #expect(loading.last?.bytes == size)
    // Every four mebibytes, give or take a block of rows.
    #expect(reading.count == 2)
    #expect(reports.allSatisfy { $0.byteCount == size && ($0.share ?? -1) <= 1 })
    #expect(zip(reading, reading.dropFirst()).allSatisfy { $0.bytes < $1.bytes && $0.rows < $1.rows })
    #expect(reports.last == ReadingProgress(.understanding, bytes: size, of: size, rows: table.rowCount))
  }

  @Test func `A task that is cancelled stops reading`() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file("t.csv", Self.text)
    let task = Task {
      try Study.open(path: path) { progress in
        if progress.stage == .reading { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    let result = await task.result
    #expect(throws: StudyError.cancelled(path: path)) { try result.get() }
  }

  @Test func `A task that is cancelled before stops at once`() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file("t.csv", Self.text)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try Study.open(path: path) { _ in Issue.record("nothing is read") }
    }
    let result = await task.result
    #expect(throws: StudyError.cancelled(path: path)) { try result.get() }
  }
}
