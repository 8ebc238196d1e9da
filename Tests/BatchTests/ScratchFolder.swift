import Batch
import Foundation

/// A folder with a table and a job, removed when the value goes out of use.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "batch-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  func write(_ text: String, to name: String) throws -> String {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// The answers to a job about a table.
  func results(job: String, table: String) throws -> JobResults {
    _ = try write(table, to: "data.csv")
    return try Job(contentsOf: write(job, to: "job.json")).results(producedBy: "atrisk")
  }
}
