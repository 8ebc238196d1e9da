import Foundation

/// Other readers of delimited text, each on one thread: they time their own work and print the seconds.
struct ReadingPeer {
  let name: String
  private let command: [String]

  static let all = [
    python("polars", "import polars\nread = lambda: polars.read_csv(path)"),
    python(
      "duckdb",
      "import duckdb\nbase = duckdb.connect()\nbase.execute('set threads = 1')\n"
        + "read = lambda: base.execute('create or replace table t as from read_csv($p)', {'p': path})"),
    python("pandas", "import pandas\nread = lambda: pandas.read_csv(path, low_memory=False)"),
    ReadingPeer(
      name: "fread",
      command: [
        "Rscript", "-e",
        "path <- commandArgs(TRUE)[1]; suppressMessages(library(data.table)); setDTthreads(1)\n"
          + "cat(median(replicate(3, system.time(fread(path, showProgress = FALSE))[['elapsed']])))",
      ]),
  ]

  private static func python(_ name: String, _ read: String) -> ReadingPeer {
    let script = """
      import os, sys, time
      os.environ['POLARS_MAX_THREADS'] = '1'
      path = sys.argv[1]
      \(read)
      def once():
          start = time.perf_counter(); read(); return time.perf_counter() - start
      print(sorted(once() for _ in range(3))[1])
      """
    return ReadingPeer(name: name, command: ["python3", "-c", script])
  }

  /// The median of three readings in seconds, or `nil` where the peer is not installed.
  func seconds(_ table: BenchmarkTable) throws -> Double? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command + [table.path]
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) : nil
  }
}
