import CCurses
import CursesTerminal
import TerminalGrid

/// Names of keys as `--keys` has them, and what ncurses says was pressed.
struct KeyTarget: FuzzTarget {
  let name = "keys"
  let longest = 4_096

  var seeds: [[UInt8]] {
    Seeds.bytes([
      "Down Space s Enter", "C-r M-x F5 F12", "/ age Enter", ": where Space age Space > Space 5 Enter",
      "é 日 👩‍⚕️",
    ])
      + [
        [1, 27, 1, 65], [1, 27, 2, 0], [4, 0, 10, 10], [3, 5], Array(0...255), [2, 3, 1, 0, 4, 2, 255, 255],
      ]
  }

  var words: [String] {
    [
      "Up", "BTab", "PPage", "C-[", "C-ü", "M-é", "F0", "F13", "F99999999999999999999", "C-", "M-",
      "\u{1B}[<0;1;2M",
    ]
  }

  func read(_ input: [UInt8]) async throws(BrokenPromise) {
    for key in Key.sequence(parsing: String(decoding: input, as: UTF8.self)) {
      for charset in Charset.allCases { _ = key.label(charset) }
    }
    var inputs = input.makeIterator()
    var decoder = KeyDecoder()
    var count = 0
    while decoder.next({ Self.input(&inputs) }) != nil {
      count += 1
      guard count <= input.count + 1 else { throw BrokenPromise("more events than bytes") }
    }
  }

  /// What ncurses might say: kind, then code or place, of which characters are read as UTF-8 would be.
  private static func input(_ bytes: inout IndexingIterator<[UInt8]>) -> ccurses_input {
    var input = ccurses_input()
    guard let kind = bytes.next() else { return input }
    input.kind = Int32(kind % 6)
    for _ in 0..<(kind > 127 ? 4 : 1) { input.code = input.code << 8 | UInt32(bytes.next() ?? 0) }
    if kind & 64 != 0 { (input.x, input.y) = (Int32(bytes.next() ?? 0) - 128, .max) }
    return input
  }
}
