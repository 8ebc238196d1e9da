/// The command lines that were typed, to be recalled by how they begin.
package struct CommandHistory: Equatable, Sendable {
  /// The oldest first, each once.
  package private(set) var lines: [String]
  /// The place of the line that was recalled last, and what had been typed before; `nil` while none is recalled.
  private var recalled: Recalled?

  private struct Recalled: Equatable {
    var place: Int
    var typed: String
  }

  package static let longest = 500

  /// - Parameter lines: from earlier sessions, the oldest first.
  package init(_ lines: [String] = []) {
    self.lines = []
    for line in lines { record(line) }
  }

  /// Remembers a line as the newest; a blank one is none.
  package mutating func record(_ line: String) {
    recalled = nil
    guard !line.trimmed.isEmpty else { return }
    lines.removeAll { $0 == line }
    lines.append(line)
    lines.removeFirst(max(0, lines.count - Self.longest))
  }

  /// The next older line that begins as what was typed; `nil` where there is none.
  ///
  /// - Parameter line: what stands there now: a recalled line that was changed is typed text.
  package mutating func older(_ line: String) -> String? {
    let typed = typed(in: line)
    let place = isRecalled(line) ? recalled?.place ?? lines.count : lines.count
    guard let found = lines[..<place].lastIndex(where: { $0.hasPrefix(typed) && $0 != line }) else {
      return nil
    }
    recalled = Recalled(place: found, typed: typed)
    return lines[found]
  }

  /// The next newer line that begins as what was typed, at last what was typed itself; `nil` while none is recalled.
  package mutating func newer(_ line: String) -> String? {
    guard isRecalled(line), let now = recalled else { return nil }
    guard let found = lines[(now.place + 1)...].firstIndex(where: { $0.hasPrefix(now.typed) }) else {
      recalled = nil
      return now.typed
    }
    recalled?.place = found
    return lines[found]
  }

  private func isRecalled(_ line: String) -> Bool { recalled.map { lines[$0.place] == line } ?? false }

  private func typed(in line: String) -> String { isRecalled(line) ? recalled?.typed ?? line : line }
}
