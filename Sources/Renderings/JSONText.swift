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

  /// Each part as it can be typed after the option of that name.
  package var question: [(option: String, text: String)]
  /// `nil` where the data are no file.
  package var data: DataFile?
  package var conventions: Sentence
  package var remarks: [Remark]

  package init(
    question: [(option: String, text: String)], data: DataFile?, conventions: Sentence, remarks: [Remark]
  ) {
    (self.question, self.data, self.conventions, self.remarks) = (question, data, conventions, remarks)
  }

  /// What is said beside every table of a report.
  package init(_ report: CurvesReport, data: DataFile?) {
    self.init(
      question: report.questionParts, data: data, conventions: report.conventions, remarks: report.remarks)
  }
}

extension DataTable {
  /// The rows as objects with what they are of; numbers as in ``csv``, `null` where there is nothing.
  package func json(_ context: TableContext) -> String {
    let question = JSONText.object(context.question.map { ($0.option, $0.text.asJSON) })
    let data =
      context.data.map { file in
        JSONText.object([
          ("file", file.name.asJSON), ("sha256", file.sha256.asJSON),
          ("rows", String(file.rows)),
        ])
      } ?? "null"
    let remarks = context.remarks.map { remark in
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
        "conventions": \(context.conventions.text.asJSON),
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
