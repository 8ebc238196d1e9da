/// Something that happens to some patients: which column says when, and for whom it counts.
package struct EventDeclaration: Sendable, Equatable {
  package var name: String
  package var label: String?
  package var column: TimeReference
  /// A filter expression that is true where it happened; without one it happened wherever there is a time.
  package var when: String?
  /// Whether nothing can follow it, so that at a tie it comes after other events.
  package var isFatal: Bool

  package init(
    name: String, label: String? = nil, column: TimeReference, when: String? = nil, isFatal: Bool? = nil
  ) {
    (self.name, self.label, self.column, self.when) = (name, label, column, when)
    self.isFatal = isFatal ?? Self.namesDeath(name)
  }

  /// Whether an event of this name is taken for death where nothing else is said.
  static func namesDeath(_ name: String) -> Bool {
    NameWords(name).contains(any: [
      "death", "dead", "died", "deceased", "exitus", "tod", "muerte", "décès", "morte",
    ])
  }
}

/// A column that holds a time after time zero, or a date.
package enum TimeReference: Sendable, Equatable {
  case time(String)
  case date(String)

  package var column: String {
    switch self {
    case .time(let column), .date(let column): column
    }
  }
}
