package import Foundation

/// The program as it was built together with the tests.
package enum Program {
  /// `atrisk` beside the test bundle.
  package static var path: String {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? ""
    var folder = URL(fileURLWithPath: bundle)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let program = folder.appendingPathComponent("atrisk").path
      if FileManager.default.isExecutableFile(atPath: program), program != "/atrisk" { return program }
    }
    return Repository.root().appendingPathComponent(".build/debug/atrisk").path
  }

  /// An environment in which nothing of the user's own shows, with a folder for what the program writes.
  package static func environment(home: URL, _ changes: [String: String] = [:]) -> [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let neutral = [
      "PATH": path, "HOME": home.path, "XDG_CONFIG_HOME": home.appendingPathComponent("config").path,
      "XDG_STATE_HOME": home.appendingPathComponent("state").path, "LANG": "C.UTF-8",
      "TERM": "xterm-256color",
    ]
    return neutral.merging(changes) { $1 }
  }

  /// Runs the program without a terminal and gives what it wrote and its exit status.
  package static func run(
    _ arguments: [String], environment changes: [String: String] = [:]
  ) throws -> (output: String, errors: String, status: Int32) {
    let home = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment(home: home, changes)
    let (output, errors) = (home.appendingPathComponent("output"), home.appendingPathComponent("errors"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return (
      try String(contentsOf: output, encoding: .utf8), try String(contentsOf: errors, encoding: .utf8),
      process.terminationStatus
    )
  }

  package static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("atrisk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
