/// A column as a Weka file declares it.
struct ARFFAttribute {
  enum Kind: Equatable {
    case number
    case nominal([String], known: Set<String>)
    case text
    case date(ARFFDate?)
  }

  let name: String
  let kind: Kind
  let line: Int

  /// What a sparse row that leaves the attribute out says: zero, or the first of the declared values.
  var omitted: String? {
    switch kind {
    case .number: "0"
    case .nominal(let levels, _): levels.first
    case .text, .date: nil
    }
  }

  var annotation: ColumnAnnotation {
    switch kind {
    case .number: ColumnAnnotation(type: "NUMBER")
    case .nominal(let levels, _): ColumnAnnotation(levels: levels)
    case .text: ColumnAnnotation(type: "STRING")
    case .date: ColumnAnnotation()
    }
  }

  /// A value as the table holds it; `nil` where it is none of this attribute.
  func text(_ written: String) -> String? {
    switch kind {
    case .number: WrittenNumber(written).map { $0.limit == .none } == true ? written : nil
    case .nominal(_, let known): known.contains(written) ? written : nil
    case .text: written
    case .date(let format): format.map { $0.text(written) } ?? written
    }
  }

  var expected: String {
    switch kind {
    case .number: "a number"
    case .nominal(let levels, _):
      levels.count > 12
        ? "one of the \(levels.count) declared values" : levels.map(\.quoted).joined(separator: ", ")
    case .text: "a text"
    case .date(let format): "a date written as \((format?.pattern ?? "").quoted)"
    }
  }
}
