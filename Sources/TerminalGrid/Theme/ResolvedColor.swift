/// A colour in the words of a terminal.
package enum ResolvedColor: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// An entry of its palette.
  case indexed(UInt8)
  case direct(RGB)
}
