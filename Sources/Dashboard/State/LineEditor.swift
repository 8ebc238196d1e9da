package import TerminalGrid

/// A line being typed, with its cursor.
package struct LineEditor: Hashable, Sendable {
  package private(set) var text: String
  /// How many characters stand before the cursor.
  package private(set) var cursor: Int

  package init(_ text: String = "") { (self.text, cursor) = (text, text.count) }

  /// Takes a key; `false` where it means nothing to a line.
  package mutating func type(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      text.insert(character, at: index(cursor))
      cursor += 1
    case .backspace:
      guard cursor > 0 else { return !text.isEmpty }
      text.remove(at: index(cursor - 1))
      cursor -= 1
    case .delete, .control("d"):
      guard cursor < text.count else { return !text.isEmpty }
      text.remove(at: index(cursor))
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("k"): text.removeSubrange(index(cursor)...)
    case .control("u"):
      text.removeSubrange(..<index(cursor))
      cursor = 0
    case .control("w"): removeWord()
    default: return false
    }
    return true
  }

  /// The part of the line that fits, with the cursor in it, and the cursor's column within.
  package func window(columns: Int) -> (text: String, cursor: Int) {
    let characters = Array(text)
    var (first, used) = (cursor, 0)
    // As much as fits before the cursor; what stands after it fills the rest.
    while first > 0 {
      let width = TextWidth.columns(of: characters[first - 1])
      guard used + width < max(1, columns) else { break }
      used += width
      first -= 1
    }
    return (String(characters[first...]), used)
  }

  private func index(_ offset: Int) -> String.Index { text.index(text.startIndex, offsetBy: offset) }

  private mutating func removeWord() {
    let before = text.prefix(cursor)
    let kept = before.reversed().drop { $0 == " " }.drop { $0 != " " }.count
    text.removeSubrange(index(kept)..<index(cursor))
    cursor = kept
  }
}
