extension Table {
  /// The table with codes as they were before a program made numbers with decimals of them: `1.0`, `2.0` and nothing.
  ///
  /// Programs do so to whole numbers of which some are missing.  A column of few values that all end in `.0` is one of
  /// codes; measurements have other decimals too.
  ///
  /// - Complexity: O(columns), and O(rows) for those that change.
  func mendingCodes() -> Table {
    var columns = columns
    var changed: [String] = []
    for index in columns.indices {
      let column = columns[index]
      guard !column.isPlain, (2...13).contains(column.distinctCount) else { continue }
      let texts = (0..<column.distinctCount).map(column.text)
      let values = texts.filter { !MissingText.contains($0) }
      guard !values.isEmpty, values.allSatisfy({ mended($0) != nil }) else { continue }
      columns[index] = column.replacingTexts(by: texts.map { mended($0) ?? $0 })
      changed.append(names[index])
    }
    guard !changed.isEmpty else { return self }
    let message = "codes written with a decimal, such as 1.0, are read as whole numbers"
    return Table(
      path: path, names: names, columns: columns, lines: lines, delimiter: delimiter, encoding: encoding,
      annotations: annotations, blankLines: blankLines,
      findings: findings + [Finding(.note, column: changed.joined(separator: ", "), message: message)])
  }

  /// The small whole number of which a text has only zeros behind the decimal sign; `nil` for any other text.
  private func mended(_ text: String) -> String? {
    guard text.utf8.count <= 6 else { return nil }
    let signs: Set<Character> = delimiter == .comma ? ["."] : [".", ","]
    guard let sign = text.firstIndex(where: signs.contains) else { return nil }
    let (whole, zeros) = (text[..<sign], text[text.index(after: sign)...])
    guard !zeros.isEmpty, zeros.allSatisfy({ $0 == "0" }), Int(whole) != nil else { return nil }
    return String(whole)
  }
}
