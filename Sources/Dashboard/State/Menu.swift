package import Session

/// A list to choose from, narrowed by typing.
package struct Menu: Sendable, Equatable {
  package struct Item: Sendable, Equatable {
    package enum Choice: Sendable, Equatable {
      case gesture(Gesture)
      case command(Command)
      /// A command word that wants an argument: it is completed, not carried out.
      case word(String)
      /// Something that can be seen but not chosen, and why.
      case impossible(String)
    }

    package var label: String
    package var detail: String
    /// Another name, found by as the label is.
    package var alias: String
    package var choice: Choice
    /// A heading over the first of its group; items are not sorted into groups.
    package var group: String?

    package init(
      _ label: String, detail: String = "", alias: String = "", _ choice: Choice, group: String? = nil
    ) {
      (self.label, self.detail, self.alias) = (label, detail, alias)
      (self.choice, self.group) = (choice, group)
    }
  }

  package var title: String
  package var items: [Item]
  package var query = LineEditor()
  package var cursor = 0
  /// Carried out as the cursor moves, so that a choice can be seen before it is made.
  package var previews = false
  /// Carried out when the menu is left without a choice.
  package var cancel: Command?
  /// Why what was chosen could not be carried out; typing goes on.
  package var error: String?

  package init(title: String, items: [Item], cursor: Int = 0) {
    (self.title, self.items, self.cursor) = (title, items, cursor)
  }

  /// The items that contain every word typed, in any letter case; those that begin with it first, then those with a
  /// word that does, then those that contain it in their label, then in their detail.
  package var shown: [Item] {
    let words = query.text.split(separator: " ")
    guard !words.isEmpty else { return items }
    let (query, folded) = (FoldedText(words.joined(separator: " ")), words.map { FoldedText($0) })
    let ranked = items.enumerated().compactMap { index, item in
      Self.rank(of: item, query, words: folded).map { (rank: $0, index: index, item: item) }
    }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.item)
  }

  package var chosen: Item? {
    let shown = shown
    return shown.indices.contains(cursor) ? shown[cursor] : nil
  }

  private static func rank(of item: Item, _ query: FoldedText, words: [FoldedText]) -> Int? {
    let (label, alias) = (FoldedText(item.label), FoldedText(item.alias))
    if label.hasPrefix(query) || !item.alias.isEmpty && alias.hasPrefix(query) { return 0 }
    if label.hasWord(query) || alias.hasWord(query) { return 1 }
    if words.allSatisfy(label.contains) { return 2 }
    let detail = FoldedText(item.detail)
    return words.allSatisfy { label.contains($0) || detail.contains($0) } ? 3 : nil
  }
}
