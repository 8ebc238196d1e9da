import PrintableText
package import Report

/// What a table is of, written beside its rows.
package struct TableContext: Sendable {
  package struct DataFile: Sendable {
    package var name: String
    package var sha256: String
    package var rows: Int

    package init(name: String, sha256: String, rows: Int) {
      (self.name, self.sha256, self.rows) = (name, sha256, rows)
    }
  }

  package var report: ReportContext
  /// `nil` where the data are no file.
  package var data: DataFile?

  package init(_ report: ReportContext, data: DataFile?) { (self.report, self.data) = (report, data) }
}

extension DataTable {
  /// The rows as objects with what they are of; numbers as in ``csv``, `null` where there is nothing.
  package func json(_ context: TableContext) -> String {
    let question = JSONText.object(context.report.question.map { ($0.option, $0.text.asJSON) })
    let data =
      context.data.map { file in
        JSONText.object([
          ("file", file.name.asJSON), ("sha256", file.sha256.asJSON),
          ("rows", String(file.rows)),
        ])
      } ?? "null"
    let remarks = context.report.remarks.map { remark in
      JSONText.object([
        ("severity", remark.severity.rawValue.asJSON), ("text", remark.text.asJSON),
      ])
    }
    let rows = rows.map { row in JSONText.object(zip(keys, row).map { ($0, JSONText.value($1)) }) }
    return """
      {
        "table": \(name.asJSON),
        "question": \(question),
        "data": \(data),
        "conventions": \(context.report.conventions.text.asJSON),
        "remarks": \(JSONText.lines(remarks)),
        "rows": \(JSONText.lines(rows))
      }

      """
  }
}

/// How texts and numbers are written in JSON.
enum JSONText {
  static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\($0.asJSON): \($1)" }.joined(separator: ", ") + "}"
  }

  /// An array with a line for each element.
  static func lines(_ elements: [String]) -> String {
    elements.isEmpty ? "[]" : "[\n    " + elements.joined(separator: ",\n    ") + "\n  ]"
  }

  static func value(_ value: DataTable.Value) -> String {
    switch value {
    case .integer(let count): String(count)
    case .number(let number): number.digits
    case .text(let text): text.asJSON
    case .empty: "null"
    }
  }
}
