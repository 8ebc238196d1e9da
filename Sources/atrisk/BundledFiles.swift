import Foundation

/// Finds the files that come with the program, wherever it was built or installed.
enum BundledFiles {
  /// The sample study: invented patients.
  static func sampleStudy() throws -> String {
    guard let path = find("sample-data/blinatumomab-hsct.toml") else {
      throw Failure.data(
        "the bundled sample study is not beside the program; name a file, or install with make install PREFIX=…"
      )
    }
    return path
  }

  /// The folder of themes, if it is there.
  static func themes() -> String? { find("themes") }

  /// Looks in `share/atrisk` beside the program's folder, then in the folders above it (a build folder of the source).
  private static func find(_ name: String) -> String? {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    var folder = program.deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appendingPathComponent("share/atrisk/\(name)").path
    if FileManager.default.fileExists(atPath: installed) { return installed }
    for _ in 0..<6 {
      let path = folder.appendingPathComponent(name).path
      if FileManager.default.fileExists(atPath: path) { return path }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }
}
