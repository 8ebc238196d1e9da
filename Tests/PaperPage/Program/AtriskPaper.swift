import Foundation
import PaperPage

/// `atrisk-paper [FOLDER]`, in the folder of the source: writes the page that `make paper` promises.
@main
struct AtriskPaper {
  static func main() async throws {
    let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? ".build/paper", relativeTo: here)
    try await PaperPage(root: here).write(to: folder)
    print("\(folder.relativePath)/paper.md and paper.html are written")
  }
}
