/// A key as a terminal can tell it: no Ctrl-Shift, and Ctrl-I, Ctrl-M, Ctrl-[ are Tab, Enter and Escape.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// Ctrl with a lower-case letter.
  case control(Character)
  /// Alt with a character (sent as Escape and the character).
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, pageUp, pageDown, home, end
  case function(Int)
}
