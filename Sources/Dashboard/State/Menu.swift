/// A list to choose from, narrowed by typing.
package struct Menu: Sendable, Equatable {
  package struct Item: Sendable, Equatable {
    package var label: String
    package var detail: String
    package var action: Action

    package init(_ label: String, detail: String = "", action: Action) {
      (self.label, self.detail, self.action) = (label, detail, action)
    }
  }

  package var title: String
  package var items: [Item]
  package var query = ""
  package var cursor = 0
  /// Carried out as the cursor moves, so that a choice can be seen before it is made.
  package var previews = false
  /// Carried out when the menu is left without a choice.
  package var cancel: Action?
  /// Whether what was typed may be a command of its own (`where age > 12`).
  package var takesCommands = false

  package init(title: String, items: [Item], cursor: Int = 0) {
    (self.title, self.items, self.cursor) = (title, items, cursor)
  }

  /// The items that contain every word typed, in any letter case.
  package var shown: [Item] {
    let words = query.lowercased().split(separator: " ")
    return items.filter { item in
      let text = (item.label + " " + item.detail).lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  package var chosen: Item? {
    let shown = shown
    return shown.indices.contains(cursor) ? shown[cursor] : nil
  }
}
