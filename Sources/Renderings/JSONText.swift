import Foundation
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
    let question = JSONText.object(context.report.question.map { ($0.option, JSONText.string($0.text)) })
    let data =
      context.data.map { file in
        JSONText.object([
          ("file", JSONText.string(file.name)), ("sha256", JSONText.string(file.sha256)),
          ("rows", String(file.rows)),
        ])
      } ?? "null"
    let remarks = context.report.remarks.map { remark in
      JSONText.object([
        ("severity", JSONText.string(remark.severity.rawValue)), ("text", JSONText.string(remark.text)),
      ])
    }
    let rows = rows.map { row in JSONText.object(zip(keys, row).map { ($0, JSONText.value($1)) }) }
    return """
      {
        "table": \(JSONText.string(name)),
        "question": \(question),
        "data": \(data),
        "conventions": \(JSONText.string(context.report.conventions.text)),
        "remarks": \(JSONText.lines(remarks)),
        "rows": \(JSONText.lines(rows))
      }

      """
  }
}

/// How texts and numbers are written in JSON.
enum JSONText {
  static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(string($0)): \($1)" }.joined(separator: ", ") + "}"
  }

  /// An array with a line for each element.
  static func lines(_ elements: [String]) -> String {
    elements.isEmpty ? "[]" : "[\n    " + elements.joined(separator: ",\n    ") + "\n  ]"
  }

  static func value(_ value: DataTable.Value) -> String {
    switch value {
    case .integer(let count): String(count)
    case .number(let number): NumberText.exact(number)
    case .text(let text): string(text)
    case .empty: "null"
    }
  }

  /// The text in quotes; what is not printable is kept exactly, as escapes.
  static func string(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where needsEscape(scalar):
        for unit in String(scalar).utf16 { quoted += String(format: "\\u%04x", Int(unit)) }
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
    default: false
    }
  }
}
