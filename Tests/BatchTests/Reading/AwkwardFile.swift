import Foundation
import Testing

/// A table as people write them, with columns `time`, `status`, `arm`, `age` and `grade`: 20 patients.
struct AwkwardFile: CustomTestStringConvertible, Sendable {
  let name: String
  var fileName = "data.csv"
  var separator = ","
  var number: @Sendable (Double) -> String = { "\($0)" }
  var status: @Sendable (Int) -> String = { "\($0)" }
  /// The text of each value in place of the plain one: row, column, value.
  var edit: @Sendable (Int, String, String) -> String = { $2 }
  /// The lines in place of one line.
  var lines: @Sendable (Int, String) -> [String] = { [$1] }

  var testDescription: String { name }

  static let columns = ["time", "status", "arm", "age", "grade"]

  var text: String {
    var all = [Self.columns.joined(separator: separator)]
    for row in 0..<20 {
      let values = [
        number(Double((row * 7) % 19) + 0.5), status(row % 3 == 0 ? 1 : row % 7 == 3 ? 2 : 0),
        row % 2 == 0 ? "A" : "B", number(40.25 + Double((row * 11) % 30)),
        ["none", "mild", "severe"][row % 3],
      ]
      let cells = zip(Self.columns, values).map { edit(row, $0, $1) }
      all += lines(row, cells.joined(separator: separator))
    }
    return all.joined(separator: "\n") + "\n"
  }

  static let all = [
    AwkwardFile(name: "plain"),
    AwkwardFile(
      name: "missing values in words",
      edit: { row, column, value in
        switch (row, column) {
        case (3, "arm"), (9, "age"): "NA"
        case (4, "arm"), (10, "grade"): "unknown"
        case (7, "time"): "N/A"
        case (8, "status"): "."
        case (11, "age"): "-"
        default: value
        }
      }),
    AwkwardFile(
      name: "decimal commas", separator: ";", number: { "\($0)".replacingOccurrences(of: ".", with: ",") }),
    AwkwardFile(
      name: "decimal commas in quotes",
      number: { "\"" + "\($0)".replacingOccurrences(of: ".", with: ",") + "\"" }),
    AwkwardFile(name: "codes that a program made fractions of", status: { "\($0).0" }),
    AwkwardFile(
      name: "blank lines, a repeated header, a title",
      lines: { row, line in
        switch row {
        case 0: [line, ",,,,"]
        case 5: [line, Self.columns.joined(separator: ",")]
        case 9: ["", line]
        default: [line]
        }
      }),
    AwkwardFile(
      name: "codes that nobody can explain",
      edit: { row, column, value in column == "status" && row % 6 == 5 ? "9" : value }),
    AwkwardFile(
      name: "impossible times",
      edit: { row, column, value in
        guard column == "time" else { return value }
        return row == 2 ? "-3" : row == 6 ? "<30" : row == 12 ? "soon" : value
      }),
    AwkwardFile(
      name: "times that differ in the last bits",
      number: { "\(($0 / 0.3).rounded() * 0.1 + ($0 > 10 ? 1e-15 : 0))" }),
    AwkwardFile(
      name: "numbers among words",
      edit: { row, column, value in column == "age" && row == 13 ? "adult" : value }),
    AwkwardFile(name: "tabs", fileName: "data.tsv", separator: "\t"),
    AwkwardFile(name: "columns of a portal", status: { "\($0):\(["CENSORED", "RELAPSE", "DEATH"][$0])" }),
  ]

  /// Questions whose answers tell what was read.
  func job(reading: String?) -> String {
    let mode = reading.map { ", \"reading\": \"\($0)\"" } ?? ""
    return """
      {
        "format": "atrisk-job/1", "name": "awkward",
        "data": {"file": "\(fileName)"\(mode)},
        "endpoints": {"e": {"time": "time", "status": "status", "event": [1], "competing": [2]}},
        "analyses": [
          {"id": "km", "type": "kaplan_meier", "endpoint": "e", "group": "arm", "curve": "steps"},
          {"id": "all", "type": "kaplan_meier", "endpoint": "e", "curve": "steps"},
          {"id": "summary", "type": "summary", "variables": ["age", "grade"]}
        ]
      }
      """
  }
}
