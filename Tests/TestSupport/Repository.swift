package import Foundation

/// Files of the source tree that tests read.
package enum Repository {
  /// The folder with `Package.swift`, above the given source file.
  package static func root(of file: String = #filePath) -> URL {
    var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }
}
