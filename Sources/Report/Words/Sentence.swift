/// A line made of parts, which knows what it can do without where there is little room.
package struct Sentence: Hashable, Sendable {
  /// What a part is worth; the least goes first.
  package enum Rank: Int, Hashable, Sendable, Comparable {
    /// Said where there is room to spare.
    case aside
    case detail
    case important
    /// What the sentence is about: it is shortened and at last cut, but never dropped.
    case subject
    /// What gives numbers their meaning (filters, unit, time, a warning): never dropped.
    case meaning

    package static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }

    var isDroppable: Bool { self < .subject }
  }

  /// A piece between two separators.
  package struct Part: Hashable, Sendable {
    package var text: String
    /// Other words for the same, each shorter than the one before.
    package var shorter: [String]
    package var rank: Rank
    /// The same in words that can be heard; `nil` where the text is that already.
    package var spoken: String?

    package init(_ text: String, shorter: [String] = [], _ rank: Rank, spoken: String? = nil) {
      self.spoken = spoken
      (self.text, self.rank) = (text, rank)
      self.shorter = shorter.filter { $0 != text }
    }
  }

  package static let separator = " · "

  package var parts: [Part]
  /// A piece of the text that is struck out: what was computed and must not be used.
  package var struck: String?

  /// Parts without text are left out.
  package init(_ parts: [Part]) { self.parts = parts.filter { !$0.text.isEmpty } }

  package init(_ text: String, shorter: [String] = []) {
    self.init([Part(text, shorter: shorter, .meaning)])
  }

  package var isEmpty: Bool { parts.isEmpty }
  package var text: String { parts.map(\.text).joined(separator: Self.separator) }

  /// As much of the sentence as a width holds: the least parts are shortened, then dropped, the last of equals first;
  /// then the subject is cut, then the longest part, and only at last the end.
  ///
  /// - Parameter width: how many columns a text takes.
  package func text(fitting columns: Int, width: (String) -> Int) -> String {
    var kept = parts
    func excess() -> Int { width(kept.map(\.text).joined(separator: Self.separator)) - columns }
    while excess() > 0 {
      let droppable = kept.indices.filter { kept[$0].rank.isDroppable || !kept[$0].shorter.isEmpty }
      guard let index = droppable.reversed().min(by: { kept[$0].rank < kept[$1].rank }) else { break }
      if kept[index].shorter.isEmpty {
        kept.remove(at: index)
      } else {
        kept[index].text = kept[index].shorter.removeFirst()
      }
    }
    // At last the subject is cut, then the longest part, so that the others keep their meaning.
    let subject = kept.firstIndex { $0.rank == .subject }
    let longest = kept.indices.max { width(kept[$0].text) < width(kept[$1].text) }
    for index in [subject, longest].compactMap({ $0 }) where excess() > 0 {
      let room = max(Self.leastPart, width(kept[index].text) - excess())
      kept[index].text = kept[index].text.cut(to: room, width: width)
    }
    return kept.map(\.text).joined(separator: Self.separator).cut(to: columns, width: width)
  }

  /// A part of fewer columns says nothing.
  private static let leastPart = 8
}

extension String {
  /// The text, or its beginning and an ellipsis where it is wider.
  ///
  /// - Parameter width: how many columns a text takes.
  package func cut(to columns: Int, width: (String) -> Int) -> String {
    guard width(self) > columns else { return self }
    guard columns > 0 else { return "" }
    var kept = ""
    for character in self {
      guard width(kept + String(character)) < columns else { break }
      kept.append(character)
    }
    while kept.hasSuffix(" ") { kept.removeLast() }
    return kept + "…"
  }
}
