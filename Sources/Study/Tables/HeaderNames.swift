/// The names of a table's columns: one for each, none twice.
struct HeaderNames {
  let names: [String]
  /// The columns that have a name or hold something; the others are left out.
  let kept: [Int]
  let findings: [Finding]

  /// - Parameters:
  ///   - cells: the header as it is written, an empty text for each column that it does not name.
  ///   - columns: what is in the columns.
  init(_ cells: [String], _ columns: [CodedColumn]) {
    let written = cells.map(Self.cleaned)
    kept = written.indices.filter { index in !written[index].isEmpty || Self.holdsValues(columns[index]) }
    var (names, findings, taken) = ([String](), [Finding](), Set(written))
    var (first, number) = ([String: Int](), [String: Int]())
    let dropped = cells.count - kept.count
    if dropped > 0 {
      let message =
        dropped == 1
        ? "a column without name and values is left out"
        : "\(dropped) columns without name and values are left out"
      findings.append(Finding(.note, message: message))
    }
    for index in kept {
      let wanted = written[index].isEmpty ? index == 0 ? "row" : "column \(index + 1)" : written[index]
      let earlier = written[index].isEmpty ? nil : first[wanted]
      var name = wanted
      while earlier != nil || written[index].isEmpty, taken.contains(name) {
        // Where a name stands many times, the search goes on where it ended.
        number[wanted, default: 1] += 1
        name = "\(wanted) (\(number[wanted, default: 2]))"
      }
      taken.insert(name)
      names.append(name)
      if written[index].isEmpty {
        let isFirst = index == 0
        findings.append(
          Finding(
            isFirst ? .note : .warning, column: name,
            message: isFirst
              ? "the first column has no name in the header, as with R's row names"
              : "the column has values but no name in the header"))
      } else if let earlier {
        let isEqual = columns[earlier].hasSameTexts(as: columns[index])
        findings.append(
          Finding(
            .warning, column: name,
            message: "column \(index + 1) is called \(wanted.quoted) as column \(earlier + 1) is"
              + (isEqual ? ", and both have the same values" : "; their values differ")))
      } else {
        first[wanted] = index
      }
    }
    (self.names, self.findings) = (names, findings)
  }

  /// A name on one line, without the blanks around it.
  static func cleaned(_ cell: String) -> String {
    guard cell.contains(where: \.isNewline) else { return cell.trimmingBlanks }
    return cell.split(whereSeparator: \.isNewline).map(\.trimmingBlanks).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private static func holdsValues(_ column: CodedColumn) -> Bool {
    (0..<column.distinctCount).contains { column.withText($0) { !$0.isEmpty } }
  }
}
