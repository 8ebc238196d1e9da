package import CohortModel

/// A variable with its value of every patient.
@dynamicMemberLookup
package struct VariableColumn: Sendable, Equatable {
  /// What the column is, not yet counted: see ``Cohort/schema``.
  package private(set) var variable: Variable
  package let values: Values

  /// The stored values; every case holds one element a row.
  package enum Values: Sendable, Equatable {
    case levels(LevelColumn)
    case numbers(NumberColumn)
    case text(TextColumn)
  }

  package init(
    name: String, label: String? = nil, unit: String? = nil, kind: Variable.Kind, knownAt: String? = nil,
    values: Values
  ) {
    let domain: Variable.Domain =
      switch values {
      case .levels(let column): .levels(column.levels)
      case .numbers(let column): .numbers(decimals: column.decimals)
      case .text: .text
      }
    variable = Variable(name: name, label: label, unit: unit, kind: kind, knownAt: knownAt, domain: domain)
    self.values = values
  }

  /// Name, label, unit, kind and when it is known.
  package subscript<Property>(dynamicMember property: WritableKeyPath<Variable, Property>) -> Property {
    get { variable[keyPath: property] }
    set { variable[keyPath: property] = newValue }
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

  /// The value of a row, as conditions see it.
  package func value(row: Int) -> FilterExpression.Value {
    switch values {
    case .levels(let column):
      let code = column.codes[row]
      return code == LevelColumn.missing ? .missing : .text(column.levels[Int(code)])
    case .numbers(let column):
      let number = column.values[row]
      return number.isNaN ? .missing : .number(number)
    case .text(let column):
      return column.values[row].map { .text($0) } ?? .missing
    }
  }

  /// The values of some rows.
  func rows(_ rows: [Int]) -> RowColumn {
    switch values {
    case .levels(let column): .levels(rows.map { column.codes[$0] })
    case .numbers(let column): .numbers(rows.map { column.values[$0] })
    case .text(let column): .texts(rows.map { column.values[$0] })
    }
  }

  /// The description with its gaps and numbers counted: O(rows).
  var counted: Variable {
    var counted = variable
    switch values {
    case .levels(let column): counted.missingCount = column.codes.count { $0 == LevelColumn.missing }
    case .numbers(let column):
      counted.missingCount = column.values.count { $0.isNaN }
      counted.distribution = NumberDistribution(column.values)
    case .text(let column): counted.missingCount = column.values.count { $0 == nil }
    }
    return counted
  }
}
