/// Something noticed when the file was read, as plain values.
package struct FindingRow: Hashable, Sendable {
  /// `error`, `warning`, `note`.
  package var severity: String
  /// In the file, from 1; `nil` where it is of the whole file.
  package var line: Int?
  package var column: String?
  package var message: String

  package init(severity: String, line: Int? = nil, column: String? = nil, message: String) {
    (self.severity, self.line, self.column, self.message) = (severity, line, column, message)
  }
}

extension [FindingRow] {
  package var data: DataTable {
    DataTable(
      name: "findings", keys: ["severity", "line", "column", "message"],
      rows: map {
        [.text($0.severity), DataTable.Value($0.line), DataTable.Value($0.column), .text($0.message)]
      })
  }

  /// - Parameter title: what was read.
  package func table(title: String) -> Table {
    Table(
      caption: Sentence(title), rowHeading: "severity",
      columns: [
        Table.Column(["line"], isNumber: true, .important), Table.Column(["column"], .important),
        Table.Column(["finding"], .meaning),
      ],
      rows: map { finding in
        // A line is a place, not a quantity, so it has no group marks.
        Table.Row(
          [finding.severity],
          [
            .text(finding.line.map(String.init) ?? ""), .text(finding.column ?? ""), .text(finding.message),
          ])
      })
  }
}
