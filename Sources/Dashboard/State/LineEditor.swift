package import TerminalGrid

/// A line being typed, with its cursor.
///
/// What stands before the cursor and what stands after it are two texts: a character that joins its neighbour, such as a
/// combining accent, then moves no index.
package struct LineEditor: Hashable, Sendable {
  private var before: String
  private var after = ""

  package init(_ text: String = "") { before = text }

  package var text: String { before + after }

  /// Takes a key; `false` where it means nothing to a line.
  package mutating func type(_ key: Key) -> Bool {
    switch key {
    case .character(let character): before.append(character)
    case .backspace:
      guard before.popLast() != nil else { return !after.isEmpty }
    case .delete, .control("d"):
      guard !after.isEmpty else { return !before.isEmpty }
      after.removeFirst()
    case .left, .control("b"): if let last = before.popLast() { after = String(last) + after }
    case .right, .control("f"): if !after.isEmpty { before.append(after.removeFirst()) }
    case .home, .control("a"): (before, after) = ("", text)
    case .end, .control("e"): (before, after) = (text, "")
    case .control("k"): after = ""
    case .control("u"): before = ""
    case .control("w"):
      before = String(before.reversed().drop { $0 == " " }.drop { $0 != " " }.reversed())
    default: return false
    }
    return true
  }

  /// The part of the line that fits, with the cursor in it, and the cursor's column within.
  package func window(columns: Int) -> (text: String, cursor: Int) {
    var used = 0
    // As much as fits before the cursor; what stands after it fills the rest.
    let fitting = before.reversed().prefix { character in
      used += TextWidth.columns(of: character)
      return used < max(1, columns)
    }
    let shown = String(fitting.reversed())
    return (shown + after, shown.columns)
  }
}
