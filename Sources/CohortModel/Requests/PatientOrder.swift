/// The order in which single patients are listed; whoever has no value comes last, and equals stay as in the file.
package struct PatientOrder: Hashable, Sendable {
  package enum Key: Hashable, Sendable {
    case file
    /// The last time at which anything is known of the patient.
    case followUp
    /// The time of the event, of those who had one.
    case event
    case identifier
    case variable(String)
  }

  package var key: Key
  package var isDescending: Bool

  package init(_ key: Key, isDescending: Bool = false) {
    (self.key, self.isDescending) = (key, isDescending)
  }

  private static let words: [(word: String, key: Key)] = [
    ("file", .file), ("follow-up", .followUp), ("event", .event), ("identifier", .identifier),
  ]

  /// As it can be typed: `follow-up down`, `age_years`.
  package var text: String {
    let word: String =
      if case .variable(let name) = key {
        Self.isKeyword(name) ? name.quoted : name.asWord
      } else {
        Self.words.first { $0.key == key }?.word ?? ""
      }
    return isDescending ? word + " down" : word
  }

  /// Reads ``text``; a name in quotes is no keyword.
  package init(parsing text: String, in schema: CohortSchema) throws(NamingError) {
    var words = text
    let tokens = (try? FilterToken.tokens(of: text).dropLast()) ?? []
    if tokens.count > 1, let last = tokens.last, last.is("up") || last.is("down") {
      isDescending = last.is("down")
      words = String(String.UnicodeScalarView(text.unicodeScalars.prefix(last.column - 1)))
      while words.unicodeScalars.last?.properties.isWhitespace == true { words.unicodeScalars.removeLast() }
    } else {
      isDescending = false
    }
    if let known = Self.words.first(where: { $0.word == words.lowercased() }) {
      key = known.key
      return
    }
    let named = (try? FilterToken.tokens(of: words).dropLast()) ?? []
    let name = named.count == 1 && named[0].kind != .symbol ? named[0].text : words
    key = .variable(try schema.variable(named: name).name)
  }

  private static func isKeyword(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return ["up", "down"].contains(lowered) || words.contains { $0.word == lowered }
  }
}
