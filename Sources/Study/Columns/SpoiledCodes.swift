extension Table {
  /// The table with codes as they were before a program made numbers with decimals of them: `1.0`, `2.0` and nothing.
  ///
  /// Programs do so to whole numbers of which some are missing.  A column of few values that all end in `.0` is one of
  /// codes; measurements have other decimals too.
  ///
  /// - Complexity: O(columns), and O(rows) for those that change.
  func mendingCodes() -> Table {
    var columns = columns
    var mended: [String] = []
    for index in columns.indices {
      let column = columns[index]
      guard !column.isPlain, (2...13).contains(column.distinctCount) else { continue }
      let texts = (0..<column.distinctCount).map(column.text)
      let values = texts.filter { !MissingText.contains($0) }
      guard !values.isEmpty, values.allSatisfy(Self.isSpoiled) else { continue }
      columns[index] = column.replacingTexts(
        by: texts.map { Self.isSpoiled($0) ? String($0.dropLast(2)) : $0 })
      mended.append(names[index])
    }
    guard !mended.isEmpty else { return self }
    let message = "codes written with a decimal, such as 1.0, are read as whole numbers"
    return Table(
      path: path, names: names, columns: columns, lines: lines, delimiter: delimiter, encoding: encoding,
      annotations: annotations, blankLines: blankLines,
      findings: findings + [Finding(.note, column: mended.joined(separator: ", "), message: message)])
  }

  /// Whether a text is a small whole number and `.0`.
  private static func isSpoiled(_ text: String) -> Bool {
    guard text.hasSuffix(".0"), text.utf8.count <= 6 else { return false }
    return Int(text.dropLast(2)) != nil
  }
}
