import Foundation
package import TerminalGrid
import Testing

/// Compares a screen with the one kept in the test target's `Snapshots` folder: its glyphs and its styles.
///
/// `RECORD_SNAPSHOTS=1 swift test` writes the screens anew and fails, so that a recording is always looked at
/// and never passes for a test. A missing file fails in the same way and says how to record it.
package func expectSnapshot(
  of grid: Grid, named name: String, fileID: String = #fileID, filePath: String = #filePath,
  line: Int = #line, column: Int = #column
) {
  let location = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  let snapshot = Snapshot(of: grid)
  guard let file = Snapshot.file(named: name, besideTest: filePath) else {
    Issue.record("there is no Snapshots folder above \(filePath)", sourceLocation: location)
    return
  }
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    do {
      try snapshot.text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record(
        "recorded \(name).txt: look at it, then run without RECORD_SNAPSHOTS", sourceLocation: location)
    } catch {
      Issue.record("\(name).txt cannot be written: \(error)", sourceLocation: location)
    }
    return
  }
  guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
    let message =
      "no snapshot \(name).txt yet; record it with RECORD_SNAPSHOTS=1. It would be\n\(snapshot.text)"
    Issue.record("\(message)", sourceLocation: location)
    return
  }
  guard kept != snapshot.text else { return }
  let difference = TextDifference(expected: kept, actual: snapshot.text)
  Issue.record("the screen is not that of \(name).txt\n\(difference)", sourceLocation: location)
}

/// A screen as it is kept in a file.
private struct Snapshot {
  /// Glyphs, then a letter a style, then what the letters stand for; colours by role, never by value.
  let text: String

  init(of grid: Grid) {
    text = "text \(grid.size)\n\(grid.text)\nstyles\n\(grid.styleText)\n"
  }

  /// The file in the nearest `Snapshots` folder beside the test or above it.
  static func file(named name: String, besideTest testFile: String) -> URL? {
    var folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    while folder.path != "/" {
      let snapshots = folder.appendingPathComponent("Snapshots")
      if FileManager.default.fileExists(atPath: snapshots.path) {
        return snapshots.appendingPathComponent("\(name).txt")
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }
}

extension Grid {
  /// The styles as plain text: a letter a cell, a point for the plain style, then what each letter stands for.
  ///
  /// Together with its text this is the whole content of a grid.
  fileprivate var styleText: String {
    var letters: [Style: Character] = [.plain: "."]
    var legend: [String] = []
    let rows = (0..<size.rows).map { y -> String in
      var row = ""
      var lettered = 0
      for cell in self.row(y) {
        if letters[cell.style] == nil {
          let letter = Self.styleLetters[min(letters.count - 1, Self.styleLetters.count - 1)]
          letters[cell.style] = letter
          legend.append("\(letter)  \(cell.style)")
        }
        row.append(letters[cell.style] ?? "?")
        if cell.style != .plain { lettered = row.count }
      }
      return String(row.prefix(lettered))
    }
    return (rows + legend).joined(separator: "\n")
  }

  private static let styleLetters: [Character] = Array(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?")
}
