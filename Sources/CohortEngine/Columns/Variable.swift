/// One column of the cohort, with what a reader needs to know about it.
package struct Variable: Sendable, Equatable {
  /// What the values mean, which decides how they are filtered and shown.
  package enum Kind: String, Sendable, CaseIterable {
    case identifier, categorical, ordered, yesNo, number, date, text
  }

  /// The column's name in the file; unique in a cohort.
  package var name: String
  /// What people call it; the name where nothing better is known.
  package var label: String
  package var unit: String?
  package var kind: Kind
  /// The time, in the study's recorded unit after time zero, at which the value becomes known: the name of a column.
  ///
  /// `nil` means known at time zero.
  package var knownAt: String?
  package var values: Values

  /// The stored values; every case holds one element a row.
  package enum Values: Sendable, Equatable {
    case levels(LevelColumn)
    case numbers(NumberColumn)
    case text(TextColumn)
  }

  package init(
    name: String, label: String? = nil, unit: String? = nil, kind: Kind, knownAt: String? = nil,
    values: Values
  ) {
    (self.name, self.label, self.unit) = (name, label ?? name, unit)
    (self.kind, self.knownAt, self.values) = (kind, knownAt, values)
  }

  package var rowCount: Int {
    switch values {
    case .levels(let column): column.codes.count
    case .numbers(let column): column.values.count
    case .text(let column): column.values.count
    }
  }

  /// Whether the row has no value.
  package func isMissing(row: Int) -> Bool {
    switch values {
    case .levels(let column): column.codes[row] == LevelColumn.missing
    case .numbers(let column): column.values[row].isNaN
    case .text(let column): column.values[row] == nil
    }
  }
}
