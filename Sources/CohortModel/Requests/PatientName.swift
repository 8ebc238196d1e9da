/// What a single patient is called: by an identifier, or by the place in the file where nothing else tells them apart.
package enum PatientName: Hashable, Sendable {
  case identifier(String)
  /// Counted from 0.
  case row(Int)

  /// As it can be typed: `SYN-010`, `row 17`, counted from 1.
  package var text: String {
    switch self {
    case .identifier(let name): name.asWord
    case .row(let row): "row \(row + 1)"
    }
  }

  /// Reads ``text``; the words of an identifier without quotes are taken together.
  package init?(_ text: String) {
    guard let tokens = try? FilterToken.tokens(of: text).dropLast(), let first = tokens.first else {
      return nil
    }
    if tokens.count == 2, first.is("row"), tokens[1].kind == .word {
      guard let row = Int(tokens[1].text), row > 0 else { return nil }
      self = .row(row - 1)
      return
    }
    guard tokens.count == 1, first.kind != .symbol else {
      self = .identifier(text)
      return
    }
    self = .identifier(first.text)
  }
}
