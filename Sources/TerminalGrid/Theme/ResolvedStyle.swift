/// How a cell looks on one terminal: colours it has, and attributes.
package struct ResolvedStyle: Hashable, Sendable {
  package var foreground: ResolvedColor = .terminal
  package var background: ResolvedColor = .terminal
  package var bold = false
  package var dim = false
  package var reverse = false
  package var underline = false

  package init() {}
}

/// A colour in the words of a terminal.
package enum ResolvedColor: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// An entry of its palette.
  case indexed(UInt8)
  case direct(RGB)
}
